// One row of the app's table; its cells are drawn anew only when something of them changed.

import { memo, type ReactNode } from 'react'
import type { Column } from './columns.ts'

interface CellsProps<Row, Given, Live> {
  row: Row
  columns: readonly Column<Row, Given, Live>[]
  given: Given
}

/** The class of a column's cells. */
export function classOf<Row, Given, Live>(column: Column<Row, Given, Live>): string {
  const { id, align, givesWay, tight, width, sized } = column
  const names = [
    `col-${id}`,
    align,
    givesWay === undefined ? undefined : `gives-way-${givesWay}`,
    sized === true ? 'sized' : tight === true || width === 'content' ? 'tight' : undefined,
  ]
  return names.filter((name) => name !== undefined).join(' ')
}

function PlainCells<Row, Given, Live>({ row, columns, given }: CellsProps<Row, Given, Live>): ReactNode {
  return columns.map((column) =>
    column.rowHeader === true ? (
      <th key={column.id} scope="row" className={classOf(column)}>
        {column.cell(row, given)}
      </th>
    ) : (
      <td key={column.id} className={classOf(column)}>
        {column.cell(row, given)}
      </td>
    ),
  )
}

/** `memo` forgets type parameters; what it answers takes the same props. */
const Cells = memo(PlainCells) as typeof PlainCells

interface Props<Row, Given, Live> extends CellsProps<Row, Given, Live> {
  name: string
  isCurrent: boolean
  /** Its place in the whole table for screen readers; set where not all rows are drawn. */
  rowIndex: number | undefined
}

/** The row of a key. */
export function DataTableRow<Row, Given, Live>(props: Props<Row, Given, Live>) {
  const { name, isCurrent, rowIndex, ...cells } = props
  return (
    <tr className="data-row" data-row={name} aria-current={isCurrent ? 'true' : undefined} aria-rowindex={rowIndex}>
      <Cells {...cells} />
    </tr>
  )
}
