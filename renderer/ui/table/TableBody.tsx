// The rows of one group. Of a long table only some are drawn, with empty rows as high as what is left out.

import type { ReactNode } from 'react'
import type { Column } from './columns.ts'
import { DataTableRow } from './DataTableRow.tsx'
import { itemAt, rowIndexOf, type TableItems } from './table-items.ts'
import type { Line, RowRange } from './use-row-range.ts'

interface Props<Row, Given, Live> {
  section: TableItems<Row>['sections'][number]
  items: TableItems<Row>
  range: RowRange
  columns: readonly Column<Row, Given, Live>[]
  given: Given
  rowKey: (row: Row) => string
  currentKey: string | null
  unfold: ((row: Row) => ReactNode) | undefined
  windowed: boolean
}

/** Through the element: a style written into markup is what the page's policy forbids. */
function setHeight(cell: HTMLElement | null, pixels: number): void {
  cell?.style.setProperty('height', `${pixels}px`)
}

/** A body of its own, titled where the group has a title. */
export function TableBody<Row, Given, Live>(props: Props<Row, Given, Live>) {
  const { section, items, range, columns, given, rowKey, currentKey, unfold, windowed } = props
  const { group, start, count } = section
  const lines = range.lines.filter(({ index }) => index >= start && index < start + count)
  const indexOf = (index: number) => (windowed ? rowIndexOf(items, index) : undefined)

  const draw = ({ index }: Line) => {
    const item = itemAt(items, index)
    if (item === undefined) return null
    if (item.kind === 'title') {
      return (
        <tr key="title" ref={range.measure} data-index={index} className="group-row" aria-rowindex={indexOf(index)}>
          <th scope="rowgroup" className="group-head" colSpan={columns.length}>
            <span className="group-title">{group.title}</span>
            <span className="group-count">{group.rows.length}</span>
            {group.help === undefined ? null : <span className="group-help">{group.help}</span>}
          </th>
        </tr>
      )
    }
    const key = rowKey(item.row)
    if (item.kind === 'unfolded') {
      return (
        <tr key={`unfolded ${key}`} ref={range.measure} data-index={index} className="unfolded-row">
          <td colSpan={columns.length}>{unfold?.(item.row)}</td>
        </tr>
      )
    }
    return (
      <DataTableRow
        key={key}
        row={item.row}
        name={key}
        columns={columns}
        given={given}
        isCurrent={currentKey === key}
        rowIndex={indexOf(index)}
      />
    )
  }

  const gap = (key: string, height: number) =>
    height <= 0 ? null : (
      // Inert, because read out it would be a row that is not there.
      <tr key={key} className="row-gap" inert>
        <td colSpan={columns.length} ref={(cell) => setHeight(cell, height)} />
      </tr>
    )
  const first = range.offsetOf(start)
  return (
    <tbody>
      {/* Flat and keyed by row: a row beside which others come or go stays the same element. */}
      {lines.flatMap((line, at) => [
        gap(`gap before ${line.index}`, line.start - (lines[at - 1]?.end ?? first)),
        draw(line),
      ])}
      {gap('gap end', range.offsetOf(start + count) - (lines.at(-1)?.end ?? first))}
    </tbody>
  )
}
