// OKX without a key: its markets, tickers and candles. "Get instruments", "Get tickers" and "Get candlesticks" of the OKX API
// guide, a copy of 2026-02-23; a request for candles answers with 300 at most.

import type { HistoryRange } from '../../../shared/sources/quotes.ts'
import { member } from '../../../shared/venues/json.ts'
import {
  candleOf,
  changeOf,
  codeTrouble,
  fromMillis,
  nameOf,
  type PublicReads,
  rowsAt,
  tickerOf,
} from '../common/public-reads.ts'

/** Days by UTC; of a year every second one, since 365 do not come at once. */
const LENGTHS: Readonly<Record<HistoryRange, { word: string; candles: number }>> = {
  '1d': { word: '5m', candles: 288 },
  '7d': { word: '1H', candles: 168 },
  '30d': { word: '4H', candles: 180 },
  '1y': { word: '2Dutc', candles: 183 },
  max: { word: '1Wutc', candles: 300 },
}

export const OKX_PUBLIC: PublicReads = {
  lists: ['/api/v5/public/instruments?instType=SPOT'],
  listRows: (body) => rowsAt(body, 'data'),
  listAt: () => null,
  name: (row) => nameOf(member(row, 'instId'), member(row, 'baseCcy'), member(row, 'quoteCcy')),
  // "Get currencies" takes a key.
  assets: null,
  // "Get announcements": pages of 20 in groups.
  announcements: {
    path: '/api/v5/support/announcements?page=1',
    rows: (body) => rowsAt(body, 'data')?.flatMap((group) => rowsAt(group, 'details') ?? []) ?? null,
    ...{ title: 'title', url: 'url', at: ['pTime'], domain: 'okx.com' },
  },
  tickers: (ids) =>
    ids.length === 1
      ? `/api/v5/market/ticker?instId=${encodeURIComponent(ids[0] ?? '')}`
      : '/api/v5/market/tickers?instType=SPOT',
  tickerRows: (body) => rowsAt(body, 'data'),
  ticker: (row) => {
    const [last, bid, ask] = ['last', 'bidPx', 'askPx'].map((name) => member(row, name))
    const values = { last, bid, ask, volume: member(row, 'volCcy24h'), at: fromMillis(member(row, 'ts')) }
    return tickerOf(member(row, 'instId'), values, (price) => changeOf(price, member(row, 'open24h')))
  },
  tickersAt: () => null,
  candles: (id, range) => {
    const { word, candles } = LENGTHS[range]
    return `/api/v5/market/candles?instId=${encodeURIComponent(id)}&bar=${word}&limit=${candles}`
  },
  candleRows: (body) => rowsAt(body, 'data'),
  candle: (row) => (Array.isArray(row) ? candleOf(fromMillis(row[0]), row.slice(1, 5), row[5]) : null),
  trouble: (body) => codeTrouble(body, { code: 'code', words: 'msg', good: '0', limits: ['50011', '50013', '50061'] }),
}
