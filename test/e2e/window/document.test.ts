// The document shows the first screen before any script runs, and the page takes over exactly that.

import { expect, type Page } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { ORIGIN, test } from '../support/open-app.ts'
import { goTo, rowOf } from '../support/screens.ts'

const HOSTILE = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '$& $1 $`',
  '"><img src=x onerror=alert(1)>',
  ']]>',
]

/** The document as it is sent, read by the driver: the page itself has no network. */
async function sentDocument(page: Page): Promise<string> {
  const answer = page.waitForResponse((response) => response.url() === `${ORIGIN}/`)
  await page.goto(`${ORIGIN}/`)
  return (await answer).text()
}

interface Held {
  coins: { name: string }[] | null
  settings: unknown
  views: unknown
}

const heldIn = (html: string): Held => JSON.parse(/id="first-answers">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null')

test('the rows are in the document, and what they were drawn from is what the page asks for', async ({ openApp }) => {
  const { page } = await openApp()
  const html = await sentDocument(page)
  expect(html.match(/<tr class="data-row"/g)).toHaveLength(14)
  await expect(page.locator('#first-answers')).toHaveCount(0)
  expect(heldIn(html)).toEqual({
    coins: await askDesktop(page, 'coins.list', {}),
    settings: await askDesktop(page, 'settings.get', {}),
    views: await askDesktop(page, 'views.list', {}),
  })
})

test('it is taken over: the same elements, which can be pressed as soon as the window is open', async ({ openApp }) => {
  const { page } = await openApp()
  await page.route(/\/assets\/first-.*\.js$/, async (route) => {
    await page.evaluate(`globalThis.firstRow = document.querySelector('tr[data-row]')`)
    await route.fallback()
  })
  await page.reload()
  expect(await page.evaluate(`globalThis.firstRow === document.querySelector('tr[data-row]')`)).toBe(true)
  // Without waiting for anything: the key is heard, and the press counts.
  await page.keyboard.press('/')
  expect(await page.evaluate('document.activeElement.id')).toBe('coin-filter')
  await page.evaluate(`document.querySelector('[data-row=peaq] .star').click()`)
  await expect(rowOf(page, 'peaq').getByRole('button', { name: 'Watch peaq' })).toHaveAttribute('aria-pressed', 'false')
  await page.reload()
  await expect(rowOf(page, 'peaq').getByRole('button', { name: 'Watch peaq' })).toHaveAttribute('aria-pressed', 'false')
})

test('what own coins are called is a text in it, whatever it is', async ({ openApp }) => {
  const app = await openApp()
  for (const name of HOSTILE) await askDesktop(app.page, 'coins.save', { name, what: name })
  await app.restart()
  const html = await sentDocument(app.page)
  expect(html).not.toMatch(/<img|<script>|<!--<|alert\(1\)<\/script>/)
  const names = heldIn(html).coins?.map(({ name }) => name) ?? []
  for (const name of HOSTILE) {
    expect(names).toContain(name)
    await expect(rowOf(app.page, name)).toBeVisible()
  }
})

test('it comes in the theme and density of the trader', async ({ openApp }) => {
  const app = await openApp()
  await askDesktop(app.page, 'settings.save', { theme: 'dark', density: 'compact' })
  expect(await sentDocument(app.page)).toContain('<html lang="en" data-theme="dark" data-density="compact">')
})

test('a reload on another screen comes back to that one', async ({ openApp }) => {
  const { page } = await openApp()
  await goTo(page, 'Orders')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Orders')
  await page.keyboard.press('1')
  await expect(rowOf(page, 'peaq')).toBeVisible()
})
