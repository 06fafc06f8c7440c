// A listing day as a trader has it: the plan on the evening before, the check, the opening, the alert, the ticket, the order.

import { expect, type Locator, type Page } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { choose, chooseAccount } from './choose.ts'
import { type ListingDay, MARKET, OPENS_AT } from './listing-day-stage.ts'
import { goTo, openCoin, statusLine } from './screens.ts'

const MINUTE = 60_000
/** What was said before the clock leaped would say how long ago that was. */
async function dismiss(page: Page): Promise<void> {
  await page.locator('.status-line').getByRole('button', { name: 'Dismiss' }).click()
  await expect(statusLine(page)).toHaveText('')
}

/** Lists are read each 5 s around an opening, and each minute else. */
const NEXT_READ = { timeout: 30_000 }

/** Takes a picture of what the page shows of `of`, under this name. */
export type Show = (picture: string, page: Page, of: Locator) => Promise<void>

async function evening({ app }: ListingDay, show: Show): Promise<void> {
  const { page } = app
  await chooseAccount(page, 'OKX demo')
  const panel = await openCoin(page, 'Ola')
  const listings = panel.getByRole('region', { name: 'Listings' })
  await listings.getByText('Plan a listing').click()
  await choose(listings.getByRole('combobox', { name: 'Exchange' }), 'OKX')
  await listings.getByRole('textbox', { name: 'Pair' }).fill(MARKET)
  await listings.getByLabel('Date', { exact: true }).fill(new Date(OPENS_AT).toISOString().slice(0, 10))
  await listings.getByLabel('Time', { exact: true }).fill('14:00')
  await listings.getByRole('button', { name: 'Save plan' }).click()
  await expect(listings.locator('.plan-line').getByRole('timer')).toHaveText(/^18 h \d+ min$/)
  await show('plan', page, listings.locator('.plan-line'))
  await page.keyboard.press('Escape')

  // The ticket of a coin that trades nowhere says what is possible.
  await page.getByRole('button', { name: 'Ticket for Ola' }).click()
  const options = page.getByRole('region', { name: 'Not trading yet' })
  await expect(options).toContainText('Prepared in Prelist: nothing is sent until the market opens.')
  await show('options', page, options)
  await page.keyboard.press('Escape')
  await askDesktop(page, 'alerts.save', { kind: 'price-above', coinId: 'ola', price: '0.05' })
}

async function morning(day: ListingDay, show: Show): Promise<void> {
  day.list()
  await day.overnight(14 * 60 * MINUTE)
  const { page } = day.app
  await goTo(page, 'Listings')
  await expect(page.getByRole('table', { name: 'Planned listings' })).toContainText('OLA/USDT on OKX')
  await expect(page.getByRole('table', { name: 'Listing events' })).toContainText('New: pre-launch', NEXT_READ)
  await dismiss(page)
  await show('events', page, page.getByRole('heading', { level: 1 }))

  await page.getByRole('table', { name: 'Planned listings' }).getByRole('button', { name: 'Open Ola' }).click()
  const question = page.getByRole('group', { name: 'Is OLA on OKX your Ola?' })
  await show('question', page, question)
  await question.getByRole('button', { name: 'Same coin' }).click()
  await expect(question).toHaveCount(0)
}

async function preflight(day: ListingDay, show: Show): Promise<void> {
  const { page } = day.app
  const listings = page.getByRole('region', { name: 'Listings' })
  const countdown = listings.locator('.plan-line').getByRole('timer')
  day.sleepUntil(62 * MINUTE)
  await expect(countdown).toHaveText('1 h 1 min')
  await day.wait(58 * MINUTE)
  await expect(statusLine(page)).toContainText('The vault is locked.', NEXT_READ)
  const check = listings.getByRole('button', { name: 'Run check now' })
  await check.click()
  await expect(listings).toContainText('The vault is locked.')
  await show('preflight', page, listings.getByRole('region', { name: 'OLA/USDT on OKX' }))
  day.sleepUntil(4 * MINUTE)
  await expect(countdown).toHaveText(/^[34] min/)
  await listings.getByRole('link', { name: 'Unlock the vault' }).click()
  await page.getByRole('button', { name: 'Unlock with keychain' }).click()
  await expect(page.getByRole('banner')).toContainText('Connected')
  await goTo(page, 'Watchlist')
  await openCoin(page, 'Ola')
  await check.click()
  for (const ready of ['The vault is open.', 'USDT available.', 'Your clock is within', 'The exchange answered']) {
    await expect(listings).toContainText(ready)
  }
  await show('ready', page, listings.getByRole('region', { name: 'OLA/USDT on OKX' }))
}

async function opening(day: ListingDay, show: Show): Promise<void> {
  const { page } = day.app
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Ticket for Ola' }).click()
  const ticket = page.getByRole('region', { name: 'Order ticket: Ola' })
  await expect(ticket.getByRole('note')).toContainText('Not trading yet.')
  await show('waiting', page, ticket)
  day.open()
  await day.wait(0)
  await expect(statusLine(page)).toContainText('Ola on OKX: OLA/USDT is trading.', NEXT_READ)
  await expect(ticket.getByLabel('Size', { exact: true })).toBeEnabled(NEXT_READ)
  await expect(page.getByRole('region', { name: 'Not trading yet' })).toHaveCount(0)
  await show('open', page, ticket)

  day.trade(0.0512)
  await day.wait(-MINUTE)
  await expect(statusLine(page)).toContainText('Price alert. Ola is at 0.0512, above 0.05 (OKX).', NEXT_READ)
  await ticket.getByRole('button', { name: 'Place: Buy 50 USDT of Ola' }).click()
  await expect.poll(day.orders).toBe(1)
  await expect(ticket).toContainText('Fully filled.')
  await show('order', page, ticket)

  // Each once: what was planned, checked, listed and reached.
  await ticket.getByRole('button', { name: 'Close' }).click()
  await goTo(page, 'Listings')
  await page.getByRole('tab', { name: 'Notifications' }).click()
  const told = page.locator('.told-line')
  await expect(told.filter({ hasText: 'OLA/USDT is trading.' })).toHaveCount(1)
  await expect(told.filter({ hasText: 'above 0.05' })).toHaveCount(1)
  await expect(told.filter({ hasText: 'The vault is locked.' })).toHaveCount(2)
  await show('notifications', page, page.getByRole('heading', { level: 1 }))
}

/** The day in its order. */
export async function listingDay(day: ListingDay, show: Show): Promise<void> {
  await evening(day, show)
  await morning(day, show)
  await preflight(day, show)
  await opening(day, show)
}
