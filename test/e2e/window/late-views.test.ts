// What is loaded after the first paint: all of it comes by itself, and what cannot be read says so and is tried again.

import { expect } from 'playwright/test'
import { test } from '../support/open-app.ts'
import { goTo, rowOf, SCREENS } from '../support/screens.ts'

const CHUNK = /\/assets\/(?!first-|rolldown-runtime-)[^/]+\.js$/

test('every screen, panel and ticket is here before anything is pressed, and needs no file later', async ({
  openApp,
}) => {
  const { page } = await openApp()
  const loaded = () =>
    page.evaluate(`performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1))`) as Promise<
      string[]
    >
  for (const view of ['TicketPanel', 'CoinPanel', 'AddCoinPanel', 'RecoveryScreen', 'AccountsScreen', 'Tips']) {
    await expect.poll(async () => (await loaded()).some((name) => name.startsWith(`${view}-`))).toBe(true)
  }
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  for (const screen of SCREENS.toReversed()) await goTo(page, screen)
  await rowOf(page, 'peaq').getByRole('button', { name: 'Ticket for peaq' }).click()
  await expect(page.getByRole('region', { name: 'Order ticket: peaq' })).toBeVisible()
  expect(asked.filter((url) => /\.(js|css)$/.test(url))).toEqual([])
})

test('a screen that could not be read says so, and is there at the next try', async ({ openApp }) => {
  const app = await openApp()
  app.tolerate(/Failed to load resource|ERR_/, /vite:preloadError|Failed to fetch dynamically imported module/)
  const { page } = app
  // Else it is there by itself before it is asked for again.
  await page.addInitScript('globalThis.requestIdleCallback = () => 0')
  await page.route(CHUNK, (route) => route.abort())
  await page.reload()
  await expect(rowOf(page, 'peaq')).toBeVisible()
  await page.keyboard.press('4')
  const notice = page.getByRole('alert').filter({ hasText: 'This part couldn’t be loaded.' })
  await expect(notice).toBeVisible()
  await expect(page.getByRole('link', { name: 'Orders' })).toHaveAttribute('aria-current', 'page')
  await page.unroute(CHUNK)
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible()
})

test('a palette that could not be read says so, is there at the next try, and gives the focus back', async ({
  openApp,
}) => {
  const app = await openApp()
  app.tolerate(/Failed to load resource|ERR_/, /vite:preloadError|Failed to fetch dynamically imported module/)
  const { page } = app
  await page.addInitScript('globalThis.requestIdleCallback = () => 0')
  await page.route(CHUNK, (route) => route.abort())
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.reload()
  await expect(rowOf(page, 'peaq')).toBeVisible()
  const before = page.getByRole('link', { name: 'Watchlist' })
  await before.focus()
  expect(asked.filter((url) => url.includes('Palette'))).toEqual([])
  await page.keyboard.press('Control+k')
  const notice = page.getByRole('alert').filter({ hasText: 'This part couldn’t be loaded.' })
  await expect(notice).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(notice).toHaveCount(0)
  await page.unroute(CHUNK)
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search everything' })
  await expect(field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  await expect(before).toBeFocused()
})
