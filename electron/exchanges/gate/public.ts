// Gate without a key: its markets, its currencies, tickers and candles. docs/CurrencyPair.md, Currency.md, SpotCurrencyChain.md,
// Ticker.md and SpotApi.md of gateio/gateapi-go of 2025-07-24; a candle's texts stand in an order of their own.

import { member } from '../../../shared/venues/json.ts'
import {
  candleOf,
  fromSeconds,
  lengths,
  nameOf,
  type PublicReads,
  percentOf,
  rowsAt,
  type ToldTrouble,
  tickerOf,
} from '../common/public-reads.ts'

const LENGTHS = lengths(['5m', '1h', '4h', '1d', '7d'], 999)

function trouble(body: unknown): ToldTrouble | null {
  const label = member(body, 'label')
  if (typeof label !== 'string') return null
  const words = member(body, 'message')
  return { kind: label === 'TOO_MANY_REQUESTS' ? 'limit' : 'refused', words: typeof words === 'string' ? words : label }
}

export const GATE_PUBLIC: PublicReads = {
  lists: ['/api/v4/spot/currency_pairs'],
  listRows: (body) => rowsAt(body),
  listAt: () => null,
  name: (row) => nameOf(member(row, 'id'), member(row, 'base'), member(row, 'quote')),
  assets: {
    ...{ path: '/api/v4/spot/currencies', rows: (body) => rowsAt(body) },
    ...{ name: 'currency', chains: 'chains', chain: 'name', address: 'addr' },
  },
  // Told by a stream alone.
  announcements: null,
  tickers: (ids) =>
    `/api/v4/spot/tickers${ids.length === 1 ? `?currency_pair=${encodeURIComponent(ids[0] ?? '')}` : ''}`,
  tickerRows: (body) => rowsAt(body),
  ticker: (row) => {
    const [last, bid, ask] = ['last', 'highest_bid', 'lowest_ask'].map((name) => member(row, name))
    const values = { last, bid, ask, volume: member(row, 'quote_volume'), at: null }
    return tickerOf(member(row, 'currency_pair'), values, () => percentOf(member(row, 'change_percentage')))
  },
  tickersAt: () => null,
  candles: (id, range) => {
    const { word, candles } = LENGTHS[range]
    return `/api/v4/spot/candlesticks?currency_pair=${encodeURIComponent(id)}&interval=${word}&limit=${candles}`
  },
  candleRows: (body) => rowsAt(body),
  // Time, volume in money, close, high, low, open, volume in the coin.
  candle: (row) =>
    Array.isArray(row) ? candleOf(fromSeconds(row[0]), [row[5], row[3], row[4], row[2]], row[6]) : null,
  trouble,
}
