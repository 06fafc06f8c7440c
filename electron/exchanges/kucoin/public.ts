// KuCoin without a key: its markets, tickers and candles. "Get All Symbols", "Get All Tickers" and "Get Klines" by
// spec/rest/api/openapi-spot-market.json of kucoin-universal-sdk of 2025-11-04.

import { member } from '../../../shared/venues/json.ts'
import {
  candleOf,
  codeTrouble,
  fractionOf,
  fromMillis,
  fromSeconds,
  lengths,
  nameOf,
  type PublicReads,
  rowsAt,
  sinceOf,
  tickerOf,
} from '../common/public-reads.ts'

const LENGTHS = lengths(['5min', '1hour', '4hour', '1day', '1week'], 1_500)

export const KUCOIN_PUBLIC: PublicReads = {
  lists: ['/api/v2/symbols'],
  listRows: (body) => rowsAt(body, 'data'),
  listAt: () => null,
  name: (row) => nameOf(member(row, 'symbol'), member(row, 'baseCurrency'), member(row, 'quoteCurrency')),
  // "Get All Currencies" of the same file; `chainId` is the chain's own word, where `chainName` is one for people.
  assets: {
    ...{ path: '/api/v3/currencies', rows: (body) => rowsAt(body, 'data') },
    ...{ name: 'currency', chains: 'chains', chain: 'chainId', address: 'contractAddress' },
    // BEP2, whose tokens have no address.
    except: ['bnb'],
  },
  // "Get Announcements" of the same file.
  announcements: {
    path: '/api/v3/announcements?annType=latest-announcements&lang=en_US&currentPage=1&pageSize=50',
    rows: (body) => rowsAt(body, 'data', 'items'),
    ...{ title: 'annTitle', url: 'annUrl', at: ['cTime'], domain: 'kucoin.com' },
  },
  tickers: () => '/api/v1/market/allTickers',
  tickerRows: (body) => rowsAt(body, 'data', 'ticker'),
  ticker: (row) => {
    const [last, bid, ask] = ['last', 'buy', 'sell'].map((name) => member(row, name))
    const values = { last, bid, ask, volume: member(row, 'volValue'), at: null }
    return tickerOf(member(row, 'symbol'), values, () => fractionOf(member(row, 'changeRate')))
  },
  tickersAt: (body) => fromMillis(member(body, 'data', 'time')),
  candles: (id, range, now) => {
    const { word, candles } = LENGTHS[range]
    const [since, until] = [sinceOf(range, candles, now), now].map((at) => Math.floor(at / 1_000))
    return `/api/v1/market/candles?symbol=${encodeURIComponent(id)}&type=${word}&startAt=${since}&endAt=${until}`
  },
  candleRows: (body) => rowsAt(body, 'data'),
  // Time, open, close, high, low, volume.
  candle: (row) =>
    Array.isArray(row) ? candleOf(fromSeconds(row[0]), [row[1], row[3], row[4], row[2]], row[5]) : null,
  trouble: (body) => codeTrouble(body, { code: 'code', words: 'msg', good: '200000', limits: ['429000', '1015'] }),
}
