// The rows of one group. Of a long table only those in sight are drawn, with empty rows as high as what is left out.

import { type FocusEvent, Fragment, type ReactNode, useRef } from 'react'
import type { Column, RowGroup } from './columns.ts'
import { DataTableRow } from './DataTableRow.tsx'
import { offsetOf, type RowSizes, type Slice, slicesOf } from './row-window.ts'
import { useRowWindow } from './use-row-window.ts'

interface Props<Row> {
  group: RowGroup<Row>
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string
  currentKey: string | null
  unfold: ((row: Row) => ReactNode | null) | undefined
  windowed: boolean
  /** The place of the group's first row in the whole table. */
  firstIndex: number
}

function Gap({ from, to, sizes, columns }: { from: number; to: number; sizes: RowSizes; columns: number }) {
  const height = offsetOf(to, sizes) - offsetOf(from, sizes)
  if (height <= 0) return null
  return (
    // Inert, because read out it would be a row that is not there.
    <tr className="row-gap" inert>
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}

/**
 * The rows that stay drawn wherever the list is scrolled to: the one that had the focus last, the one that was current
 * last, and those that are unfolded. So a focus is never lost, and a closed panel finds the button that opened it.
 */
function useKept<Row>({ group: { rows }, rowKey, currentKey, unfold, windowed }: Props<Row>) {
  const focused = useRef<string | null>(null)
  const current = useRef<string | null>(null)
  if (currentKey !== null) current.current = currentKey
  const onFocus = (event: FocusEvent) => {
    focused.current = event.target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? focused.current
  }
  const isKept = (row: Row) => {
    const key = rowKey(row)
    return key === focused.current || key === current.current || (unfold?.(row) ?? null) !== null
  }
  const kept = windowed ? rows.flatMap((row, index) => (isKept(row) ? [index] : [])) : []
  return { kept, onFocus }
}

/** A body of its own, titled where the group has a title. */
export function DataTableBody<Row>(props: Props<Row>) {
  const { group, columns, rowKey, currentKey, unfold, windowed, firstIndex } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const count = group.rows.length
  const { inSight, sizes } = useRowWindow(body, count, windowed)
  const { kept, onFocus } = useKept(props)
  const slices = slicesOf(inSight, kept, count)
  const gap = (from: number, to: number) => <Gap from={from} to={to} sizes={sizes} columns={columns.length} />

  const draw = (row: Row, index: number) => {
    const key = rowKey(row)
    const below = unfold?.(row) ?? null
    return (
      <Fragment key={key}>
        <DataTableRow
          row={row}
          name={key}
          columns={columns}
          isCurrent={currentKey === key}
          rowIndex={windowed ? firstIndex + index : undefined}
        />
        {below === null ? null : (
          <tr className="unfolded-row" data-index={index}>
            <td colSpan={columns.length}>{below}</td>
          </tr>
        )}
      </Fragment>
    )
  }
  const rowsOf = ({ first, last }: Slice) => group.rows.slice(first, last).map((row, at) => draw(row, first + at))

  return (
    <tbody ref={body} onFocus={onFocus}>
      {group.title === undefined ? null : (
        <tr className="group-row" aria-rowindex={windowed ? firstIndex - 1 : undefined}>
          <th scope="rowgroup" className="group-head" colSpan={columns.length}>
            <span className="group-title">{group.title}</span>
            <span className="group-count">{group.rows.length}</span>
            {group.help === undefined ? null : <span className="group-help">{group.help}</span>}
          </th>
        </tr>
      )}
      {/* Flat and keyed by row: a row that changes from one slice to another stays the same element. */}
      {slices.flatMap((slice, at) => [
        <Fragment key={`gap ${slice.first}`}>{gap(slices[at - 1]?.last ?? 0, slice.first)}</Fragment>,
        ...rowsOf(slice),
      ])}
      <Fragment key="gap end">{gap(slices.at(-1)?.last ?? 0, count)}</Fragment>
    </tbody>
  )
}
