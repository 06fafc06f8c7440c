// Reloads, restarts and lost answers while an order is under way: one order at the exchange, no second click possible
// until its fate is known, and plain words about it meanwhile.

import { expect, type Page } from 'playwright/test'
import type { FaultEntry } from '../../../electron/practice-exchange/faults.ts'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { type App, test as base } from '../support/open-app.ts'
import { type PracticeProcess, startPracticeProcess } from '../support/practice-process.ts'
import { armed, buyOf, goTo, statusLine } from '../support/screens.ts'

const UNSETTLED = 'An earlier order is unconfirmed. See Orders.'

interface Setting {
  app: App
  venue: PracticeProcess
}

const test = base.extend<{ openWith: (faults: FaultEntry[]) => Promise<Setting> }>({
  openWith: async ({ openApp }, use) => {
    const venues: PracticeProcess[] = []
    await use(async (faults) => {
      const venue = await startPracticeProcess(faults)
      venues.push(venue)
      return { venue, app: await openApp({ venueHosts: { practice: venue.url } }) }
    })
    for (const venue of venues) await venue.remove()
  },
})

async function clickBuy(page: Page): Promise<void> {
  await armed(buyOf(page, 'peaq'))
  await buyOf(page, 'peaq').click()
}

/** Presses the button in every way while it should do nothing. */
async function pressInVain(page: Page): Promise<void> {
  const button = buyOf(page, 'peaq')
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await button.click({ force: true })
  await button.dblclick({ force: true })
  await button.press('Enter')
}

async function statusOfOnly(page: Page): Promise<string | undefined> {
  const orders = await askDesktop(page, 'orders.list', {})
  expect(orders.length).toBeLessThanOrEqual(1)
  return orders[0]?.status
}

const statusCell = (page: Page) =>
  page.getByRole('table', { name: 'Orders' }).locator('tr[data-row]').locator('.col-status')

test('a reload while the order is on its way makes no second one', async ({ openWith }) => {
  const { app, venue } = await openWith([{ on: 'POST /v1/orders', fault: 'delay', ms: 3_000 }])
  const { page } = app
  await clickBuy(page)
  await expect.poll(() => statusOfOnly(page)).toBe('submitting')
  await page.reload()
  await pressInVain(page)
  await expect(buyOf(page, 'peaq')).toHaveAccessibleDescription(UNSETTLED)
  await goTo(page, 'Orders')
  await expect(statusCell(page)).toHaveText('Sending')
  await expect(statusCell(page)).toHaveText('Filled')
  await goTo(page, 'Watchlist')
  await armed(buyOf(page, 'peaq'))
  expect(venue.orders()).toBe(1)
})

test('a reload at the moment of the click makes no second order', async ({ openWith }) => {
  const { app, venue } = await openWith([])
  const { page } = app
  await clickBuy(page)
  await page.reload()
  await armed(buyOf(page, 'peaq'))
  // The reload may have come before the click reached the backend; then there is none, and never two.
  await expect
    .poll(async () => [(await statusOfOnly(page)) ?? 'none', venue.orders()].join(' '))
    .toMatch(/^(filled 1|none 0)$/)
})

test('an answer that never comes becomes unknown, is looked up, and was one order', async ({ openWith }) => {
  const { app, venue } = await openWith([{ on: 'POST /v1/orders', fault: 'hang-after' }])
  const { page } = app
  await clickBuy(page)
  await expect.poll(() => statusOfOnly(page)).toBe('submitting')
  await page.reload()
  await pressInVain(page)
  await expect.poll(() => statusOfOnly(page), { timeout: 15_000 }).toBe('filled')
  await armed(buyOf(page, 'peaq'))
  const [order] = await askDesktop(page, 'orders.list', {})
  expect(order?.attempts.map(({ outcome }) => outcome)).toEqual(['unknown'])
  expect(venue.orders()).toBe(1)
})

test('a lost answer is shown as unknown in plain words until the exchange is back', async ({ openWith }) => {
  const { app, venue } = await openWith([
    { on: 'POST /v1/orders', fault: 'drop-after' },
    { on: 'GET /v1/orders/{key}', times: 100, fault: 'drop-before' },
  ])
  await clickBuy(app.page)
  await expect(statusLine(app.page)).toContainText('Unconfirmed')
  await expect(app.page.getByRole('navigation', { name: 'Screens' })).toContainText('1 order unconfirmed')
  await venue.stop()
  await pressInVain(app.page)

  await app.restart()
  const { page } = app
  await pressInVain(page)
  await expect(buyOf(page, 'peaq')).toHaveAccessibleDescription(UNSETTLED)
  await expect(page.getByRole('banner')).toContainText('No answer from the exchange')
  await goTo(page, 'Orders')
  await expect(page.getByRole('region', { name: '1 order is unconfirmed' })).toBeVisible()
  await expect(statusCell(page)).toHaveText('Unconfirmed')
  await page.getByRole('button', { name: 'Details of buy peaq' }).click()
  await expect(page.getByText(/We’re checking its status. Don’t place it again\./)).toBeVisible()
  await expect(page.getByText('Attempt 1: answer lost')).toBeVisible()

  await venue.start()
  await page.getByRole('button', { name: 'Refresh status' }).click()
  await expect(statusCell(page)).toHaveText('Filled')
  await expect(page.getByRole('region', { name: '1 order is unconfirmed' })).toHaveCount(0)
  await goTo(page, 'Watchlist')
  await armed(buyOf(page, 'peaq'))
  expect(venue.orders()).toBe(1)
})

test('a request that never arrived is proved dead, and the next click is a new order', async ({ openWith }) => {
  const { app, venue } = await openWith([{ on: 'POST /v1/orders', fault: 'drop-before' }])
  const { page } = app
  await clickBuy(page)
  await expect.poll(() => statusOfOnly(page)).toBe('not-placed')
  expect(venue.orders()).toBe(0)
  await clickBuy(page)
  await expect.poll(() => venue.orders()).toBe(1)
  await goTo(page, 'Orders')
  await expect(statusCell(page)).toHaveText(['Filled', 'Not placed'])
})
