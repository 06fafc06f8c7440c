// Every screen and state of the app, one entry each: how to get there from a screen that was just loaded. The order
// matters in one way: a ledger and a portfolio that were filled stay filled.

import { expect } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { asText } from '../../../shared/reasons/reason.ts'
import { buyOf, openCoin, statusLine, tip } from '../support/screens.ts'
import {
  BROKEN,
  buy,
  EVERY_STATUS,
  FAILED,
  field,
  hold,
  overLimit,
  ownCoin,
  PENDING,
  press,
  QUOTED,
  rows,
  type Stage,
  ticketOf,
  visible,
  WITH_HISTORY,
  withValues,
} from './a11y-stage.ts'

export interface State {
  name: string
  /** The screen, as the address has it. */
  at: string
  /** What has to be so before the page is loaded. */
  before?: (stage: Stage) => unknown
  /** What is done on the page, until the state is there. */
  reach: (stage: Stage) => Promise<unknown>
  /** The page says a fault on the console in this state. */
  faulty?: true
}

export const STATES: readonly State[] = [
  { name: 'watchlist', at: 'watchlist', reach: ({ page }) => rows(page) },
  {
    name: 'watchlist, asked about live prices',
    at: 'watchlist',
    before: (stage) => stage.answer('settings.get', withValues({ sourcesAsked: false })),
    reach: ({ page }) => visible(page.getByRole('group', { name: 'Live prices?' })),
  },
  {
    name: 'watchlist, live prices that differ',
    at: 'watchlist',
    before: (stage) => stage.answer('quotes.list', QUOTED),
    reach: ({ page }) => visible(page.getByText('Binance').first()),
  },
  {
    name: 'watchlist, loading',
    at: 'watchlist',
    before: (stage) => stage.answer('coins.list', PENDING),
    reach: ({ page }) => visible(page.locator('.skeleton-row')),
  },
  {
    name: 'watchlist, failed',
    at: 'watchlist',
    before: (stage) => stage.answer('coins.list', FAILED),
    reach: ({ page }) => visible(page.getByRole('button', { name: 'Try again' })),
  },
  {
    name: 'watchlist, screened',
    at: 'watchlist',
    reach: ({ page }) => page.getByRole('checkbox', { name: 'Screen by tech score' }).check(),
  },
  {
    name: 'watchlist, filtered to nothing',
    at: 'watchlist',
    reach: ({ page }) => page.getByRole('searchbox').fill('no such coin'),
  },
  {
    name: 'watchlist, an explanation open',
    at: 'watchlist',
    reach: async ({ page }) => {
      await page
        .getByRole('button', { name: /^Unknown\. / })
        .first()
        .focus()
      await visible(tip(page))
    },
  },
  { name: 'coin', at: 'watchlist', reach: ({ page }) => openCoin(page, 'Nillion') },
  {
    name: 'coin, failed',
    at: 'watchlist',
    before: (stage) => stage.answer('coins.get', FAILED),
    reach: ({ page }) => press(page, 'Open Nillion'),
  },
  {
    name: 'coin, its price as a line',
    at: 'watchlist',
    before: (stage) => stage.answer('history.get', WITH_HISTORY),
    reach: async ({ page }) => {
      await openCoin(page, 'peaq')
      await visible(page.getByRole('slider', { name: 'Point in time' }))
    },
  },
  {
    name: 'coin, its price as candles',
    at: 'watchlist',
    before: (stage) => stage.answer('history.get', WITH_HISTORY),
    reach: async ({ page }) => {
      await openCoin(page, 'peaq')
      await page.getByRole('radio', { name: 'Candles' }).check()
      await visible(page.locator('.candle rect'))
    },
  },
  {
    name: 'coin, its price as a table',
    at: 'watchlist',
    before: (stage) => stage.answer('history.get', WITH_HISTORY),
    reach: async ({ page }) => {
      await openCoin(page, 'peaq')
      await page.getByRole('radio', { name: 'Table' }).check()
      await visible(page.getByRole('table', { name: 'Prices over the last 30 days' }))
    },
  },
  { name: 'coin that was delisted', at: 'watchlist', reach: ({ page }) => openCoin(page, 'Parcl') },
  { name: 'new coin', at: 'watchlist/new', reach: ({ page }) => visible(field(page, 'Name')) },
  {
    name: 'new coin, with faults',
    at: 'watchlist/new',
    reach: async ({ page }) => {
      await field(page, 'Ticker').fill('not a ticker')
      await press(page, 'Add to watchlist')
      await visible(page.getByText('Enter a name.'))
    },
  },
  { name: 'own coin', at: 'watchlist', reach: ({ page }) => ownCoin(page) },
  { name: 'own coin, edited', at: 'watchlist', reach: ({ page }) => ownCoin(page).then(() => press(page, 'Edit')) },
  {
    name: 'own coin, to be removed',
    at: 'watchlist',
    reach: ({ page }) => ownCoin(page).then(() => press(page, 'Remove')),
  },
  {
    name: 'own coin, not removed',
    at: 'watchlist',
    before: (stage) => stage.answer('coins.remove', FAILED),
    reach: async ({ page }) => {
      await ownCoin(page)
      await press(page, 'Remove')
      await press(page, 'Remove coin')
      await visible(page.getByRole('alert'))
    },
  },
  { name: 'airdrops', at: 'airdrops', reach: ({ page }) => rows(page) },
  {
    name: 'airdrops, unfolded, a deadline passed',
    at: 'airdrops',
    before: ({ page }) => askDesktop(page, 'airdrops.save', { coinId: 'ola', deadline: '2024-05-01' }),
    reach: ({ page }) => press(page, 'Details of Ola'),
  },
  {
    name: 'airdrops, a task open',
    at: 'airdrops',
    before: ({ page }) => askDesktop(page, 'airdropTasks.save', { coinId: 'ola', title: 'Bridge', period: 'week' }),
    reach: async ({ page }) => {
      await page.getByRole('button', { name: 'Open Bridge' }).click()
      await page.getByRole('form', { name: 'Done? Note what it took' }).waitFor()
    },
  },
  {
    name: 'notes, one edited',
    at: 'notes',
    before: ({ page }) => askDesktop(page, 'notes.save', { coinId: 'ola', text: '# Plan\n- [a](https://example.com)' }),
    reach: async ({ page }) => {
      await page.getByRole('button', { name: 'Edit note on Ola' }).click()
      await page.getByRole('region', { name: 'Earlier versions' }).waitFor()
    },
  },
  {
    name: 'palette',
    at: 'watchlist',
    reach: async ({ page }) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('option', { name: /Go to Airdrops/ }).waitFor()
    },
  },
  {
    name: 'airdrops, failed',
    at: 'airdrops',
    before: (stage) => stage.answer('airdrops.list', FAILED),
    reach: ({ page }) => visible(page.getByRole('button', { name: 'Try again' })),
  },
  {
    name: 'portfolio, empty',
    at: 'portfolio',
    reach: ({ page }) => visible(page.getByText('No holdings yet')),
  },
  {
    name: 'portfolio, faults in its forms',
    at: 'portfolio',
    reach: async ({ page }) => {
      await press(page, 'Save holding')
      await page.getByText('Edit limits').click()
      await field(page, 'Limit, %').first().fill('200')
      await visible(page.getByText('Enter a percentage from 0 to 100.'))
    },
  },
  { name: 'orders, empty', at: 'orders', reach: ({ page }) => visible(page.getByText('No orders yet')) },
  {
    name: 'portfolio',
    at: 'portfolio',
    before: ({ page }) => buy(page, 'peaq', '100'),
    reach: ({ page }) => rows(page),
  },
  {
    name: 'portfolio, over limits, one coin without a price',
    at: 'portfolio',
    before: async ({ page }) => {
      await hold(page, 'nillion', '9000')
      await hold(page, 'lurk', '5')
    },
    reach: async ({ page }) => {
      await visible(page.getByRole('region', { name: 'Over your limits' }))
      await visible(page.getByRole('region', { name: 'Not counted: no price' }))
      await askDesktop(page, 'holdings.remove', { environment: 'practice', coinId: 'nillion' })
      await askDesktop(page, 'holdings.remove', { environment: 'practice', coinId: 'lurk' })
    },
  },
  {
    name: 'portfolio, failed',
    at: 'portfolio',
    before: (stage) => stage.answer('portfolio.get', FAILED),
    reach: ({ page }) => visible(page.getByRole('button', { name: 'Try again' })),
  },
  {
    name: 'orders, one open',
    at: 'orders',
    before: ({ page }) => buy(page, 'parcl', '60', '0.03'),
    reach: ({ page }) => visible(page.getByRole('button', { name: 'Cancel buy of Parcl' })),
  },
  {
    name: 'orders, unfolded',
    at: 'orders',
    before: ({ page }) => buy(page, 'peaq', '50'),
    reach: ({ page }) => press(page, 'Details of buy peaq'),
  },
  {
    name: 'orders, in every state',
    at: 'orders',
    before: async (stage) => {
      await buy(stage.page, 'peaq', '50')
      stage.answer('orders.page', EVERY_STATUS)
    },
    reach: ({ page }) => visible(page.getByText('Mismatch')),
  },
  {
    name: 'orders, failed',
    at: 'orders',
    before: (stage) => stage.answer('orders.page', FAILED),
    reach: ({ page }) => visible(page.getByRole('button', { name: 'Try again' })),
  },
  { name: 'ticket to buy', at: 'watchlist', reach: ({ page }) => ticketOf(page, 'peaq') },
  {
    name: 'ticket to sell',
    at: 'watchlist',
    reach: async ({ page }) => {
      await ticketOf(page, 'peaq')
      await page.getByRole('radio', { name: 'Sell' }).click()
      await field(page, 'Size').fill('20')
      await visible(page.getByText('You receive'))
    },
  },
  {
    name: 'ticket with a limit price and faults',
    at: 'watchlist',
    reach: async ({ page }) => {
      await ticketOf(page, 'peaq')
      await page.getByRole('radio', { name: 'Limit' }).click()
      await field(page, 'Limit price, USDT').fill('nonsense')
      await field(page, 'Size').fill('nothing')
    },
  },
  { name: 'ticket over a limit', at: 'watchlist', reach: ({ page }) => overLimit(page) },
  {
    name: 'ticket over a limit, overridden',
    at: 'watchlist',
    reach: async ({ page }) => {
      const ticket = await overLimit(page)
      await ticket.getByText('Override the limit for this order').click()
      await field(page, 'Reason').fill('To see it.')
      await press(page, 'Save override')
      await visible(ticket.getByText('Override saved.'))
    },
  },
  {
    name: 'ticket, refused',
    at: 'watchlist',
    reach: async ({ page }) => {
      await ticketOf(page, 'Nillion')
      await field(page, 'Size').fill('900000')
      await press(page, /^Place: /)
      await visible(statusLine(page).getByText(/Nothing was sent/))
    },
  },
  {
    name: 'ticket, placed',
    at: 'watchlist',
    reach: async ({ page }) => {
      await ticketOf(page, 'peaq')
      await press(page, /^Place: /)
      await visible(page.getByRole('button', { name: 'New ticket' }))
    },
  },
  {
    name: 'ticket, its order unknown',
    at: 'watchlist',
    reach: async (stage) => {
      // Newer than the news of the order itself, which comes as well.
      stage.answer('orders.submit', withValues({ status: 'unknown', updatedAt: '2999-01-01T00:00:00.000Z' }))
      await ticketOf(stage.page, 'TEN')
      await press(stage.page, /^Place: /)
      await visible(stage.page.getByText('This order is unconfirmed'))
    },
  },
  {
    name: 'ticket, failed',
    at: 'watchlist',
    before: (stage) => stage.answer('orders.draft', FAILED),
    reach: async ({ page }) => {
      await press(page, 'Ticket for Lurk')
      await visible(page.getByRole('button', { name: 'Try again' }))
    },
  },
  {
    name: 'ticket over a coin',
    at: 'watchlist',
    reach: async ({ page }) => {
      await openCoin(page, 'peaq')
      await ticketOf(page, 'peaq')
    },
  },
  { name: 'settings', at: 'settings', reach: ({ page }) => visible(page.getByText('About this app')) },
  {
    name: 'settings, a source open, with a fault',
    at: 'settings',
    reach: async ({ page }) => {
      await press(page, 'Details of CoinGecko')
      await press(page, 'Save key')
      await visible(page.getByText('Enter the key.'))
    },
  },
  {
    name: 'settings, a fault and the keychain looked at',
    at: 'settings',
    reach: async ({ page }) => {
      await field(page, 'Size in USDT').fill('none')
      await press(page, 'Check the keychain')
      await visible(page.getByText(/^(The keychain works|The keychain is locked|No answer from the keychain)\.$/))
    },
  },
  {
    name: 'list of keys open',
    at: 'watchlist',
    reach: async ({ page }) => {
      await press(page, 'Shortcuts')
      await visible(page.getByRole('heading', { name: 'Keyboard' }))
    },
  },
  {
    name: 'notices about the profile',
    at: 'watchlist',
    before: (stage) => stage.answer('app.status', withValues({ notices: [asText('Look at this.')] })),
    // An event may bring the real state after the changed answer; the page asks anew every ten seconds.
    reach: ({ page }) => expect(page.getByText('Look at this.').first()).toBeVisible({ timeout: 25_000 }),
  },
  {
    name: 'halted',
    at: 'orders',
    before: ({ page }) => askDesktop(page, 'orders.halt', {}),
    reach: ({ page }) => visible(page.getByRole('button', { name: 'Resume orders' })),
  },
  {
    name: 'watchlist, halted, the reason shown',
    at: 'watchlist',
    before: ({ page }) => askDesktop(page, 'orders.halt', {}),
    reach: async ({ page }) => {
      await rows(page)
      await page.keyboard.press('Tab')
      await buyOf(page, 'peaq').focus()
      await visible(tip(page))
      await askDesktop(page, 'orders.resume', {})
    },
  },
  {
    name: 'a fault in drawing',
    at: 'airdrops',
    before: (stage) => stage.answer('airdrops.list', BROKEN),
    reach: ({ page }) => visible(page.getByRole('alert').filter({ hasText: 'This part couldn’t be shown.' })),
    faulty: true,
  },
]
