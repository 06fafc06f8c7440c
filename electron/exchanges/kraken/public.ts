// Kraken without a key: its markets, tickers and candles. docs.kraken.com, "Get Tradable Asset Pairs", "Get Ticker
// Information" and "Get OHLC Data", copies of 2026-02-26. Its candles go back 720 and no further.

import { multiply } from '../../../shared/decimal.ts'
import { member } from '../../../shared/venues/json.ts'
import {
  amountOf,
  candleOf,
  fromSeconds,
  lengths,
  nameOf,
  type PublicReads,
  priceOf,
  sinceOf,
  type ToldTrouble,
  tickerOf,
} from '../common/public-reads.ts'

const LENGTHS = lengths(['5', '60', '240', '1440', '10080'], 720)

/** Kraken's own words for two coins; those of all others are the coins' own. */
const CODES: Readonly<Record<string, string>> = { XBT: 'BTC', XDG: 'DOGE' }
const codeOf = (asset: string): string => CODES[asset] ?? asset

/** The rows stand under their names. */
function named(body: unknown): readonly unknown[] | null {
  const result = member(body, 'result')
  if (typeof result !== 'object' || result === null) return null
  return Object.entries(result).map(([name, row]: [string, unknown]) =>
    typeof row === 'object' && row !== null && !Array.isArray(row) ? { ...row, name } : { name },
  )
}

/** Every answer has a list of errors, and the status is good for all of them. */
function trouble(body: unknown): ToldTrouble | null {
  const errors = member(body, 'error')
  if (!Array.isArray(errors) || errors.length === 0) return null
  const words = errors.map(String).join(', ')
  const isLimit = /Rate limit exceeded|Too many requests|Throttled/i.test(words)
  return { kind: isLimit ? 'limit' : words.startsWith('EService') ? 'failed' : 'refused', words }
}

/** `XBT/USD`: the parts of the name that its streams use. */
function pairOf(row: unknown): [string, string] | null {
  const name = member(row, 'wsname')
  const [base = '', quote = '', ...more] = typeof name === 'string' ? name.split('/') : []
  return base === '' || quote === '' || more.length > 0 ? null : [codeOf(base), codeOf(quote)]
}

const of = (row: unknown, name: string, at: number): unknown => member(row, name, at)

export const KRAKEN_PUBLIC: PublicReads = {
  lists: ['/0/public/AssetPairs'],
  listRows: named,
  listAt: () => null,
  name: (row) => {
    const pair = pairOf(row)
    return pair && nameOf(member(row, 'name'), ...pair)
  },
  // Its "Get Asset Info" names no contract.
  assets: null,
  announcements: null,
  tickers: (ids) => `/0/public/Ticker?pair=${ids.map(encodeURIComponent).join(',')}`,
  tickerRows: named,
  ticker: (row) => {
    const [volume, mean] = [amountOf(of(row, 'v', 1)), priceOf(of(row, 'p', 1))]
    const worth = volume === null || mean === null ? null : multiply(volume, mean)
    const values = { last: of(row, 'c', 0), bid: of(row, 'b', 0), ask: of(row, 'a', 0), volume: worth, at: null }
    // Its opening price is that of the UTC day, and not of a day ago.
    return tickerOf(member(row, 'name'), values, () => null)
  },
  tickersAt: () => null,
  candles: (id, range, now) => {
    const { word, candles } = LENGTHS[range]
    const since = Math.floor(sinceOf(range, candles, now) / 1_000)
    return `/0/public/OHLC?pair=${encodeURIComponent(id)}&interval=${word}&since=${since}`
  },
  candleRows: (body) => {
    const result = member(body, 'result')
    if (typeof result !== 'object' || result === null) return null
    const rows: unknown = Object.entries(result).find(([name]) => name !== 'last')?.[1]
    return Array.isArray(rows) ? rows : null
  },
  candle: (row) => (Array.isArray(row) ? candleOf(fromSeconds(row[0]), row.slice(1, 5), row[6]) : null),
  trouble,
}
