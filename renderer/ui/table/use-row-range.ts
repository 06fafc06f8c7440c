// Keeps the lines that a long table draws in step with scrolling, resizing and printing.

import type { Range } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { around, drawnLines, type Slice, stepTowards } from './row-range.ts'
import { itemAt, type TableItems } from './table-items.ts'
import { type TableVirtualizer, useVirtualizer } from './use-virtualizer.ts'

/** Until the first row is measured; the design's common height. */
const PLANNED_HEIGHT = 36

/** New lines a frame. A row takes about a millisecond. */
const LINES_A_FRAME = 8

/** Drawn of a long table while what counts its lines is loaded: more than a window has room for. */
const FIRST_LINES = 60

/** A line that is drawn, and where it stands, in pixels below the upper edge of the first line. */
export interface Line {
  index: number
  start: number
  end: number
}

export interface RowRange {
  lines: readonly Line[]
  /** Pixels above a line; above the one after the last these are all. */
  offsetOf: (index: number) => number
  /** For lines that are not as high as the others: titles, and what is unfolded. */
  measure: (element: Element | null) => void
}

/** What can be seen of the rows: from where on, and how much, in pixels below the first row's upper edge. */
function sightOf(wrap: Element): { offset: number; height: number } | null {
  const body = wrap.querySelector('tbody')
  if (body === null) return null
  // Whatever scrolls: the table itself, the screen around it or the page.
  const { top, bottom } = wrap.getBoundingClientRect()
  const from = Math.max(0, top)
  return {
    offset: Math.max(0, from - body.getBoundingClientRect().top),
    // Never nothing: what must not be lost stays drawn where the table is scrolled out of sight.
    height: Math.max(1, Math.round(Math.min(window.innerHeight, bottom) - from)),
  }
}

/** Keys by which sizes are kept: only lines of their own height are ever measured, and those keep theirs where they move. */
function keysOf<Row>({ sections }: TableItems<Row>, rowKey: (row: Row) => string): ReadonlyMap<number, string> {
  return new Map(
    sections.flatMap(({ group, start, titles, unfolded }) => {
      const row = unfolded === null ? undefined : group.rows[unfolded]
      const title: [number, string][] = titles === 0 ? [] : [[start, `title ${group.id}`]]
      const panel: [number, string][] =
        row === undefined || unfolded === null ? [] : [[start + titles + unfolded + 1, `unfolded ${rowKey(row)}`]]
      return [...title, ...panel]
    }),
  )
}

/** The same function until what it answers is other, because each new one has every line counted anew. */
function useItemKey(keys: ReadonlyMap<number, string>, rowHeight: number): (index: number) => number | string {
  const holds = JSON.stringify([...keys, rowHeight])
  const last = useRef({ holds: '', keyOf: (index: number): number | string => index })
  if (last.current.holds !== holds) last.current = { holds, keyOf: (index) => keys.get(index) ?? index }
  return last.current.keyOf
}

/** What was drawn last, with the keys of its rows. */
interface Drawn {
  slice: Slice
  keys: readonly (string | null)[]
}

function keysIn<Row>(items: TableItems<Row>, rowKey: (row: Row) => string, { first, last }: Slice): (string | null)[] {
  return Array.from({ length: Math.max(0, last - first) }, (_, at) => {
    const item = itemAt(items, first + at)
    return item?.kind === 'row' ? rowKey(item.row) : null
  })
}

/** How many of the lines that are drawn hold other rows now, because the order or the filter is another. */
function newLines<Row>(items: TableItems<Row>, rowKey: (row: Row) => string, { slice, keys }: Drawn): number {
  const known = new Set(keys)
  return keysIn(items, rowKey, slice).filter((key) => !known.has(key)).length
}

/** What is to be drawn, and whether more of it is to come. */
interface Plan {
  slice: Slice
  complete: boolean
}

const unmeasured = () => {}

/** All lines, which need no places. */
function wholeRange(count: number): RowRange {
  const lines = Array.from({ length: count }, (_, index) => ({ index, start: 0, end: 0 }))
  return { lines, offsetOf: () => 0, measure: unmeasured }
}

/** The upper lines, with room below them for the others, and the kept ones. */
function firstRange(count: number, kept: readonly number[]): RowRange {
  const offsetOf = (index: number) => index * PLANNED_HEIGHT
  const lines = drawnLines({ first: 0, last: Math.min(count, FIRST_LINES) }, kept, count).map((index) => ({
    index,
    start: offsetOf(index),
    end: offsetOf(index + 1),
  }))
  return { lines, offsetOf, measure: unmeasured }
}

/** The lines in sight and around them. */
function rangeOf(virtualizer: TableVirtualizer, count: number): RowRange {
  const offsetOf = (index: number) =>
    index >= count ? virtualizer.getTotalSize() : (virtualizer.measurementsCache[index]?.start ?? 0)
  return { lines: virtualizer.getVirtualItems(), offsetOf, measure: virtualizer.measureElement }
}

