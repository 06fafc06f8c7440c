// Arranges a table's rows when something of them changed, and makes the rest ready while the page has nothing to do.

import { useEffect, useMemo, useRef } from 'react'
import { arrangeRows, prepareRows, type Wanted } from './arrange-rows.ts'
import type { Column, Sorting } from './columns.ts'

/** Below so many rows nothing is worth making ready. */
const MANY = 1_000

/** What is left of a pause when a look at the clock says there is none; a piece of work takes less. */
const LEAST_MS = 2

function whileIdle(work: (hasTime: () => boolean) => boolean): () => void {
  let id = 0
  const next = () => {
    id = requestIdleCallback((idle) => {
      if (!work(() => idle.timeRemaining() > LEAST_MS)) next()
    })
  }
  next()
  return () => cancelIdleCallback(id)
}

/** The rows that are wanted, sorted; the same array until one of these is another. */
export function useArrangedRows<Row, Given, Live>(
  columns: readonly Column<Row, Given, Live>[],
  rows: readonly Row[],
  live: Live,
  { sorting, wanted }: { sorting: Sorting; wanted: Wanted },
): readonly Row[] {
  // Not begun anew when only prices changed: their order is quickly made, and outdated a few seconds later.
  const latest = useRef(live)
  latest.current = live
  useEffect(
    () =>
      rows.length < MANY ? undefined : whileIdle((hasTime) => prepareRows(columns, rows, latest.current, hasTime)),
    [columns, rows],
  )
  return useMemo(() => arrangeRows(columns, rows, live, { sorting, wanted }), [columns, rows, live, sorting, wanted])
}
