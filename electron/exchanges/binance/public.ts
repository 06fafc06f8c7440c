// Binance without a key: its markets, tickers and candles. rest-api.md ("Exchange information", "24hr ticker price change
// statistics", "Kline/Candlestick data") of binance-spot-api-docs of 2026-07-21.

import { member } from '../../../shared/venues/json.ts'
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

const LENGTHS = lengths(['5m', '1h', '4h', '1d', '1w'], 1_000)
/** Of more markets than these the whole list costs no more. */
const MOST_BY_NAME = 100

/** An error stands in the place of what was asked for. */
function trouble(body: unknown): ToldTrouble | null {
  const code = member(body, 'code')
  if (code === undefined) return null
  const words = member(body, 'msg')
  const kind = String(code) === '-1003' || String(code) === '-1015' ? 'limit' : 'refused'
  return { kind, words: typeof words === 'string' ? words : String(code) }
}

export const BINANCE_PUBLIC: PublicReads = {
  lists: ['/api/v3/exchangeInfo?showPermissionSets=false'],
  listRows: (body) => rowsAt(body, 'symbols'),
  listAt: (body) => fromMillis(member(body, 'serverTime')),
  name: (row) => nameOf(member(row, 'symbol'), member(row, 'baseAsset'), member(row, 'quoteAsset')),
  // "All Coins' Information" takes a key.
  assets: null,
  // What its web pages ask is on no page of its documents.
  announcements: null,
  tickers: (ids) =>
    ids.length > MOST_BY_NAME
      ? '/api/v3/ticker/24hr'
      : `/api/v3/ticker/24hr?symbols=${encodeURIComponent(JSON.stringify(ids))}`,
  tickerRows: (body) => rowsAt(body),
  ticker: (row) => {
    const at = fromMillis(member(row, 'closeTime'))
    const [last, bid, ask] = ['lastPrice', 'bidPrice', 'askPrice'].map((name) => member(row, name))
    const values = { last, bid, ask, volume: member(row, 'quoteVolume'), at }
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
