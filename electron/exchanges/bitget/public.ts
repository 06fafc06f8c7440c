// Bitget without a key: its markets, tickers and candles. "Get Symbols", "Get Ticker Information" and "Get Candlestick Data" of
// https://www.bitget.com/api-doc/spot/market as mirrors of it show the pages.

import { member } from '../../../shared/venues/json.ts'
import {
  candleOf,
  codeTrouble,
  fractionOf,
  fromMillis,
  lengths,
  nameOf,
  type PublicReads,
  rowsAt,
  tickerOf,
} from '../common/public-reads.ts'

const LENGTHS = lengths(['5min', '1h', '4h', '1Dutc', '1Wutc'], 1_000)

export const BITGET_PUBLIC: PublicReads = {
  lists: ['/api/v2/spot/public/symbols'],
  listRows: (body) => rowsAt(body, 'data'),
  listAt: (body) => fromMillis(member(body, 'requestTime')),
  name: (row) => nameOf(member(row, 'symbol'), member(row, 'baseCoin'), member(row, 'quoteCoin')),
  // "Get Coin Info", as the same mirrors show it.
  assets: {
    ...{ path: '/api/v2/spot/public/coins', rows: (body) => rowsAt(body, 'data') },
    ...{ name: 'coin', chains: 'chains', chain: 'chain', address: 'contractAddress' },
  },
  // "Query Announcements", in its own spelling of the path; those of a month.
  announcements: {
    ...{ path: '/api/v2/public/annoucements?language=en_US', rows: (body) => rowsAt(body, 'data') },
    ...{ title: 'annTitle', url: 'annUrl', at: ['cTime'], domain: 'bitget.com' },
  },
  tickers: (ids) =>
    `/api/v2/spot/market/tickers${ids.length === 1 ? `?symbol=${encodeURIComponent(ids[0] ?? '')}` : ''}`,
  tickerRows: (body) => rowsAt(body, 'data'),
  ticker: (row) => {
    const [last, bid, ask] = ['lastPr', 'bidPr', 'askPr'].map((name) => member(row, name))
    const values = { last, bid, ask, volume: member(row, 'quoteVolume'), at: fromMillis(member(row, 'ts')) }
    return tickerOf(member(row, 'symbol'), values, () => fractionOf(member(row, 'change24h')))
  },
  tickersAt: () => null,
  candles: (id, range) => {
    const { word, candles } = LENGTHS[range]
    return `/api/v2/spot/market/candles?symbol=${encodeURIComponent(id)}&granularity=${word}&limit=${candles}`
  },
  candleRows: (body) => rowsAt(body, 'data'),
  candle: (row) => (Array.isArray(row) ? candleOf(fromMillis(row[0]), row.slice(1, 5), row[5]) : null),
  trouble: (body) => codeTrouble(body, { code: 'code', words: 'msg', good: '00000', limits: ['429', '30001'] }),
}
