// The app's one table: sortable heads, groups of rows, a current row, and rows that unfold in place.

import { type ReactNode, useMemo, useRef } from 'react'
import '../styles/table-window.css'
import { type Column, type ColumnLayout, DEFAULT_LAYOUT, type RowGroup, type Sorting } from './columns.ts'
import { TableBody } from './TableBody.tsx'
import { TableHead } from './TableHead.tsx'
import { findRow, itemOfRow, itemsOf, type TableItems } from './table-items.ts'
import { useColumns } from './use-columns.ts'
import { useHeadTools } from './use-head-tools.ts'
import { useRowKeys } from './use-row-keys.ts'
import { useRowRange } from './use-row-range.ts'
import { useScrollStop } from './useScrollStop.ts'

interface Props<Row, Given, Live> {
  label: string
  /** Kept as they are from one drawing to the next, like `groups` and `given`. */
  columns: readonly Column<Row, Given, Live>[]
  groups: readonly RowGroup<Row>[]
  rowKey: (row: Row) => string
  given: Given
  layout?: ColumnLayout
  /** The trader may have the columns stand otherwise: by dragging heads and their edges, and by keys on a head. */
  onLayout?: (next: ColumnLayout) => void
  sorting?: Sorting
  onSort?: (next: Sorting) => void
  currentKey?: string | null
  /** The row that is unfolded, and what unfolds below it. */
  unfolded?: { key: string | null; draw: (row: Row) => ReactNode }
}

/** From so many lines on only those in sight are drawn: a row costs about a millisecond. */
const WHOLE_UP_TO = 80

interface Place {
  group: number
  at: number
}

/** Where the row of a key stands; looked for anew only when the rows or the key are others. */
function usePlace<Row>(
  groups: readonly RowGroup<Row>[],
  rowKey: (row: Row) => string,
  key: string | null,
): Place | null {
  const last = useRef<{ groups: unknown; key: string | null; place: Place | null } | null>(null)
  if (last.current?.groups !== groups || last.current.key !== key) {
    last.current = { groups, key, place: findRow(groups, rowKey, key) }
  }
  return last.current.place
}

/**
 * The lines that stay drawn wherever the list is scrolled to: the row that had the focus last, the one that was current
 * last, the one that is asked for next, and what is unfolded. So a focus is never lost, and a closed panel finds the button
 * that opened it.
 */
function linesOf<Row>(items: TableItems<Row>, places: readonly (Place | null)[], unfolded: Place | null): number[] {
  const rows = places.flatMap((place) => (place === null ? [] : [itemOfRow(items, place)]))
  if (unfolded === null) return rows
  const line = itemOfRow(items, unfolded)
  return [...rows, line, line + 1]
}

/** A table named `label`; each group of rows is a body of its own, titled where the group has a title. */
export function DataTable<Row, Given, Live>(props: Props<Row, Given, Live>) {
  const { label, groups, rowKey, given, currentKey = null, unfolded } = props
  const wrap = useRef<HTMLDivElement>(null)
  const current = useRef<string | null>(null)
  if (currentKey !== null) current.current = currentKey
  const layout = props.layout ?? DEFAULT_LAYOUT
  const { shown, columns } = useColumns(props.columns, layout, props.sorting, props.onSort)
  useHeadTools(wrap, { columns, layout, onLayout: props.onLayout })

  const open = usePlace(groups, rowKey, unfolded?.key ?? null)
  const items = useMemo(() => itemsOf(groups, open), [groups, open])
  const { focused, goal } = useRowKeys(wrap, { groups, rowKey })
  const places = [
    usePlace(groups, rowKey, focused),
    usePlace(groups, rowKey, current.current),
    usePlace(groups, rowKey, goal),
  ]
  const rowCount = items.count + 1 - (open === null ? 0 : 1)
  const windowed = rowCount > WHOLE_UP_TO
  const kept = windowed ? linesOf(items, places, open) : []
  const range = useRowRange(wrap, items, { rowKey, windowed, kept })

  // Without a stop of its own, keys could not reach what lies beyond the edge of a table that has nothing to press.
  const stop = useScrollStop(wrap) ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {}
  return (
    <div ref={wrap} className={windowed ? 'table-wrap windowed' : 'table-wrap'} {...stop}>
      <table className="data-table" aria-label={label} aria-rowcount={windowed ? rowCount : undefined}>
        <TableHead shown={shown} given={given} windowed={windowed} canMove={props.onLayout !== undefined} />
        {items.sections.map((section) => (
          <TableBody
            key={section.group.id}
            section={section}
            items={items}
            range={range}
            columns={columns}
            given={given}
            rowKey={rowKey}
            currentKey={currentKey}
            unfold={unfolded?.draw}
            windowed={windowed}
          />
        ))}
      </table>
    </div>
  )
}
