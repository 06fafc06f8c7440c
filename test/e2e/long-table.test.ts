// A watchlist of thousands: only the rows in sight are drawn, and nothing that a trader does notices it.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { seedOwnCoins } from '../../scripts/bench/profile.ts'
import { shareApp, test } from './support/open-app.ts'

const OWN = 3_000
const TOTAL = OWN + 14

const dataDir = mkdtempSync(join(tmpdir(), 'prelist-e2e-'))
seedOwnCoins(dataDir, OWN)
// After the app's own hook, which still writes to the profile.
process.once('exit', () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }))
const app = shareApp(() => ({ dataDir }))
const table = () => app.current.page.getByRole('table', { name: 'Coins' })
const rows = () => table().locator('tr[data-row]')
const wrap = () => app.current.page.locator('.table-wrap')

declare function requestAnimationFrame(work: () => void): number

/** More than the frames in which a screenful of rows comes after a leap. */
const FRAMES = 10

/** Scrolls the table to a share of its height, and lets its rows come. */
const scrollTo = (share: number) =>
  wrap().evaluate(
    async (element, { share, frames }) => {
      const box = element as unknown as { scrollTop: number; scrollHeight: number }
      box.scrollTop = box.scrollHeight * share
      for (let frame = 0; frame < frames; frame += 1) await new Promise<void>((done) => requestAnimationFrame(done))
    },
    { share, frames: FRAMES },
  )

test('draws a screenful and tells how many rows there are and which these are', async () => {
  await expect(table()).toHaveAttribute('aria-rowcount', String(TOTAL + 1))
  await expect(rows().first()).toHaveAttribute('aria-rowindex', '2')
  expect(await rows().count()).toBeLessThan(80)
  await scrollTo(1)
  await expect(rows().last()).toBeInViewport()
  await expect(rows().last()).toHaveAttribute('aria-rowindex', String(TOTAL + 1))
  expect(await rows().count()).toBeLessThan(80)
})

test('keeps its head in sight and its columns as wide as they were', async () => {
  const widths = () =>
    table()
      .locator('thead th')
      .evaluateAll((heads) =>
        heads.map(
          (head) => (head as unknown as { getBoundingClientRect(): { width: number } }).getBoundingClientRect().width,
        ),
      )
  await scrollTo(0)
  await expect(rows().first()).toHaveAttribute('aria-rowindex', '2')
  const before = await widths()
  for (const share of [0.3, 0.7, 1]) {
    await scrollTo(share)
    await expect(table().locator('thead th').first()).toBeInViewport()
    expect(await widths()).toEqual(before)
  }
})

test('arrow keys go on past what was drawn', async () => {
  const { page } = app.current
  await scrollTo(0)
  await rows().first().locator('[data-row-opener]').focus()
  for (let row = 2; row < 62; row += 1) {
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('tr[data-row]:focus-within')).toHaveAttribute('aria-rowindex', String(row + 1))
  }
  await expect(page.locator('tr[data-row]:focus-within')).toBeInViewport()
})

test('goes to either end and by pages, with the focus on a row that is in sight', async () => {
  const { page } = app.current
  const focused = page.locator('tr[data-row]:focus-within')
  await scrollTo(0)
  await rows().nth(3).locator('[data-row-opener]').focus()
  await page.keyboard.press('End')
  await expect(focused).toHaveAttribute('aria-rowindex', String(TOTAL + 1))
  await expect(focused).toBeInViewport()
  await page.keyboard.press('PageUp')
  const after = Number(await focused.getAttribute('aria-rowindex'))
  expect(after).toBeLessThan(TOTAL - 5)
  expect(after).toBeGreaterThan(TOTAL - 60)
  await expect(focused).toBeInViewport()
  await page.keyboard.press('PageDown')
  await expect(focused).toHaveAttribute('aria-rowindex', String(TOTAL + 1))
  await page.keyboard.press('Home')
  await expect(focused).toHaveAttribute('aria-rowindex', '2')
  await expect(focused).toBeInViewport()
  await page.keyboard.press('ArrowDown')
  await expect(focused).toHaveAttribute('aria-rowindex', '3')
})

test('keeps the focus on a row that was scrolled out of sight, and goes on from there', async () => {
  const { page } = app.current
  await scrollTo(0)
  await rows().nth(20).locator('[data-row-opener]').focus()
  await scrollTo(0.9)
  const focused = page.locator('tr[data-row]:focus-within')
  await expect(focused).toHaveAttribute('aria-rowindex', '22')
  await expect(focused).not.toBeInViewport()
  await page.keyboard.press('ArrowDown')
  await expect(focused).toHaveAttribute('aria-rowindex', '23')
  await expect(focused).toBeInViewport()
})

test('closing a coin brings the focus back to its row, however far the list was scrolled', async () => {
  const { page } = app.current
  await scrollTo(0.5)
  const opener = rows().nth(25).locator('[data-row-opener]')
  const name = await opener.getAttribute('aria-label')
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2 })).toBeFocused()
  await scrollTo(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: name ?? '', exact: true })).toBeFocused()
})

test('filters and sorts all of them, not only those that are drawn', async () => {
  const { page } = app.current
  await page.getByRole('searchbox', { name: 'Filter coins' }).fill(`b${OWN}`)
  await expect(rows()).toHaveCount(1)
  await page.getByRole('searchbox', { name: 'Filter coins' }).fill('')
  await table().locator('th.col-coin .sort').click()
  await scrollTo(0)
  const names = await rows().locator('[data-row-opener]').allTextContents()
  expect(names).toEqual(names.toSorted(new Intl.Collator().compare))
  await expect(rows().first()).toContainText('Bench coin 0')
})

test('prints all of them', async () => {
  const { page } = app.current
  await page.getByRole('searchbox', { name: 'Filter coins' }).fill('oracles storage')
  const count = Number(await table().getAttribute('aria-rowcount')) - 1
  expect(count).toBeGreaterThan(100)
  await page.evaluate("dispatchEvent(new Event('beforeprint'))")
  expect(await rows().count()).toBe(count)
  await page.evaluate("dispatchEvent(new Event('afterprint'))")
  await expect.poll(() => rows().count()).toBeLessThan(80)
})
