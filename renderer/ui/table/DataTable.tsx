// The app's one table: sortable heads, groups of rows, a current row, and rows that unfold in place.

import { type ReactNode, useRef } from 'react'
import { text } from '../../messages/en.ts'
import '../styles/table-window.css'
import { Icon } from '../pictures/Icon.tsx'
import type { Column, RowGroup, Sort } from './columns.ts'
import { DataTableBody } from './DataTableBody.tsx'
import { classOf } from './DataTableRow.tsx'
import { useScrollStop } from './useScrollStop.ts'

interface Props<Row> {
  label: string
  columns: readonly Column<Row>[]
  groups: readonly RowGroup<Row>[]
  rowKey: (row: Row) => string
  sort?: Sort
  onSort?: (column: string) => void
  currentKey?: string | null
  /** What unfolds below a row; null keeps it folded. */
  unfold?: (row: Row) => ReactNode | null
}

/** From so many rows on only those in sight are drawn: a row costs about a millisecond. */
const WHOLE_UP_TO = 80

function Head<Row>({ column, sort, onSort }: { column: Column<Row> } & Pick<Props<Row>, 'sort' | 'onSort'>) {
  const direction = sort?.column === column.id ? sort.direction : undefined
  if (column.sortable !== true || onSort === undefined) {
    return (
      <th scope="col" className={classOf(column)}>
        <span className={column.quietHead === true ? 'visually-hidden' : undefined}>{column.head}</span>
      </th>
    )
  }
  return (
    <th scope="col" className={classOf(column)} aria-sort={direction ?? 'none'}>
      <button type="button" className="sort" title={text.coins.sortBy(column.head)} onClick={() => onSort(column.id)}>
        {column.head}
        {direction === undefined ? null : <Icon name={direction === 'ascending' ? 'up' : 'down'} />}
      </button>
    </th>
  )
}

/** A table named `label`; each group of rows is a body of its own, titled where the group has a title. */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, groups, rowKey, sort, onSort, currentKey, unfold } = props
  const heightOf = (group: RowGroup<Row>) => group.rows.length + (group.title === undefined ? 0 : 1)
  const rowCount = groups.reduce((sum, group) => sum + heightOf(group), 1)
  const windowed = rowCount > WHOLE_UP_TO
  const firstIndexOf = (at: number) =>
    groups.slice(0, at).reduce((sum, group) => sum + heightOf(group), groups[at]?.title === undefined ? 2 : 3)
  const wrap = useRef<HTMLDivElement>(null)
  // Without a stop of its own, keys could not reach what lies beyond the edge of a table that has nothing to press.
  const stop = useScrollStop(wrap) ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {}
  return (
    <div ref={wrap} className={windowed ? 'table-wrap windowed' : 'table-wrap'} {...stop}>
      <table className="data-table" aria-label={label} aria-rowcount={windowed ? rowCount : undefined}>
        <thead>
          <tr aria-rowindex={windowed ? 1 : undefined}>
            {columns.map((column) => (
              <Head key={column.id} column={column} {...(sort && { sort })} {...(onSort && { onSort })} />
            ))}
          </tr>
        </thead>
        {groups.map((group, at) => (
          <DataTableBody
            key={group.id}
            group={group}
            columns={columns}
            rowKey={rowKey}
            currentKey={currentKey ?? null}
            unfold={unfold}
            windowed={windowed}
            firstIndex={firstIndexOf(at)}
          />
        ))}
      </table>
    </div>
  )
}
