// A ticket that was opened before its market: it offers nothing, says when trading begins, and follows the opening by itself.

import { expect, test } from 'playwright/test'
import { KDF_FLOOR } from '../../../electron/vault/primitives.ts'
import { Engine } from '../../exchanges/engine.ts'
import { OKX_DIALECT, OKX_KEY } from '../../exchanges/okx/api.ts'
import { openVenue } from '../../exchanges/server.ts'
import { memoryStore } from '../../support/profile/memory-store.ts'
import { chooseAccount } from '../support/choose.ts'
import { openApp } from '../support/open-app.ts'

test('a ticket follows its market when it opens', async () => {
  const opensAt = Date.now() + 60_000
  const words = { state: 'preopen', listTime: String(opensAt) }
  const engine = new Engine(Date.now, { words: { 'PEAQ/USDT': words } })
  const venue = await openVenue(OKX_DIALECT, engine)
  const app = await openApp({
    secretStore: memoryStore(),
    kdf: KDF_FLOOR,
    venueHosts: { practice: 'http://127.0.0.1:9', 'okx:test': venue.url },
  })
  const { page, backend } = app
  try {
    await backend.call('vault.create', {})
    const added = await backend.call('accounts.add', {
      ...{ venue: 'okx', environment: 'test', label: 'Mine' },
      ...OKX_KEY,
    })
    if (!added.ok) throw new Error(added.error.code)
    await chooseAccount(page, 'Mine')
    await page.getByRole('button', { name: 'Ticket for peaq' }).click()
    const ticket = page.locator('form.ticket')
    await expect(ticket.getByRole('note')).toContainText('Not trading yet. Trading opens')
    await expect(ticket.getByLabel('Size', { exact: true })).toBeDisabled()
    for (const name of ['Buy', 'Sell', 'USDT', 'PEAQ']) {
      await expect(ticket.getByRole('radio', { name, exact: true })).toBeDisabled()
    }
    const options = page.getByRole('region', { name: 'Not trading yet' })
    await expect(options).toContainText('This market isn’t open, so no spot order can be placed yet.')
    await expect(options.getByRole('button', { name: 'Plan this listing' })).toBeVisible()
    engine.manners.words = { 'PEAQ/USDT': { state: 'live' } }
    // Near an opening that is told the markets are asked for every few seconds.
    await expect(ticket.getByLabel('Size', { exact: true })).toBeEnabled({ timeout: 20_000 })
    await expect(ticket.getByLabel('Size', { exact: true })).toHaveValue('50')
    await expect(ticket.getByRole('note')).toHaveCount(0)
    await expect(options).toHaveCount(0)
    await ticket.getByRole('button', { name: 'Place: Buy 50 USDT of peaq' }).click()
    await expect.poll(() => engine.orders.length).toBe(1)
  } finally {
    await app.close()
    await venue.close()
  }
})