/** What to draw of a long table; `kept` are lines that stay drawn wherever it is scrolled to. All of it on paper. */
export function useRowRange<Row>(
  wrap: RefObject<HTMLElement | null>,
  items: TableItems<Row>,
  { rowKey, windowed, kept }: { rowKey: (row: Row) => string; windowed: boolean; kept: readonly number[] },
): RowRange {
  const [rowHeight, setRowHeight] = useState(PLANNED_HEIGHT)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const drawn = useRef<Drawn | null>(null)
  const plan = useRef<Plan | null>(null)
  const printing = useRef(false)
  const frame = useRef<number | null>(null)
  const report = useRef({ height: (_: number) => {}, offset: (_: number) => {} })

  const rangeExtractor = ({ startIndex, endIndex, count }: Range): number[] => {
    const whole = { first: 0, last: count }
    const inSight = { first: startIndex, last: endIndex + 1 }
    const goal = printing.current ? whole : around(inSight, count)
    const step = () => {
      if (drawn.current === null || printing.current) return goal
      // A press of a head or a key in the filter waits for the rows in sight alone; those around them come after.
      if (newLines(items, rowKey, drawn.current) > LINES_A_FRAME) return inSight
      return stepTowards(drawn.current.slice, goal, LINES_A_FRAME)
    }
    const slice = step()
    plan.current = { slice, complete: slice.first === goal.first && slice.last === goal.last }
    return drawnLines(slice, kept, count)
  }
  const keys = keysOf(items, rowKey)
  const late = useVirtualizer(windowed, {
    count: items.count,
    getScrollElement: () => wrap.current,
    estimateSize: () => rowHeight,
    getItemKey: useItemKey(keys, rowHeight),
    rangeExtractor,
    initialRect: { width: 0, height: windowed ? window.innerHeight : 0 },
    observeElementRect: (_, changed) => {
      report.current.height = (height) => changed({ width: 0, height })
    },
    observeElementOffset: (_, changed) => {
      report.current.offset = (offset) => changed(offset, false)
    },
    // The browser scrolls by itself to what gets the focus, and holds what is in sight in its place.
    scrollToFn: () => {},
  })
  const virtualizer = late.state === 'here' ? late.virtualizer : null
  if (virtualizer !== null) virtualizer.shouldAdjustScrollPositionOnItemSizeChange = () => false

  const look = () => {
    if (!windowed || virtualizer === null || wrap.current === null) return
    const seen = sightOf(wrap.current)
    if (seen === null) return
    if (virtualizer.scrollRect?.height !== seen.height) report.current.height(seen.height)
    if (virtualizer.scrollOffset !== seen.offset) report.current.offset(seen.offset)
  }
  const latest = useRef(look)
  latest.current = look

  useEffect(() => {
    if (!windowed) return
    // Drawn at once: a frame later, rows that came into sight would be missing for that frame, and all of them on paper.
    const moved = () => {
      if (frame.current === null || printing.current) flushSync(latest.current)
    }
    const print = ({ type }: Event) => {
      printing.current = type === 'beforeprint'
      flushSync(redraw)
    }
    document.addEventListener('scroll', moved, { capture: true, passive: true })
    window.addEventListener('resize', moved)
    window.addEventListener('beforeprint', print)
    window.addEventListener('afterprint', print)
    return () => {
      document.removeEventListener('scroll', moved, { capture: true })
      window.removeEventListener('resize', moved)
      window.removeEventListener('beforeprint', print)
      window.removeEventListener('afterprint', print)
      if (frame.current !== null) cancelAnimationFrame(frame.current)
      frame.current = null
    }
  }, [windowed])

  // After each drawing: rows may have come, gone, unfolded or changed their height, and more of them may have to come.
  useLayoutEffect(() => {
    if (!windowed) return
    drawn.current =
      plan.current === null ? null : { slice: plan.current.slice, keys: keysIn(items, rowKey, plan.current.slice) }
    const height = wrap.current?.querySelector('.data-row')?.getBoundingClientRect().height ?? 0
    if (height > 0) setRowHeight(height)
    latest.current()
    if (plan.current?.complete !== false || frame.current !== null) return
    frame.current = requestAnimationFrame(() => {
      frame.current = null
      flushSync(() => {
        latest.current()
        redraw()
      })
    })
  })

  // One that cannot be counted is drawn whole: slow, but with all its rows.
  if (!windowed || late.state === 'failed') return wholeRange(items.count)
  if (virtualizer === null) return printing.current ? wholeRange(items.count) : firstRange(items.count, kept)
  return rangeOf(virtualizer, items.count)
}
