// When the element that has the focus goes away or is disabled, the focus goes to what stands nearest, and not to the
// page as a whole: who works by keyboard would have to begin at the top again. Lists and dialogs keep the focus themselves, and
// give it back; this is for what a library cannot know: rows, panels and forms that change under it.

import { focusNearby } from './focus.ts'

const USABLE = ':is(a[href], button, input, select, textarea, summary):not(:disabled)'
/** Where a row has gone, no button of the next row takes its place: a key that is held would press that one too. */
const HARMLESS = ':is(.row-opener, .tip-mark)'

/** The way up from what had the focus: each ancestor, and at which of its children the way comes from. */
interface Place {
  element: Element
  steps: { parent: Element; index: number }[]
}

function placeOf(element: Element): Place {
  const steps: Place['steps'] = []
  for (let at = element; at.parentElement !== null; at = at.parentElement) {
    steps.push({ parent: at.parentElement, index: [...at.parentElement.children].indexOf(at) })
  }
  return { element, steps }
}

function usableIn(root: Element | undefined, selector = USABLE): HTMLElement | null {
  const all = root === undefined ? [] : [...root.querySelectorAll<HTMLElement>(selector)]
  return all.find((element) => element.checkVisibility({ visibilityProperty: true })) ?? null
}

/** The screen; in a narrow window an open panel stands in its place. */
function content(): HTMLElement | null {
  const all = document.querySelectorAll<HTMLElement>('main, .panel-title')
  return [...all].find((element) => element.checkVisibility({ visibilityProperty: true })) ?? null
}

/** What stands in the very same place now: a form that was drawn anew has the same fields in the same order. */
function successor({ element, steps }: Place, from: number): HTMLElement | null {
  let at: Element | undefined = steps[from]?.parent
  for (const { index } of steps.slice(0, from + 1).reverse()) at = at?.children[index]
  return at instanceof HTMLElement && at.tagName === element.tagName && at.matches(USABLE) ? at : null
}

function nearest(place: Place): HTMLElement | null {
  const from = place.steps.findIndex(({ parent }) => parent.isConnected)
  for (const [level, { parent, index }] of place.steps.entries()) {
    if (level < from) continue
    if (parent.matches('tbody')) {
      return usableIn(parent.children[Math.min(index, parent.children.length - 1)], HARMLESS) ?? content()
    }
    if (parent.matches('.panel')) return successor(place, from) ?? parent.querySelector('h2')
    if (parent.matches('main, .app')) return content()
    const found =
      (level === from ? successor(place, from) : null) ?? usableIn(parent.children[index]) ?? usableIn(parent)
    if (found !== null) return found
  }
  return null
}

/** Keeps the focus from now on; the answer stops it. */
export function keepFocus(): () => void {
  const root = document.getElementById('root') ?? document.body
  let place: Place | null = null
  /** A panel's title, while what had the focus may still be drawn again: after a wait for the backend. */
  let waiting: { title: Element; place: Place } | null = null

  const remember = () => {
    const { activeElement } = document
    if (activeElement !== null && root.contains(activeElement)) place = placeOf(activeElement)
  }
  const bringBack = () => {
    const { activeElement } = document
    if (waiting !== null && activeElement === waiting.title) {
      const from = waiting.place.steps.findIndex(({ parent }) => parent.isConnected)
      const again = successor(waiting.place, from)
      if (again !== null) focusNearby(again)
      return
    }
    if (place === null || (activeElement !== document.body && !place.element.matches(':disabled'))) return
    if (place.element.isConnected && !place.element.matches(':disabled')) {
      // It was disabled for less than a frame: usable again, but the browser has taken the focus off it.
      if (place.element instanceof HTMLElement) focusNearby(place.element)
      return
    }
    const lost = place
    const target = nearest(lost)
    if (target === null) return
    focusNearby(target)
    waiting = target.matches('h2') ? { title: target, place: lost } : null
  }
  // One frame later, so that a panel that closes and an action that knows better come first.
  let frame = 0
  const observer = new MutationObserver(() => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(bringBack)
  })
  const acted = () => {
    waiting = null
  }
  // A press on nothing in particular takes the focus away on purpose. A finger's does so after it has left, with the mouse events.
  const pressed = () => {
    acted()
    place = null
  }
  // It comes after the first screen, on which something may have the focus by then.
  remember()
  observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
  document.addEventListener('focusin', remember)
  document.addEventListener('keydown', acted, true)
  document.addEventListener('mousedown', pressed, true)
  document.addEventListener('mouseup', remember, true)
  return () => {
    observer.disconnect()
    cancelAnimationFrame(frame)
    document.removeEventListener('focusin', remember)
    document.removeEventListener('keydown', acted, true)
    document.removeEventListener('mousedown', pressed, true)
    document.removeEventListener('mouseup', remember, true)
  }
}
