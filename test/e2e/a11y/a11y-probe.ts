// Looks at the page from within: what can be operated, where the focus is, and whether that can be seen.

import { expect, type Page } from 'playwright/test'

/** Everything that the keyboard has to reach: of a group of radio buttons, the one that is chosen. */
const TO_REACH = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter((one) =>
  one.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true }) && !one.disabled && one.tabIndex >= 0 && (one.type !== 'radio' || one.checked))`

const SAY = `(one) => one.tagName + ' ' + (one.ariaLabel ?? one.textContent.trim() ?? '').slice(0, 40)`

/** What a focus may be drawn with: on the element, its overlay, or what stands for a hidden input. */
const LOOK = `(one) => [[one], [one, '::after'], [one.nextElementSibling ?? one]].map(([at, part]) => {
  const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(at, part)
  return outlineStyle === 'none' || outlineWidth === '0px' ? boxShadow : outlineWidth + outlineColor + boxShadow
}).join()`

/** Clickable by its cursor or by its handler, without being something that the keyboard can operate. */
const POINTER_ONLY = `[...document.querySelectorAll('#root *')].filter((one) => {
  const props = one[Object.keys(one).find((key) => key.startsWith('__reactProps$'))]
  const handled = typeof props?.onClick === 'function'
  const pointing = getComputedStyle(one).cursor === 'pointer'
  return (handled || pointing) && one.closest('a[href], button, input, select, textarea, summary, label') === null
}).map(${SAY})`

export interface Walk {
  /** How many places the focus stopped at. */
  stops: number
  missed: string[]
  unseen: string[]
  covered: string[]
  pointerOnly: string[]
}

const STEP = `(() => {
  const one = document.activeElement
  if (one === document.body || walk.stops.has(one)) return
  const { left, top, width, height } = one.getBoundingClientRect()
  const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5]].map(([x, y]) =>
    document.elementFromPoint(left + width * x, top + height * y))
  const near = (at) => at !== null && (one.contains(at) || at.contains(one) && !at.matches('main, .app, body, html') ||
    one.closest('label')?.contains(at))
  walk.stops.set(one, { look: walk.look(one), covered: !points.some(near) })
})()`

/** Goes through the whole page by Tab alone, from the top. */
export async function walkByTab(page: Page): Promise<Walk> {
  await page.evaluate(`document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0);
    globalThis.walk = { stops: new Map(), look: ${LOOK} }`)
  // A date is a field of four parts, each of which is one Tab.
  const presses = await page.evaluate(`${TO_REACH}.reduce((sum, { type }) => sum + (type === 'date' ? 4 : 1), 3)`)
  for (let press = 0; press < Number(presses); press += 1) {
    await page.keyboard.press('Tab')
    await page.evaluate(STEP)
  }
  await page.evaluate('document.activeElement.blur()')
  return (await page.evaluate(`({
    stops: walk.stops.size,
    missed: ${TO_REACH}.filter((one) => !walk.stops.has(one)).map(${SAY}),
    unseen: [...walk.stops].filter(([one, { look }]) => walk.look(one) === look).map(([one]) => (${SAY})(one)),
    covered: [...walk.stops].filter(([, { covered }]) => covered).map(([one]) => (${SAY})(one)),
    pointerOnly: ${POINTER_ONLY},
  })`)) as Walk
}

/** The focus is on something that is there, can be used and can be seen; answers what it is. */
export async function focused(page: Page): Promise<string> {
  const where = () =>
    page.evaluate(`(() => {
      const one = document.activeElement
      const there = one !== document.body && one.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true }) && !one.disabled
      return there ? (${SAY})(one) : 'nothing'
    })()`)
  await expect.poll(where, 'the focus').not.toBe('nothing')
  return (await where()) as string
}
