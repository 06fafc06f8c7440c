// The columns of a table as TanStack Table keeps them: which are shown, in which order, how wide, and which one sorts.

import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { Column, ColumnLayout, Sorting } from './columns.ts'

/**
 * Columns alone. With 100,000 rows its own models of rows take a second and 140 MB to make, and several seconds to sort
 * (docs/benchmarks.md), so rows are arranged in `arrange-rows.ts`.
 */
const features = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
})
const NO_ROWS: object[] = []
const NOT_SORTED: Sorting = []
/** A column may be as narrow as its content lets it. */
const LEAST_WIDTH = 0

/** A column that is shown, with what the table's state says of it. */
export interface ShownColumn<Row, Given, Live> {
  column: Column<Row, Given, Live>
  /** Null where its head is not one to press. */
  sort: { direction: 'ascending' | 'descending' | null; press: () => void } | null
  /** Pixels; undefined where nobody said how wide it is. */
  width: number | undefined
}

/** The columns that are shown, in their order; `columns` stay the same array until others are shown. */
export function useColumns<Row, Given, Live>(
  columns: readonly Column<Row, Given, Live>[],
  layout: ColumnLayout,
  sorting: Sorting = NOT_SORTED,
  onSort?: (next: Sorting) => void,
): { shown: readonly ShownColumn<Row, Given, Live>[]; columns: readonly Column<Row, Given, Live>[] } {
  const defined = useMemo(
    () =>
      columns.map(({ id, head, sort, width }) => ({
        id,
        header: head,
        accessorFn: () => null,
        enableSorting: sort !== undefined,
        minSize: LEAST_WIDTH,
        ...(typeof width === 'number' && { size: width }),
      })),
    [columns],
  )
  const state = useMemo(() => stateOf(columns, layout, sorting), [columns, layout, sorting])
  const table = useTable({
    features,
    columns: defined,
    data: NO_ROWS,
    manualSorting: true,
    // A head that is pressed again turns the order around.
    enableSortingRemoval: false,
    sortDescFirst: false,
    state,
    onSortingChange: (change) => onSort?.(typeof change === 'function' ? change(state.sorting) : change),
  })
  const visible = table.getVisibleLeafColumns()
  const ids = visible.map(({ id }) => id).join(' ')
  const inOrder = useMemo(
    () =>
      ids
        .split(' ')
        .flatMap((id) => columns.find((one) => one.id === id) ?? [])
        .map((one) => chosen(one, layout)),
    [ids, columns, layout],
  )
  const shown = inOrder.map((column, at): ShownColumn<Row, Given, Live> => {
    const kept = visible[at]
    const hasWidth = typeof column.width === 'number' || layout.widths[column.id] !== undefined
    return {
      column,
      sort:
        kept === undefined || onSort === undefined || !kept.getCanSort()
          ? null
          : { direction: DIRECTIONS[kept.getIsSorted() || 'none'], press: () => kept.toggleSorting() },
      width: hasWidth ? kept?.getSize() : undefined,
    }
  })
  return { shown, columns: inOrder }
}

/** One that the trader asked for stays in a narrow table, too. */
function chosen<Row, Given, Live>(column: Column<Row, Given, Live>, { visibility, widths }: ColumnLayout) {
  const isSized = widths[column.id] !== undefined
  if (!isSized && visibility[column.id] !== true) return column
  const { givesWay: _, ...rest } = column
  return isSized ? { ...rest, sized: true } : rest
}

const DIRECTIONS = { asc: 'ascending', desc: 'descending', none: null } as const

function stateOf(
  columns: readonly Pick<Column<never, never, never>, 'id' | 'hidden'>[],
  layout: ColumnLayout,
  sorting: Sorting,
) {
  const hidden = columns.flatMap((column) => (column.hidden === true ? [[column.id, false] as const] : []))
  return {
    sorting: [...sorting],
    columnVisibility: { ...Object.fromEntries(hidden), ...layout.visibility },
    columnOrder: [...layout.order],
    columnSizing: { ...layout.widths },
  }
}
