// An account at an exchange in the portfolio and in the ticket: other assets, a coin at its cost, markets in other currencies.

import { mkdirSync } from 'node:fs'
import { expect, type Page } from 'playwright/test'
import { KDF_FLOOR } from '../../../electron/vault/primitives.ts'
import type { Account } from '../../../shared/accounts.ts'
import { BINANCE_DIALECT, BINANCE_KEY } from '../../exchanges/binance/api.ts'
import { Engine, type Manners } from '../../exchanges/engine.ts'
import { openVenue } from '../../exchanges/server.ts'
import { memoryStore } from '../../support/profile/memory-store.ts'
import { choose, chooseAccount } from '../support/choose.ts'
import { type App, type AppOptions, test } from '../support/open-app.ts'
import { goTo, openTicket, rowOf } from '../support/screens.ts'

/** Where pictures of the screens are put, when somebody wants to look at them. */
const PICTURES = process.env['PRELIST_PICTURES']

async function look(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
}

async function atExchange(
  openApp: (options: AppOptions) => Promise<App>,
  manners: Partial<Manners>,
  options: AppOptions = {},
) {
  const engine = new Engine(Date.now, manners)
  const venue = await openVenue(BINANCE_DIALECT, engine)
  const app = await openApp({
    secretStore: memoryStore(),
    kdf: KDF_FLOOR,
    venueHosts: { practice: 'http://127.0.0.1:9', 'binance:test': venue.url },
    ...options,
  })
  const ok = async (name: string, input: object): Promise<unknown> => {
    const result = await app.backend.call(name, input)
    if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.message}`)
    return result.value
  }
  await ok('vault.create', {})
  const key = { venue: 'binance', environment: 'test', label: 'Mine', ...BINANCE_KEY }
  const { accountId } = (await ok('accounts.add', key)) as Account
  return { engine, venue, app, ok, accountId }
}

for (const [colorScheme, width] of [
  ['light', 1000],
  ['dark', 1600],
  ['light', 1600],
  ['dark', 1000],
] as const) {
  test(`the portfolio of an account, ${colorScheme}, ${width} wide`, async ({ openApp }) => {
    const prices: Record<string, number> = { 'BTC/USDT': 61_234.5, 'USDC/USDT': 0.9997, 'MOVE/USDT': 0.5 }
    const manners = { alsoListed: ['BTC/USDT', 'USDC/USDT'], prices }
    const options = { colorScheme, viewport: { width, height: 900 } }
    const { app, engine, venue, ok, accountId } = await atExchange(openApp, manners, options)
    const { page } = app
    try {
      engine.balances.set('USDT', 0)
      await chooseAccount(page, 'Mine')
      await goTo(page, 'Portfolio')
      await expect(page.getByText('No holdings yet')).toBeVisible()
      await expect(page.getByRole('region', { name: 'Other assets' })).toHaveCount(0)
      await look(page, `portfolio-empty-${colorScheme}-${width}`)

      engine.balances.set('USDT', 10_000).set('BTC', 0.0512).set('USDC', 1_250).set('AIRX', 40)
      for (const [coinId, value] of [
        ['peaq', '300'],
        ['movement', '200'],
      ] as const) {
        // The balances were asked for a moment ago.
        await expect
          .poll(async () => {
            const draft = (await ok('orders.draft', { accountId, coinId, side: 'buy' })) as { intentId: string }
            const order = { intentId: draft.intentId, type: 'market', size: { unit: 'quote', value } }
            return (await app.backend.call('orders.submit', order)).ok
          })
          .toBe(true)
      }
      await ok('orders.reconcile', {})
      prices['MOVE/USDT'] = 0
      await expect
        .poll(async () => {
          await goTo(page, 'Watchlist')
          await goTo(page, 'Portfolio')
          return page.getByText('at cost', { exact: true }).count()
        })
        .toBe(1)
      const assets = page.getByRole('table', { name: 'Other assets' })
      await expect(assets.locator('tr[data-row]')).toHaveText([/^BTC.*3,135\.21/, /^USDC.*1,249\.63/, /^AIRX/])
      await expect(page.getByText('Assets without a price are left out')).toBeVisible()
      const total = 10_000 + 3_135.2064 + 1_249.625
      await expect(page.locator('.big-number')).toHaveText(total.toLocaleString('en', { maximumFractionDigits: 2 }))
      const rows = page.getByRole('table', { name: 'Holdings' }).locator('tr[data-row]')
      await expect(rows.filter({ hasText: 'Movement' })).toContainText('200.00')
      await look(page, `portfolio-full-${colorScheme}-${width}`)
    } finally {
      await venue.close()
    }
  })
}

test('a click uses the market in USDT, and the ticket lets the trader choose another', async ({ openApp }) => {
  const manners = { alsoListed: ['PEAQ/EUR', 'EUR/USDT'], prices: { 'EUR/USDT': 1.25, 'PEAQ/EUR': 1.6 } }
  const { app, engine, venue, ok, accountId } = await atExchange(openApp, manners)
  const { page } = app
  try {
    engine.balances.set('EUR', 1_000)
    await ok('accounts.allowOneClick', { accountId, maxValue: '50', deviation: '0.01' })
    await chooseAccount(page, 'Mine')
    await rowOf(page, 'peaq').getByRole('button', { name: 'Buy 50 USDT of peaq' }).click()
    await expect.poll(() => engine.orders.map(({ market }) => market)).toEqual(['PEAQ/USDT'])

    const ticket = await openTicket(page, 'peaq')
    await expect(ticket.getByRole('combobox', { name: 'Market' })).toHaveText('PEAQ/USDT')
    await choose(ticket.getByRole('combobox', { name: 'Market' }), 'PEAQ/EUR')
    // What was typed for the other market is gone.
    await ticket.getByRole('textbox', { name: 'Size', exact: true }).fill('20')
    // 5% of 11,250 USDT less what is held, in euros.
    await expect(ticket.getByText(/^4\d\d\.\d\d EUR$/)).toBeVisible()
    await expect(ticket.getByText('Total cost')).toBeVisible()
    await ticket.getByRole('radio', { name: 'Limit', exact: true }).check({ force: true })
    await expect(ticket.getByRole('textbox', { name: 'Limit price, EUR' })).toBeVisible()
    await look(page, 'ticket-in-eur')
  } finally {
    await venue.close()
  }
})

test('without a market in USDT a click opens the ticket, which asks for the market', async ({ openApp }) => {
  const manners = {
    alsoListed: ['PEAQ/EUR', 'PEAQ/USDC', 'EUR/USDT', 'USDC/USDT'],
    unlisted: ['PEAQ/USDT'],
    prices: { 'EUR/USDT': 1.25 },
  }
  const { app, engine, venue, ok, accountId } = await atExchange(openApp, manners)
  const { page } = app
  try {
    await ok('accounts.allowOneClick', { accountId, maxValue: '50', deviation: '0.01' })
    await chooseAccount(page, 'Mine')
    await rowOf(page, 'peaq').getByRole('button', { name: 'Buy peaq: open the ticket' }).click()
    const ticket = page.getByRole('region', { name: 'Order ticket: peaq' })
    await expect(ticket.getByText('This coin trades in several markets here. Pick one.')).toBeVisible()
    await look(page, 'ticket-choice')
    await ticket.getByRole('button', { name: 'PEAQ/USDC' }).click()
    await expect(ticket.getByRole('combobox', { name: 'Market' })).toHaveText('PEAQ/USDC')
    expect(engine.orders).toEqual([])
  } finally {
    await venue.close()
  }
})
