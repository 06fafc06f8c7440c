// Reads DefiLlama's prices by contract address and their history. DefiLlama/api-docs of 2026-07-29: a name that it does not know
// is missing from the answer.

import type { Candle, HistoryRange } from '../../../../shared/sources/quotes.ts'
import { member, textOf } from '../../../../shared/venues/json.ts'
import { amountOf, fromSeconds, priceOf } from '../../../exchanges/common/public-reads.ts'
import type { NamedPrice } from '../../../ports/market-data.ts'
import { refusedWith } from './common.ts'
import type { Reader } from './reader.ts'
import { inOrder } from './venues.ts'

const MOST_BYTES = 4 * 1024 * 1024
const encoded = (name: string) => encodeURIComponent(name).replaceAll('%3A', ':')

/** How many points of which length make up a range; of everything, weeks of ten years. */
const SPANS: Readonly<Record<HistoryRange, { period: string; points: number; seconds: number }>> = {
  '1d': { period: '15m', points: 96, seconds: 900 },
  '7d': { period: '1h', points: 168, seconds: 3_600 },
  '30d': { period: '4h', points: 180, seconds: 14_400 },
  '1y': { period: '1d', points: 365, seconds: 86_400 },
  max: { period: '1w', points: 500, seconds: 604_800 },
}

const common = { isExact: true, maxBytes: MOST_BYTES, isNoneAt404: false, trouble: () => refusedWith('message') }

export const llamaPrices: Reader<'llama-prices'> = {
  ...common,
  path: ({ names }) => `/prices/current/${names.map(encoded).join(',')}`,
  rows: (body, { names }) => {
    const coins = member(body, 'coins')
    if (typeof coins !== 'object' || coins === null || Array.isArray(coins)) return null
    // It answers in its own spelling of an address.
    const asked = new Map(names.map((name) => [name.toLowerCase(), name]))
    const rows = Object.entries(coins).flatMap(([key, row]: [string, unknown]): NamedPrice[] => {
      const name = asked.get(key.toLowerCase())
      const price = priceOf(member(row, 'price'))
      if (name === undefined || price === null) return []
      const confidence = amountOf(member(row, 'confidence'))
      return [{ name, price, confidence, at: fromSeconds(member(row, 'timestamp')) }]
    })
    return { rows, at: null }
  },
}

export const llamaChart: Reader<'llama-chart'> = {
  ...common,
  path: ({ name, range, now }) => {
    const { period, points, seconds } = SPANS[range]
    const start = Math.floor(now / 1_000) - points * seconds
    return `/chart/${encoded(name)}?start=${start}&span=${points}&period=${period}`
  },
  rows: (body, { name }) => {
    const coins = member(body, 'coins')
    if (typeof coins !== 'object' || coins === null) return null
    const key = Object.keys(coins).find((each) => each.toLowerCase() === name.toLowerCase())
    const prices = key === undefined ? [] : member(coins, key, 'prices')
    if (!Array.isArray(prices)) return null
    const rows = prices.flatMap((point: unknown): Candle[] => {
      const at = fromSeconds(textOf(member(point, 'timestamp')))
      const close = priceOf(member(point, 'price'))
      return at === null || close === null ? [] : [{ at, open: null, high: null, low: null, close, volume: null }]
    })
    return { rows: inOrder(rows), at: null }
  },
}
