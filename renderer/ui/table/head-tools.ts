// Moves and sizes the columns of a table: heads and their edges are dragged, or keys are pressed on a head. Alt and an arrow moves
// it, Shift and an arrow makes it narrower or wider.

import { COLUMN_WIDTH } from '../../../shared/list/views.ts'
import { isPressed } from '../../shortcuts.ts'
import type { ColumnLayout } from './columns.ts'
import { movedTo, sized } from './layout-changes.ts'

export interface HeadTable {
  /** Those that are shown, in their order. */
  columns: readonly { id: string }[]
  layout: ColumnLayout
  onLayout: (next: ColumnLayout) => void
}

/** Pixels a press. */
const STEP = 16
/** A press that wanders less far is none. */
const FAR = 6

const headOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('th[data-column]') : null
const idOf = (head: HTMLElement | null) => head?.dataset['column'] ?? null
const within = (width: number) => Math.round(Math.min(COLUMN_WIDTH.max, Math.max(COLUMN_WIDTH.min, width)))

/** Listens until the answer is called; `read` says how the table stands now, null where its columns stand fast. */
export function followHead(wrap: HTMLElement, read: () => HeadTable | null): () => void {
  const ending = new AbortController()
  const { signal } = ending
  const change = (next: ColumnLayout | null) => {
    if (next !== null) read()?.onLayout(next)
  }

  const onKey = (event: KeyboardEvent) => {
    const [isMoved, isSized] = [isPressed('moveColumn', event), isPressed('sizeColumn', event)]
    const step = event.key === 'ArrowLeft' ? -1 : 1
    const head = headOf(event.target)
    const [id, table] = [idOf(head), read()]
    if (!(isMoved || isSized) || head === null || id === null || table === null) return
    event.preventDefault()
    const { layout, columns } = table
    // Past one that the table has no room for it would seem to stay where it is.
    const drawn = [...wrap.querySelectorAll<HTMLElement>('th[data-column]')].filter((each) => each.checkVisibility())
    const next = idOf(drawn[drawn.indexOf(head) + step] ?? null)
    if (isMoved && next !== null) change(movedTo(layout, columns, id, next, step > 0))
    else if (isMoved) return
    else change(sized(layout, id, within(head.getBoundingClientRect().width + step * STEP)))
  }

  const onPress = (event: PointerEvent) => {
    const head = headOf(event.target)
    const id = idOf(head)
    if (head === null || id === null || event.button !== 0) return
    const isEdge = event.target instanceof Element && event.target.matches('.head-edge')
    // Text in the head would be marked as it is dragged.
    if (isEdge) event.preventDefault()
    follow(isEdge ? sizing(head, id, event.clientX) : moving(id, event.clientX))
  }

  /** One drag, until the pointer is let go; Escape leaves all as it was. */
  const follow = ({ move, end }: Drag) => {
    const drag = new AbortController()
    const to = { signal: AbortSignal.any([signal, drag.signal]) }
    const done = (isKept: boolean) => {
      drag.abort()
      end(isKept)
    }
    document.addEventListener('pointermove', ({ clientX }) => move(clientX), to)
    document.addEventListener('pointerup', () => done(true), to)
    document.addEventListener('pointercancel', () => done(false), to)
    document.addEventListener('keydown', ({ key }) => (key === 'Escape' ? done(false) : undefined), to)
  }

  const sizing = (head: HTMLElement, id: string, from: number): Drag => {
    const before = head.getBoundingClientRect().width
    let width = before
    return {
      move: (x) => {
        width = within(before + x - from)
        // Seen at once; what counts is written when the edge is let go.
        head.style.setProperty('width', `${width}px`)
      },
      end: (isKept) => {
        head.style.removeProperty('width')
        const table = read()
        if (isKept && table !== null && Math.abs(width - before) >= 1) change(sized(table.layout, id, width))
      },
    }
  }

  const moving = (id: string, from: number): Drag => {
    let over: { head: HTMLElement; after: boolean } | null = null
    const mark = (next: typeof over) => {
      for (const each of wrap.querySelectorAll('[data-drop]')) each.removeAttribute('data-drop')
      next?.head.setAttribute('data-drop', next.after ? 'after' : 'before')
      over = next
    }
    return {
      move: (x) => {
        if (Math.abs(x - from) < FAR && over === null) return
        const heads = [...wrap.querySelectorAll<HTMLElement>('th[data-column]')]
        const found = heads.find((each) => {
          const { left, right } = each.getBoundingClientRect()
          return x >= left && x < right
        })
        if (found === undefined) return mark(null)
        const { left, width } = found.getBoundingClientRect()
        mark({ head: found, after: x > left + width / 2 })
      },
      end: (isKept) => {
        const to = over
        mark(null)
        const [table, target] = [read(), idOf(to?.head ?? null)]
        if (!isKept || to === null || table === null || target === null || target === id) return
        // It is let go over another head, so that no press of its own follows.
        change(movedTo(table.layout, table.columns, id, target, to.after))
      },
    }
  }

  wrap.addEventListener('keydown', onKey, { signal })
  wrap.addEventListener('pointerdown', onPress, { signal })
  return () => ending.abort()
}

interface Drag {
  move: (x: number) => void
  end: (isKept: boolean) => void
}
