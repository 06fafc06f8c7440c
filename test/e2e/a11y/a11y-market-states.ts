// The screens and states of listings, plans, alerts and notifications, for the table of states.

import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { openCoin } from '../support/screens.ts'
import { type Change, FAILED, field, press, type Stage, visible } from './a11y-stage.ts'
import type { State } from './a11y-states.ts'

const AT = '2026-11-29T12:00:00.000Z'
const DAY_MS = 86_400_000

const value =
  (answer: unknown): Change =>
  async () => ({ ok: true, value: answer })

const EVENT = {
  venue: 'kucoin',
  market: 'PEAQ/USDT',
  coinIds: ['peaq'],
  at: AT,
  seenAt: AT,
  opensAt: null,
  closesAt: null,
}
const EVENTS = value({
  items: [
    { ...EVENT, eventId: 2, from: 'auction', to: 'trading', match: 'contract' },
    { ...EVENT, eventId: 1, from: null, to: 'announced', coinIds: [], match: 'ticker', at: null },
  ],
  next: 1,
})

const ANNOUNCED = { source: 'kucoin', coinIds: ['peaq'], at: AT, seenAt: AT }
/** One with a page, one without a page and without a time. */
const ANNOUNCEMENTS = value([
  { ...ANNOUNCED, title: 'peaq (PEAQ) gets listed', url: 'https://www.kucoin.com/announcement/peaq' },
  { ...ANNOUNCED, title: 'PEAQ maintenance', url: null, at: null },
])

const LISTING = { venue: 'bybit', market: 'PEAQ/USDT', coinId: 'peaq', accountIds: [], source: 'list', closesAt: null }
/** One whose coin is in question, one that is another coin's. */
export const LISTED = value([
  { ...LISTING, stage: 'announced', opensAt: '2099-01-01T12:00:00.000Z', since: AT, seenAt: AT, match: 'ticker' },
  { ...LISTING, venue: 'mexc', stage: 'trading', opensAt: null, since: null, seenAt: AT, match: 'refused' },
])

const NOTIFICATION = { at: AT, venue: null, market: null, alertId: 'a1', snoozedUntil: null, shownAt: AT, sound: false }
const TOLD = value({
  items: [
    {
      ...{ ...NOTIFICATION, notificationId: 2, kind: 'price', state: 'new', coinId: 'peaq' },
      reason: { code: 'PRICE_ROSE_ABOVE', params: { coin: 'peaq', price: '0.26', limit: '0.25', source: 'Binance' } },
    },
    {
      ...{ ...NOTIFICATION, notificationId: 1, kind: 'source', state: 'dismissed', coinId: null },
      reason: { code: 'SOURCE_SILENT', params: { source: 'Kraken', minutes: 11 } },
    },
  ],
  next: null,
})

const STAGED = {
  ...{
    accountId: 'practice',
    environment: 'practice',
    coinId: 'lurk',
    venue: 'practice',
    market: 'LURK/USDT',
    side: 'buy',
  },
  ...{
    size: { unit: 'quote', value: '25' },
    maxPrice: '60',
    maxValue: '30',
    from: AT,
    until: '2099-01-01T12:00:00.000Z',
  },
  ...{ note: '', intentId: null, reason: null, createdAt: AT, updatedAt: AT },
}
/** One that waits, one that asks, and one that is over with its reason. */
const STAGED_ORDERS = value([
  { ...STAGED, stagedId: 's3', trigger: 'send', state: 'waiting' },
  { ...STAGED, stagedId: 's2', trigger: 'ask', state: 'asking', intentId: 's2' },
  { ...STAGED, stagedId: 's1', trigger: 'send', state: 'expired', reason: { code: 'STAGED_WINDOW_OVER', params: {} } },
])

/** A planned listing of Lurk at Binance, tomorrow. */
async function planned({ page }: Stage): Promise<void> {
  const opensAt = new Date(Date.now() + DAY_MS).toISOString()
  await askDesktop(page, 'listings.plan', { coinId: 'lurk', venue: 'binance', market: 'LURK/USDT', opensAt })
}

