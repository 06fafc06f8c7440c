// The holdings on the page: whose price values each, what has none in the same table, and what the total leaves out.

import { beforeEach, expect, test } from 'vitest'
import { call } from '../../../../renderer/api.ts'
import { HoldingsTable } from '../../../../renderer/features/portfolio/HoldingsTable.tsx'
import { Totals } from '../../../../renderer/features/portfolio/Totals.tsx'
import { text } from '../../../../renderer/messages/late/en.ts'
import { loadAccounts } from '../../../../renderer/state/session/session-actions.ts'
import type { Portfolio } from '../../../../shared/portfolio.ts'
import { drawn } from '../../fakes/drawn.ts'
import type { FakeDesktop } from '../../fakes/fake-desktop.ts'
import { anAccount } from '../../fakes/fake-vault.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

let desktop: FakeDesktop
const portfolio = (): Promise<Portfolio> => call('portfolio.get', { environment: 'live' })

beforeEach(async () => {
  desktop = setUpPage({ filled: true })
  desktop.state.vault.accounts.push(
    anAccount({ accountId: 'main', venue: 'kraken', environment: 'live', label: 'Main' }),
  )
  await loadAccounts()
})

test('a price says whose it is, with its age', async () => {
  for (const holding of desktop.state.holdings) Object.assign(holding, { priceFrom: 'main' })
  expect(drawn(<HoldingsTable portfolio={await portfolio()} />)).toContain('Kraken')
})

test('what has no value stands under how many there are, after all that has one', async () => {
  const page = drawn(<HoldingsTable portfolio={await portfolio()} />)
  const title = page.indexOf(text.portfolio.unpricedGroup(1))
  expect(title).toBeGreaterThan(page.indexOf('Dolomite'))
  expect(page.indexOf('>Ola<')).toBeGreaterThan(title)
})

test('where all have a value there is no such title', async () => {
  desktop.state.holdings = desktop.state.holdings.filter(({ value }) => value !== null)
  expect(drawn(<HoldingsTable portfolio={await portfolio()} />)).not.toContain('Without a price')
})

test('the total says how much it leaves out, coins and other assets', async () => {
  const whole = await portfolio()
  const asset = { asset: 'XYZ', kind: null, amount: '1', price: null, priceAt: null, priceAsOfMs: null, value: null }
  expect(drawn(<Totals portfolio={whole} />)).toContain(text.portfolio.leftOutCount(1))
  expect(drawn(<Totals portfolio={{ ...whole, assets: [asset] }} />)).toContain(text.portfolio.leftOutCount(2))
  expect(drawn(<Totals portfolio={{ ...whole, unpriced: [] }} />)).not.toContain(text.portfolio.leftOut)
})

test('the trader’s own price is marked as his, with its day, and against no limit', async () => {
  const ola = desktop.state.holdings.find(({ value }) => value === null)
  if (ola === undefined) throw new Error('all have a price')
  Object.assign(ola, { price: '2', priceAt: '2026-11-20', value: '100', valuedAt: 'own-price', share: '0.1' })
  const whole = await portfolio()
  const shown = { ...whole, limitTotal: '1' }
  const page = drawn(<HoldingsTable portfolio={shown} />)
  expect(page).toContain(text.portfolio.ownPriceOf)
  expect(page).toMatch(/<time dateTime="2026-11-20">[^<]*20[^<]*</)
  expect(page).toContain(`${text.common.unknown}. ${text.portfolio.ownPriceHelp}`)
  expect(drawn(<Totals portfolio={shown} />)).toContain(text.portfolio.ownPricedCount(1))
  expect(drawn(<Totals portfolio={whole} />)).not.toContain(text.portfolio.unpriced)
})

test('each row leads to its coin, its movements and a ticket', async () => {
  const page = drawn(<HoldingsTable portfolio={await portfolio()} />)
  for (const way of [text.listings.openCoin, text.ledger.movementsOf, text.orders.ticketOf]) {
    expect(page).toContain(`aria-label="${way('Movement')}"`)
  }
})
