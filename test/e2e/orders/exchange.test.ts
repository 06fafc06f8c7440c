// Trading at an exchange from the page: a key, the ticket with the book, one click within its bounds, and orders of others.

import { mkdirSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { KDF_FLOOR } from '../../../electron/vault/primitives.ts'
import { BINANCE_DIALECT, BINANCE_KEY } from '../../exchanges/binance/api.ts'
import { Engine } from '../../exchanges/engine.ts'
import { openVenue } from '../../exchanges/server.ts'
import { memoryStore } from '../../support/profile/memory-store.ts'
import { chooseAccount } from '../support/choose.ts'
import { openApp } from '../support/open-app.ts'

/** Where pictures of the screens are put, when somebody wants to look at them. */
const PICTURES = process.env['PRELIST_PICTURES']

for (const [colorScheme, width] of [
  ['light', 1360],
  ['dark', 760],
] as const) {
  test(`one click at an exchange, ${colorScheme}`, async () => {
    const engine = new Engine(Date.now)
    const venue = await openVenue(BINANCE_DIALECT, engine)
    const app = await openApp({
      secretStore: memoryStore(),
      kdf: KDF_FLOOR,
      venueHosts: { practice: 'http://127.0.0.1:9', 'binance:test': venue.url },
      viewport: { width, height: 900 },
      colorScheme,
    })
    const { page, backend } = app
    const look = async (name: string) => {
      if (PICTURES === undefined) return
      mkdirSync(PICTURES, { recursive: true })
      await page.screenshot({ path: `${PICTURES}/${name}-${colorScheme}.png` })
    }
    try {
      await backend.call('vault.create', {})
      const added = await backend.call('accounts.add', {
        ...{ venue: 'binance', environment: 'test', label: 'Mine' },
        ...BINANCE_KEY,
      })
      if (!added.ok) throw new Error(added.error.code)
      await chooseAccount(page, 'Mine')
      const buy = page.getByRole('button', { name: 'Buy 50 USDT of peaq' })
      await expect(buy).toHaveAttribute('aria-disabled', 'true')

      await page.getByRole('link', { name: 'Accounts' }).click()
      await page.getByRole('button', { name: 'Open Mine' }).click()
      await look('account')
      await page.getByRole('button', { name: 'Allow one-click orders' }).click()
      await expect(page.getByText('IOC limit orders up to 50')).toBeVisible()
      await look('account-one-click')
      await page.keyboard.press('Escape')

      await page.getByRole('link', { name: 'Watchlist' }).click()
      await expect(buy).toHaveAttribute('aria-disabled', 'false')
      await expect(buy).toHaveAccessibleDescription(/At 2\.01/)
      await look('watchlist')
      await buy.dblclick()
      await expect.poll(() => engine.orders.length).toBe(1)
      expect(engine.orders).toMatchObject([{ type: 'limit', timeInForce: 'ioc', price: 2.01, status: 'filled' }])

      await page.getByRole('button', { name: 'Ticket for peaq' }).click()
      await expect(page.getByText('Est. fill price')).toBeVisible()
      await look('ticket')

      const ticket = page.getByRole('form').or(page.locator('form.ticket'))
      await ticket.getByRole('radio', { name: 'Stop-limit' }).check()
      await ticket.getByLabel('Stop price').fill('1.9')
      await ticket.getByLabel('Limit price').fill('2.30009')
      await expect(ticket.getByText('Try 2.3.')).toBeVisible()
      await look('ticket-stop-faults')
      await ticket.getByLabel('Limit price').fill('2.3')
      await expect(ticket.getByText('would trigger right away').first()).toBeVisible()
      await look('ticket-stop-refused')
      await ticket.getByLabel('Stop price').fill('2.2')
      await expect(ticket.getByText('would trigger right away')).toHaveCount(0)
      await look('ticket-stop')
      await ticket.getByRole('button', { name: 'Place: Buy 50 USDT of peaq' }).click()
      await expect.poll(() => engine.orders.length).toBe(2)
      expect(engine.orders[1]).toMatchObject({ type: 'stop-limit', stopPrice: 2.2, price: 2.3, isWorking: false })
      await page.keyboard.press('Escape')

      const terms = {
        market: 'PEAQ/USDT',
        side: 'buy',
        type: 'limit',
        timeInForce: 'gtc',
        amount: 20,
        price: 1.5,
      } as const
      engine.place({ key: 'byhand1', ...terms })
      engine.place({ key: crypto.randomUUID().replaceAll('-', ''), ...terms })
      await page.getByRole('link', { name: 'Orders' }).click()
      await expect(page.getByText('Buy 20 PEAQ/USDT at 1.5, 0 filled')).toHaveCount(2)
      await expect(page.getByText('may come from another Prelist')).toHaveCount(1)
      // In a narrow window the type gives way, and the stop price stands in the details below.
      if (width > 1000) await expect(page.getByText('stop 2.2')).toBeVisible()
      await expect(page.getByText('No answer from the exchange')).toHaveCount(0)
      await expect(page.getByText('an order Prelist doesn’t know')).toHaveCount(0)
      await look('orders')
      await page.getByRole('button', { name: 'Details of buy peaq' }).first().click()
      await expect(page.getByText('Stop price', { exact: true })).toBeVisible()
      await look('order-details')
      expect(engine.orders).toHaveLength(4)
    } finally {
      await app.close()
      await venue.close()
    }
  })
}
