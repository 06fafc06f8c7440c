// Keeps the slice of rows that a long table draws in step with scrolling, resizing and printing.

import { type RefObject, useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { type RowSizes, type Slice, sliceBetween, stepTowards, type TallRow } from './row-window.ts'

/** Until the first rows are measured; the design's common height. */
const PLANNED_HEIGHT = 36

/** New rows a frame. A row takes about a millisecond. */
const ROWS_A_FRAME = 8

interface View extends RowSizes {
  inSight: Slice
}

const isSame = (a: View, b: View): boolean =>
  a.inSight.first === b.inSight.first &&
  a.inSight.last === b.inSight.last &&
  a.rowHeight === b.rowHeight &&
  a.tall.length === b.tall.length &&
  a.tall.every((row, index) => row.index === b.tall[index]?.index && row.extra === b.tall[index]?.extra)

/** The rows that are unfolded now. They are always drawn, so each can be measured. */
function tallRowsIn(body: Element): TallRow[] {
  return [...body.querySelectorAll<HTMLElement>('.unfolded-row')].map((below) => ({
    index: Number(below.dataset['index']),
    extra: below.getBoundingClientRect().height,
  }))
}

function viewOf(body: Element, count: number): View {
  const common = body.querySelector('.data-row')?.getBoundingClientRect().height ?? PLANNED_HEIGHT
  const head = body.querySelector('.group-row')?.getBoundingClientRect().height ?? 0
  const sizes = { rowHeight: common > 0 ? common : PLANNED_HEIGHT, tall: tallRowsIn(body) }
  const top = -body.getBoundingClientRect().top - head
  return { ...sizes, inSight: sliceBetween(top, top + window.innerHeight, count, sizes) }
}

function planned(count: number, windowed: boolean): View {
  const sizes = { rowHeight: PLANNED_HEIGHT, tall: [] }
  return { ...sizes, inSight: sliceBetween(0, windowed ? window.innerHeight : 0, count, sizes) }
}

/** What to draw of `count` rows in `body`; all of them while it is not `windowed`, and on paper. */
export function useRowWindow(
  body: RefObject<HTMLTableSectionElement | null>,
  count: number,
  windowed: boolean,
): { inSight: Slice; sizes: RowSizes } {
  const view = useRef<View | null>(null)
  view.current ??= planned(count, windowed)
  const told = useRef(() => {})
  const printing = useRef(false)

  // Set while more rows are to come with the next frame.
  const coming = useRef<number | null>(null)

  const look = useCallback(() => {
    if (!windowed || body.current === null || view.current === null) return
    const next = viewOf(body.current, count)
    const target = printing.current ? { first: 0, last: count } : next.inSight
    if (coming.current !== null && !printing.current) return
    next.inSight = printing.current ? target : stepTowards(view.current.inSight, target, ROWS_A_FRAME)
    if (isSame(view.current, next)) return
    view.current = next
    if (next.inSight.first !== target.first || next.inSight.last !== target.last) {
      coming.current = requestAnimationFrame(() => {
        coming.current = null
        latest.current()
      })
    }
    told.current()
  }, [body, count, windowed])
  const latest = useRef(look)
  latest.current = look

  // An outside store, because its changes are drawn at once: a frame later, rows that came into sight would be missing
  // for that frame, and all of them on paper.
  const subscribe = useCallback(
    (changed: () => void) => {
      told.current = changed
      const print = ({ type }: Event) => {
        printing.current = type === 'beforeprint'
        look()
      }
      document.addEventListener('scroll', look, { capture: true, passive: true })
      window.addEventListener('resize', look)
      window.addEventListener('beforeprint', print)
      window.addEventListener('afterprint', print)
      return () => {
        document.removeEventListener('scroll', look, { capture: true })
        window.removeEventListener('resize', look)
        window.removeEventListener('beforeprint', print)
        window.removeEventListener('afterprint', print)
      }
    },
    [look],
  )
  const now = useSyncExternalStore(subscribe, () => view.current ?? planned(count, windowed))

  // After each drawing: rows may have come, gone, unfolded or changed their height.
  useLayoutEffect(look)

  return { inSight: windowed ? now.inSight : { first: 0, last: count }, sizes: now }
}
