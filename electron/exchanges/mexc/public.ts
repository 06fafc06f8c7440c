// MEXC without a key: its markets, tickers and candles. "Exchange Information", "24hr Ticker" and "Kline" of the MEXC spot API
// v3, by a copy of 2025 or later; its change of a day stands there as a fraction, so it is reckoned from the opening price.

import { member, textOf } from '../../../shared/venues/json.ts'
import {
  candleOf,
  changeOf,
  fromMillis,
  lengths,
  nameOf,
  type PublicReads,
  rowsAt,
  type ToldTrouble,
  tickerOf,
} from '../common/public-reads.ts'

const LENGTHS = lengths(['5m', '60m', '4h', '1d', '1W'], 500)

function trouble(body: unknown): ToldTrouble | null {
  const code = member(body, 'code')
  if (code === undefined || String(code) === '0' || String(code) === '200') return null
  const words = member(body, 'msg')
  return { kind: String(code) === '429' ? 'limit' : 'refused', words: typeof words === 'string' ? words : String(code) }
}

export const MEXC_PUBLIC: PublicReads = {
  lists: ['/api/v3/exchangeInfo'],
  listRows: (body) => rowsAt(body, 'symbols'),
  listAt: (body) => fromMillis(member(body, 'serverTime')),
  name: (row) => nameOf(member(row, 'symbol'), member(row, 'baseAsset'), member(row, 'quoteAsset')),
  // Without the name of the chain.
  contracts: (row) => {
    const address = textOf(member(row, 'contractAddress'))?.trim()
    return address ? [address] : []
  },
  assets: null,
  announcements: null,
  tickers: (ids) => `/api/v3/ticker/24hr${ids.length === 1 ? `?symbol=${encodeURIComponent(ids[0] ?? '')}` : ''}`,
  // Of one market the row itself is the answer.
  tickerRows: (body) => rowsAt(body) ?? (member(body, 'symbol') === undefined ? null : [body]),
  ticker: (row) => {
    const [last, bid, ask] = ['lastPrice', 'bidPrice', 'askPrice'].map((name) => member(row, name))
    const values = { last, bid, ask, volume: member(row, 'quoteVolume'), at: fromMillis(member(row, 'closeTime')) }
    return tickerOf(member(row, 'symbol'), values, (price) => changeOf(price, member(row, 'openPrice')))
  },
  tickersAt: () => null,
  candles: (id, range) => {
    const { word, candles } = LENGTHS[range]
    return `/api/v3/klines?symbol=${encodeURIComponent(id)}&interval=${word}&limit=${candles}`
  },
  candleRows: (body) => rowsAt(body),
  candle: (row) => (Array.isArray(row) ? candleOf(fromMillis(row[0]), row.slice(1, 5), row[5]) : null),
  trouble,
}
