// Prices as they are drawn: who says them, what is made up, where sources differ, and a change that is read without its colour.

import { beforeEach, expect, test } from 'vitest'
import { PriceCell } from '../../../../renderer/features/watchlist/PriceCell.tsx'
import { text } from '../../../../renderer/messages/en.ts'
import { loadMarkets } from '../../../../renderer/state/markets/markets-actions.ts'
import { noteQuotes } from '../../../../renderer/state/quotes/quotes-actions.ts'
import { noteAccounts } from '../../../../renderer/state/session/session-actions.ts'
import { useSession } from '../../../../renderer/state/session/session-store.ts'
import { Change } from '../../../../renderer/ui/quotes/Change.tsx'
import { drawn } from '../../fakes/drawn.ts'
import { aQuote } from '../../fakes/fake-sources.ts'
import { anAccount } from '../../fakes/fake-vault.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

const words = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
const cell = () => drawn(<PriceCell accountId="practice" coinId="peaq" />)

beforeEach(async () => {
  setUpPage()
  await loadMarkets('practice')
})

test('a price of the practice exchange says at the number that it is simulated', () => {
  expect(words(cell())).toMatch(/^0\.2000 simulated/)
})

test('a real quote takes its place, with its source and no such mark', () => {
  noteQuotes([aQuote({ price: '0.2113', source: 'kraken', venue: 'kraken' })])
  expect(words(cell())).toMatch(/^0\.2113 Kraken/)
  expect(cell()).not.toContain(text.common.notReal.practice)
})

test('another currency than USDT stands with the number', () => {
  noteQuotes([aQuote({ price: '0.2113', currency: 'USD', source: 'defillama', venue: null, market: null })])
  expect(words(cell())).toMatch(/^0\.2113 USD DefiLlama/)
})

test('a quote long past is stale, and still there', () => {
  const at = new Date(Date.now() - 3.5 * 3_600_000).toISOString()
  noteQuotes([aQuote({ price: '0.2113', at, receivedAt: at })])
  expect(words(cell())).toMatch(/^0\.2113 Binance 3 h ago \(stale\)/)
})

test('sources that differ by more than 5% say what each of them says', () => {
  const differs = [{ source: 'bybit', venue: 'bybit', price: '0.25', currency: 'USDT', at: null, by: '0.183' }] as const
  noteQuotes([aQuote({ differs: [...differs] })])
  expect(cell()).toContain('Sources are more than 5% apart. Bybit: 0.25 USDT (+18.30%).')
})

test('on a live account its own price is shown, and is no simulated one', () => {
  noteAccounts([anAccount({ accountId: 'practice', environment: 'live' })])
  useSession.getState().selectAccount('practice')
  noteQuotes([aQuote({ price: '0.2113' })])
  expect(words(cell())).toMatch(/^0\.2000/)
  for (const mark of Object.values(text.common.notReal)) expect(cell()).not.toContain(mark)
})

test.each([
  ['0.0312', '+3.12% up'],
  ['-0.0312', '-3.12% down'],
  ['0', '0.00% unchanged'],
  ['0.00001', '0.00% unchanged'],
  ['-0.00001', '0.00% unchanged'],
  ['12.5', '+1,250.00% up'],
])('a change of %s is read as %s', (change, expected) => {
  expect(words(drawn(<Change change={change} />))).toBe(expected)
})
