// The app's one table: sortable heads, groups of rows, a current row, and rows that unfold in place.

import { Fragment, type ReactNode } from 'react'
import { text } from '../messages/en.ts'
import { Icon } from './Icon.tsx'

export interface Column<Row> {
  id: string
  head: string
  cell: (row: Row) => ReactNode
  /** Numbers stand at the end, so that their decimals line up. */
  align?: 'end'
  sortable?: boolean
  /** The cell that names the row. Exactly one column has it. */
  rowHeader?: boolean
  /** In which order columns leave a table that is too narrow for them; one without it stays. */
  givesWay?: 1 | 2 | 3 | 4 | 5
  /** The head is for screen readers only, where the cells speak for themselves. */
  quietHead?: boolean
}

export interface RowGroup<Row> {
  id: string
  title?: string
  help?: string
  rows: readonly Row[]
}

export interface Sort {
  column: string
  direction: 'ascending' | 'descending'
}

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

function classOf<Row>(column: Column<Row>): string {
  const { id, align, givesWay } = column
  return [`col-${id}`, align ?? '', givesWay === undefined ? '' : `gives-way-${givesWay}`]
    .filter((name) => name !== '')
    .join(' ')
}

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
  return (
    <div className="table-wrap">
      <table className="data-table" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} {...(sort && { sort })} {...(onSort && { onSort })} />
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.id}>
            {group.title === undefined ? null : (
              <tr className="group-row">
                <th scope="rowgroup" className="group-head" colSpan={columns.length}>
                  <span className="group-title">{group.title}</span>
                  <span className="group-count">{group.rows.length}</span>
                  {group.help === undefined ? null : <span className="group-help">{group.help}</span>}
                </th>
              </tr>
            )}
            {group.rows.map((row) => {
              const key = rowKey(row)
              const below = unfold?.(row) ?? null
              return (
                <Fragment key={key}>
                  <tr className="data-row" data-row={key} aria-current={currentKey === key ? 'true' : undefined}>
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
                  {below === null ? null : (
                    <tr className="unfolded-row">
                      <td colSpan={columns.length}>{below}</td>
                    </tr>
                  )}
                </Fragment>
              )
            })}
          </tbody>
        ))}
      </table>
    </div>
  )
}
