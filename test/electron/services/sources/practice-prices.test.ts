// Which real price the practice exchange follows of a coin that has several, and which it never does.

import { expect, it } from 'vitest'
import type { PracticePrice } from '../../../../electron/ports/practice-prices.ts'
import type { SourceRow } from '../../../../electron/ports/sources.ts'
import { createPracticePrices } from '../../../../electron/services/sources/practice-prices.ts'
import type { Quote } from '../../../../shared/sources/quotes.ts'
import type { SourceId } from '../../../../shared/sources/sources.ts'

const NOW = Date.UTC(2026, 10, 23, 12)
const ago = (seconds: number) => new Date(NOW - seconds * 1_000).toISOString()
const quote = (change: Partial<Quote> = {}): Quote => ({
  ...{ coinId: 'peaq', price: '0.2', currency: 'USDT', source: 'binance', venue: 'binance', market: 'PEAQ/USDT' },
  ...{ basis: 'market', at: null, receivedAt: ago(5), bid: '0.19', ask: '0.21', change24h: null, volume24h: null },
  ...{ marketCap: null, confidence: null, simulated: false, differs: [] },
  ...change,
})

function desk(quotes: () => Quote[]) {
  const told: (readonly PracticePrice[])[] = []
  const settings = { practiceRealPrices: true }
  const off = new Set<SourceId>()
  const row = (source: SourceId): SourceRow => ({
    ...{ source, enabled: !off.has(source), plan: null, perMinute: null, perMonth: null, key: null },
    ...{ lastAskedAt: null, lastAnswerAt: null, lastError: null, restsUntil: null },
  })
  const prices = createPracticePrices({
    quotes: { all: () => Map.groupBy(quotes(), ({ coinId }) => coinId) },
    store: { row },
    clock: { now: () => NOW },
    settings: () => settings,
    follow: (list) => told.push(list),
  })
  return { ...prices, told, settings, off }
}

it('follows best bid and ask of the coin’s market in USDT, and names the exchange', () => {
  const { tell, told } = desk(() => [quote()])
  tell()
  expect(told).toEqual([
    [{ coinId: 'peaq', source: 'Binance', bid: '0.19', ask: '0.21', last: '0.2', receivedAt: NOW - 5_000 }],
  ])
  // The same again is no news.
  tell()
  expect(told.length).toBe(1)
})

it.each<[string, Partial<Quote>]>([
  ['in another currency', { currency: 'USD' }],
  ['without a bid', { bid: null }],
  ['without an ask', { ask: null }],
  ['with a bid above its ask', { bid: '0.22' }],
  ['with a bid of zero', { bid: '0' }],
  ['of a contract alone', { basis: 'contract' }],
  ['of a source that is no exchange', { source: 'coingecko' }],
  ['of the practice exchange itself', { source: 'practice', simulated: true }],
])('never one %s', (_, change) => {
  const { tell, told } = desk(() => [quote(change)])
  tell()
  expect(told).toEqual([[]])
})

it('the first that is young counts; without one the first, so that the market is known to wait', () => {
  const list = [quote({ receivedAt: ago(61) }), quote({ source: 'okx', venue: 'okx', receivedAt: ago(60) })]
  const { tell, told } = desk(() => list)
  tell()
  expect(told.at(-1)?.map(({ source }) => source)).toEqual(['OKX'])
  list.splice(1, 1, quote({ source: 'okx', venue: 'okx', receivedAt: ago(600) }))
  tell()
  expect(told.at(-1)?.map(({ source }) => source)).toEqual(['Binance'])
})

it('one of an exchange that is off is not followed, nor any with the setting off', () => {
  const list = [quote(), quote({ source: 'okx', venue: 'okx' })]
  const { tell, told, off, settings } = desk(() => list)
  off.add('binance')
  tell()
  expect(told.at(-1)?.map(({ source }) => source)).toEqual(['OKX'])
  settings.practiceRealPrices = false
  tell()
  expect(told.at(-1)).toEqual([])
})
