// Everything can be done without a mouse, and the focus is always somewhere that can be seen.

import { expect, type Page } from 'playwright/test'
import { shareApp, test } from './support/open-app.ts'
import { armed, buyOf, SCREENS, statusLine } from './support/screens.ts'

const app = shareApp()

interface Focus {
  name: string
  visible: boolean
}

interface Painted {
  outlineStyle: string
  outlineWidth: string
  boxShadow: string
}
interface Focusable {
  tagName: string
  textContent: string | null
  getAttribute(name: string): string | null
  getBoundingClientRect(): { width: number; height: number }
  parentElement: Focusable | null
}
declare const document: { activeElement: Focusable | null; body: Focusable }
declare function getComputedStyle(element: Focusable, part?: string): Painted

/** What has the focus, and whether it is drawn: by an outline or a shadow of its own, of its label or of its row. */
function focusOf(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return { name: 'nothing', visible: false }
    const drawn = (one: Focusable | null, part?: string) => {
      if (one === null) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one, part)
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    }
    const { width, height } = element.getBoundingClientRect()
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? ''
    const marked = drawn(element) || drawn(element, '::after') || drawn(element.parentElement)
    return { name: `${element.tagName} ${name}`, visible: marked && width > 0 && height > 0 }
  })
}

/** Presses Tab until the focus is on it; a focus that is lost or cannot be seen on the way fails. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = []
  while (passed.length < 150) {
    await page.keyboard.press('Tab')
    const focus = await focusOf(page)
    expect(focus.visible, `the focus after ${passed.at(-1) ?? 'the start'} is on ${focus.name}`).toBe(true)
    if (focus.name.includes(name)) return
    passed.push(focus.name)
  }
  throw new Error(`Tab does not lead to ${name}, only to ${passed.join(' | ')}`)
}

/** The focus is not back on the page as a whole. */
async function keepsFocus(page: Page): Promise<void> {
  expect((await focusOf(page)).name).not.toBe('nothing')
}

test('Tab leads to every screen, and a digit too', async () => {
  const { page } = app.current
  for (const screen of SCREENS) {
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await tabTo(page, screen)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible()
    await keepsFocus(page)
  }
  for (const [index, screen] of SCREENS.entries()) {
    await page.keyboard.press(String(index + 1))
    await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible()
  }
})

test('opens a coin, walks the rows, closes the coin, and comes back to the row', async () => {
  const { page } = app.current
  await page.keyboard.press('1')
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Filter coins' })).toBeFocused()
  await tabTo(page, 'Open Grvt')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: 'Open Nillion' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Nillion' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Open Nillion' })).toBeFocused()
  expect((await focusOf(page)).visible).toBe(true)
})

test('places an order in a ticket, and leaves the ticket where it came from', async () => {
  const { page } = app.current
  const before = app.current.practiceOrders()
  await page.keyboard.press('1')
  await tabTo(page, 'Ticket for Nillion')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Order ticket: Nillion' })).toBeFocused()
  const size = page.getByRole('textbox', { name: 'Size', exact: true })
  await expect(size).toBeVisible()
  await tabTo(page, 'Place: Buy 50 USDT of Nillion')
  await page.keyboard.press('Enter')
  await expect(statusLine(page)).toContainText(/Bought .* NIL at/)
  expect(app.current.practiceOrders()).toBe(before + 1)
  await keepsFocus(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: /^Order ticket/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Ticket for Nillion' })).toBeFocused()
})

test('places an order with the one-click button, which keeps the focus while it is disarmed', async () => {
  const { page } = app.current
  const before = app.current.practiceOrders()
  await armed(buyOf(page, 'peaq'))
  await page.keyboard.press('1')
  await tabTo(page, 'Buy 50 USDT of peaq')
  await page.keyboard.press('Enter')
  await expect(statusLine(page)).toContainText(/Bought .* PEAQ at/)
  await expect(buyOf(page, 'peaq')).toBeFocused()
  await armed(buyOf(page, 'peaq'))
  await expect(buyOf(page, 'peaq')).toBeFocused()
  expect(app.current.practiceOrders()).toBe(before + 1)
})

test('a digit typed into a field goes into the field', async () => {
  const { page } = app.current
  await page.keyboard.press('1')
  await page.keyboard.press('/')
  await page.keyboard.type('24')
  await expect(page.getByRole('searchbox', { name: 'Filter coins' })).toHaveValue('24')
  await expect(page.getByRole('heading', { level: 1, name: 'Watchlist' })).toBeVisible()
})