export const MARKET_STATES: readonly State[] = [
  { name: 'listings, empty', at: 'listings', reach: ({ page }) => visible(page.getByText('No listing events yet')) },
  {
    name: 'listings, with events and a plan',
    at: 'listings',
    before: async (stage) => {
      await planned(stage)
      stage.answer('listings.eventsPage', EVENTS)
      stage.answer('listings.announcements', ANNOUNCEMENTS)
    },
    reach: async ({ page }) => {
      await visible(page.getByRole('table', { name: 'Listing events' }))
      await visible(page.getByRole('table', { name: 'Planned listings' }))
    },
  },
  {
    name: 'listings, staged orders',
    at: 'listings',
    before: (stage) => stage.answer('staged.list', STAGED_ORDERS),
    reach: ({ page }) => visible(page.getByRole('button', { name: 'Cancel the staged order for Lurk' }).first()),
  },
  {
    name: 'coin, a staged order with faults',
    at: 'watchlist',
    reach: async ({ page }) => {
      const panel = await openCoin(page, 'Lurk')
      await panel.getByText('When it opens', { exact: true }).first().click()
      await panel.getByText('Send automatically', { exact: true }).click()
      await press(page, 'Arm it')
      await visible(page.getByText('Enter a number above 0.').first())
    },
  },
  {
    name: 'listings, failed',
    at: 'listings',
    before: (stage) => stage.answer('listings.eventsPage', FAILED),
    reach: ({ page }) => visible(page.getByRole('button', { name: 'Try again' })),
  },
  {
    name: 'alerts, a new one with a fault',
    at: 'listings',
    reach: async ({ page }) => {
      await page.getByRole('tab', { name: 'Alerts' }).click()
      await press(page, 'Add alert')
      await press(page, 'Save alert')
      await visible(page.getByText('Enter a price above 0.'))
    },
  },
  {
    name: 'alerts, some',
    at: 'listings',
    before: async ({ page }) => {
      await askDesktop(page, 'alerts.save', { kind: 'price-above', coinId: 'peaq', price: '0.25', sound: true })
      await askDesktop(page, 'alerts.save', { kind: 'source-silent', source: null, minutes: 10, isOn: false })
    },
    reach: async ({ page }) => {
      await page.getByRole('tab', { name: 'Alerts' }).click()
      await visible(page.getByText('peaq above 0.25 USD'))
    },
  },
  {
    name: 'notifications',
    at: 'listings',
    before: (stage) => stage.answer('notifications.page', TOLD),
    reach: async ({ page }) => {
      await page.getByRole('tab', { name: 'Notifications' }).click()
      await visible(page.getByText('peaq is at 0.26, above 0.25 (Binance).'))
    },
  },
  {
    name: 'coin, asked whose a market is',
    at: 'watchlist',
    before: (stage) => stage.answer('listings.list', LISTED),
    reach: async ({ page }) => {
      await openCoin(page, 'peaq')
      await visible(page.getByRole('group', { name: 'Is PEAQ on Bybit your peaq?' }))
    },
  },
  {
    name: 'coin, planned and checked before its opening',
    at: 'watchlist',
    before: planned,
    reach: async ({ page }) => {
      await openCoin(page, 'Lurk')
      await press(page, 'Run check now')
      await visible(page.getByText('You have no account on Binance.'))
      await page.getByText('Plan a listing').click()
      await press(page, 'Save plan')
      await visible(page.getByText('Enter a date and a time.'))
    },
  },
  {
    name: 'coin, a new alert of each kind of field',
    at: 'watchlist',
    reach: async ({ page }) => {
      await openCoin(page, 'peaq')
      await press(page, 'Add alert')
      await visible(field(page, 'Price, USD'))
    },
  },
  {
    name: 'ticket of a coin that trades nowhere',
    at: 'watchlist',
    before: ({ page }) => askDesktop(page, 'coins.save', { name: 'Long Pier', ticker: 'LPIER' }),
    reach: async ({ page }) => {
      await press(page, 'Ticket for Long Pier')
      await visible(page.getByRole('region', { name: 'Not trading yet' }).getByText('Plan this listing'))
    },
  },
  {
    name: 'settings, quiet hours with a fault',
    at: 'settings',
    reach: async ({ page }) => {
      await page.getByRole('checkbox', { name: 'Use quiet hours' }).check()
      await page.getByLabel('Until').fill('22:00')
      await visible(page.getByText('Enter two different times.'))
    },
  },
]
