// The tooltip of whatever explains itself, one for the page. A tooltip of its own for each mark costs some forty times the mark, and
// a table has several in a row; so this one moves to the mark that is pointed at or focused, and Base UI draws and places it.

import { Tooltip } from '@base-ui/react/tooltip'
import { useEffect, useState } from 'react'
import styles from './Tips.module.css'

/** Milliseconds. Who passes over a row on the way to a button sees none. */
const POINTED_FOR = 300
/** Milliseconds: the way from the mark to the words, which may be pointed at too. */
const LEFT_FOR = 150

const markAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null

const isShown = (target: EventTarget | null) => target instanceof Element && target.closest('[data-tips]') !== null

/** Watches the page for marks; `show` is told which one, or null. */
function watchMarks(show: (mark: HTMLElement | null) => void): () => void {
  let shown: HTMLElement | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const turn = (mark: HTMLElement | null, after: number) => {
    clearTimeout(timer)
    const now = () => {
      shown = mark
      show(mark)
    }
    if (after === 0) now()
    else timer = setTimeout(now, after)
  }
  const abort = new AbortController()
  const on = <K extends keyof DocumentEventMap>(kind: K, listen: (event: DocumentEventMap[K]) => void) =>
    document.addEventListener(kind, listen, { signal: abort.signal, capture: true })

  on('pointerover', ({ target, pointerType }) => {
    const mark = markAt(target)
    if (mark !== null && mark === shown) clearTimeout(timer)
    else if (mark !== null) turn(mark, pointerType === 'mouse' ? POINTED_FOR : 0)
    else if (isShown(target)) clearTimeout(timer)
    else turn(null, LEFT_FOR)
  })
  const focusOn = (target: EventTarget | null) => {
    const mark = markAt(target)
    // A press that orders is not a wish to read; a mark that only explains is pressed for nothing else.
    turn(mark !== null && (mark.matches('.tip-mark') || mark.matches(':focus-visible')) ? mark : null, 0)
  }
  on('focusin', ({ target }) => focusOn(target))
  on('pointerdown', ({ target }) => {
    if (markAt(target)?.matches('.tip-mark') !== true && !isShown(target)) turn(null, 0)
  })
  on('keydown', (event) => {
    if (event.key !== 'Escape' || shown === null) return
    // Read by keyboard it is the topmost thing, and Escape is for it alone. Under a resting pointer it only leaves as well.
    if (shown === document.activeElement) {
      event.preventDefault()
      event.stopPropagation()
    }
    turn(null, 0)
  })
  // Who was quicker than this was loaded is not left without.
  const pointed = document.querySelector<HTMLElement>('[data-tip]:hover')
  if (pointed === null) focusOn(document.activeElement)
  else turn(pointed, POINTED_FOR)
  return () => {
    clearTimeout(timer)
    abort.abort()
  }
}

/** The tooltip; nothing while nothing is explained. */
export function Tips() {
  const [mark, setMark] = useState<HTMLElement | null>(null)
  // What was said stays while it fades.
  const [said, setSaid] = useState<HTMLElement | null>(null)
  useEffect(
    () =>
      watchMarks((next) => {
        setMark(next)
        if (next !== null) setSaid(next)
      }),
    [],
  )
  return (
    <Tooltip.Root open={mark !== null}>
      <Tooltip.Portal>
        <Tooltip.Positioner className={styles['place']} anchor={said} sideOffset={4} collisionPadding={8}>
          {/* Its words are the mark's own name or description already. */}
          <Tooltip.Popup className={styles['tip']} data-tips="" aria-hidden="true">
            {said?.dataset['tip']}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
