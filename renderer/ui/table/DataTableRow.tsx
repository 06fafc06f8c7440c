// One row of the app's table, drawn anew only when something of it changed.

import { memo, type ReactNode } from 'react'
import type { Column } from './columns.ts'

interface Props<Row> {
  row: Row
  name: string
  columns: readonly Column<Row>[]
  isCurrent: boolean
  /** Its place in the whole table for screen readers; set where not all rows are drawn. */
  rowIndex: number | undefined
}

/** The class of a column's cells. */
export function classOf<Row>(column: Column<Row>): string {
  const { id, align, givesWay } = column
  return [`col-${id}`, align ?? '', givesWay === undefined ? '' : `gives-way-${givesWay}`]
    .filter((name) => name !== '')
    .join(' ')
}

function PlainRow<Row>({ row, name, columns, isCurrent, rowIndex }: Props<Row>): ReactNode {
  return (
    <tr className="data-row" data-row={name} aria-current={isCurrent ? 'true' : undefined} aria-rowindex={rowIndex}>
      {columns.map((column) =>
        column.rowHeader === true ? (
          <th key={column.id} scope="row" className={classOf(column)}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.id} className={classOf(column)}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  )
}

/** `memo` forgets type parameters; what it answers takes the same props. */
export const DataTableRow = memo(PlainRow) as typeof PlainRow
