// What is loaded after the first paint: all of it comes by itself, and what cannot be read says so and is tried again.

import { expect } from 'playwright/test'
import { test } from '../support/open-app.ts'
import { armed, buyOf, goTo, rowOf, SCREENS, statusLine } from '../support/screens.ts'

const CHUNK = /\/assets\/(?!first-|next-|rolldown-runtime-)[^/]+\.js$/
/** What comes right after the first screen: the data, and what the buttons of the list do. */
const NEXT = /\/assets\/next-[^/]+\.js$/

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

test('a ticket that is asked for before its code is here opens once it is; a one-click button says why it waits', async ({
  openApp,
}) => {
  const app = await openApp()
  const { page } = app
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  await page.route(NEXT, async (route) => {
    await released
    await route.fallback()
  })
  await page.reload()
  const buy = buyOf(page, 'peaq')
  await expect(buy).toHaveAttribute('aria-disabled', 'true')
  await buy.click({ force: true })
  await expect(buy).toHaveAttribute('aria-description', 'Loading your orders first.')
  await rowOf(page, 'peaq').getByRole('button', { name: 'Ticket for peaq' }).click()
  const ticket = page.getByRole('region', { name: 'Order ticket: peaq' })
  await expect(ticket).toHaveCount(0)
  release()
  await expect(ticket.getByRole('textbox', { name: 'Size', exact: true })).toBeVisible()
  await armed(buy)
  // The click on the button that was not armed has ordered nothing, then or later.
  expect(app.practiceOrders()).toBe(0)
  await page.keyboard.press('Escape')
  await buy.click()
  await expect(statusLine(page)).toContainText('Bought')
  expect(app.practiceOrders()).toBe(1)
})

test('a window whose start could not be read says so, and is whole after a reload', async ({ openApp }) => {
  const app = await openApp()
  app.tolerate(/Failed to load resource|ERR_/, /vite:preloadError|Failed to fetch dynamically imported module/)
  const { page } = app
  await page.route(NEXT, (route) => route.abort())
  await page.reload()
  await expect(statusLine(page)).toContainText('Something went wrong in this window')
  await page.unroute(NEXT)
  await page.getByRole('button', { name: 'Reload' }).click()
  await armed(buyOf(page, 'peaq'))
})
