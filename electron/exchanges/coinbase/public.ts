// Coinbase without a key: its products, which hold the prices too, and candles. docs.cdp.coinbase.com, Advanced Trade, "List
// Public Products" and "Get Public Product Candles"; names of fields from coinbase-advanced-py of 2026-06-19.

import type { HistoryRange } from '../../../shared/sources/quotes.ts'
import { member } from '../../../shared/venues/json.ts'
import {
  candleOf,
  fromSeconds,
  nameOf,
  type PublicReads,
  percentOf,
  rowsAt,
  type ToldTrouble,
  tickerOf,
} from '../common/public-reads.ts'

const PRODUCTS = '/api/v3/brokerage/market/products'
/** So many candles come at once. */
const MOST = 350
const DAY_S = 86_400

/** A week is no length of its candles; of days as many as come at once. */
const LENGTHS: Readonly<Record<HistoryRange, { word: string; seconds: number; candles: number }>> = {
  '1d': { word: 'FIVE_MINUTE', seconds: 300, candles: 288 },
  '7d': { word: 'ONE_HOUR', seconds: 3_600, candles: 168 },
  '30d': { word: 'SIX_HOUR', seconds: 21_600, candles: 120 },
  '1y': { word: 'ONE_DAY', seconds: DAY_S, candles: MOST },
  max: { word: 'ONE_DAY', seconds: DAY_S, candles: MOST },
}

function trouble(body: unknown): ToldTrouble | null {
  const error = member(body, 'error')
  if (error === undefined) return null
  const words = member(body, 'message')
  return { kind: 'refused', words: typeof words === 'string' && words !== '' ? words : String(error) }
}

export const COINBASE_PUBLIC: PublicReads = {
  lists: [`${PRODUCTS}?product_type=SPOT`],
  listRows: (body) => rowsAt(body, 'products'),
  listAt: () => null,
  name: (row) => nameOf(member(row, 'product_id'), member(row, 'base_currency_id'), member(row, 'quote_currency_id')),
  // Its products name no contract; those of its other interface stand on another host, which nobody was asked about.
  assets: null,
  announcements: null,
  tickers: (ids) => `${PRODUCTS}?${ids.map((id) => `product_ids=${encodeURIComponent(id)}`).join('&')}`,
  tickerRows: (body) => rowsAt(body, 'products'),
  ticker: (row) => {
    const volume = member(row, 'approximate_quote_24h_volume')
    const values = { last: member(row, 'price'), bid: null, ask: null, volume, at: null }
    return tickerOf(member(row, 'product_id'), values, () => percentOf(member(row, 'price_percentage_change_24h')))
  },
  tickersAt: () => null,
  candles: (id, range, now) => {
    const { word, seconds, candles } = LENGTHS[range]
    const end = Math.floor(now / 1_000)
    const span = `start=${end - seconds * candles}&end=${end}`
    return `${PRODUCTS}/${encodeURIComponent(id)}/candles?${span}&granularity=${word}&limit=${candles}`
  },
  candleRows: (body) => rowsAt(body, 'candles'),
  candle: (row) => {
    const prices = ['open', 'high', 'low', 'close'].map((name) => member(row, name))
    return candleOf(fromSeconds(member(row, 'start')), prices, member(row, 'volume'))
  },
  trouble,
}
