// `npm run dev`: the page on a fake backend, in each state that the address names, and taking in a changed view while it runs.

import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { expect, test } from 'playwright/test'
import { installedBrowser } from '../../scripts/driver/headless-app.ts'
import { ROOT } from '../../scripts/setup/paths.mjs'
import { openPageServer } from '../../tools/dev/page-server.ts'
import type { StateName } from '../../tools/dev/state-names.ts'

let server: Awaited<ReturnType<typeof openPageServer>>
let browser: Browser
let page: Page
const wrong: string[] = []

test.beforeAll(async () => {
  server = await openPageServer(0)
  browser = await chromium.launch({ executablePath: installedBrowser(), chromiumSandbox: process.getuid?.() !== 0 })
  page = await browser.newPage()
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('request', (request) => {
    if (!/^(http|ws):\/\/127\.0\.0\.1:/.test(request.url())) wrong.push(request.url())
  })
})
test.afterEach(() => expect(wrong.splice(0)).toEqual([]))
test.afterAll(async () => {
  await browser.close()
  await server.close()
})

const open = (state: string) => page.goto(`${server.resolvedUrls?.local[0]}?state=${state}`)
const rows = () => page.locator('tr[data-row]')

/** What tells each state from the others. */
const SHOWN: Record<StateName, () => Promise<void>> = {
  coins: () => expect(rows()).toHaveCount(14),
  'first-start': () => expect(page.getByRole('group', { name: 'Live prices?' })).toBeVisible(),
  markets: () => expect(page.getByRole('banner')).toContainText(/Live prices: 1 of \d+ sources not answering/),
  empty: async () => {
    await expect(page.getByRole('heading', { level: 2, name: 'No coins yet' })).toBeVisible()
    await expect(rows()).toHaveCount(0)
  },
  filled: async () => {
    await page.getByRole('link', { name: 'Orders' }).click()
    await expect(page.getByRole('table', { name: 'Orders' }).locator('tr[data-row]').first()).toBeVisible()
  },
  ledger: async () => {
    await page.getByRole('link', { name: 'Portfolio' }).click()
    await page.getByRole('tab', { name: 'Results' }).click()
    await expect(page.getByRole('table', { name: 'By coin' }).locator('tr[data-row]')).toHaveCount(14)
  },
  locked: () => expect(page.getByRole('banner')).toContainText(/locked/i),
  live: () => expect(page.locator('.app')).toHaveAttribute('data-mode', 'live'),
  errors: () => expect(page.getByRole('button', { name: 'Try again' }).first()).toBeVisible(),
  loading: () => expect(page.locator('.skeleton-row').first()).toBeVisible(),
  faulty: async () => {
    await page.getByRole('button', { name: 'Open peaq', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('This part couldn’t be shown.')
  },
  damaged: () => expect(page.getByText('The database is damaged.').first()).toBeVisible(),
}

for (const [state, shows] of Object.entries(SHOWN)) {
  test(`shows the state ${state}`, async () => {
    await open(state)
    await shows()
  })
}

test('a part that cannot be drawn leaves the rest as it is, and is tried again', async () => {
  await open('faulty')
  await page.getByRole('button', { name: 'Open peaq', exact: true }).click()
  const crashed = page.getByRole('alert').filter({ hasText: 'This part couldn’t be shown.' })
  await expect(crashed).toBeVisible()
  await expect(rows()).toHaveCount(14)
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(crashed).toHaveCount(0)
  await page.getByRole('link', { name: 'Portfolio' }).click()
  await expect(crashed).toBeVisible()
  await crashed.getByRole('button', { name: 'Try again' }).click()
  await expect(crashed).toBeVisible()
  await page.getByRole('link', { name: 'Orders' }).click()
  await expect(crashed).toHaveCount(0)
  await expect(page.getByRole('table', { name: 'Orders' }).locator('tr[data-row]').first()).toBeVisible()
})

test('takes in a changed view, and what the stores hold stays', async () => {
  await open('coins')
  await page.getByRole('button', { name: 'Open peaq', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'peaq' })).toBeVisible()
  await page.evaluate('globalThis.sameDocument = true')
  const updated = page.waitForEvent('console', {
    predicate: (line) => line.text().includes('hot updated: /app/Page.tsx'),
  })
  // As the editor's write is told to the server; the file stays as it is.
  server.watcher.emit('change', join(ROOT, 'renderer/features/watchlist/WatchlistScreen.tsx'))
  await updated
  await expect(page.getByRole('heading', { level: 2, name: 'peaq' })).toBeVisible()
  expect(await page.evaluate('globalThis.sameDocument')).toBe(true)
})

test('an account whose removal is answered at once leaves the focus on the screen', async () => {
  await open('live')
  await page.getByRole('link', { name: 'Accounts' }).click()
  await page.getByRole('button', { name: 'Open Main Binance' }).click()
  await page.getByRole('button', { name: 'Remove account' }).click()
  const question = page.getByRole('alertdialog', { name: 'Remove account' })
  await question.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Open Main Binance' })).toHaveCount(0)
  await expect(page.locator(':focus')).toHaveCount(1)
})
