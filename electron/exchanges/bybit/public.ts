// Bybit without a key: its markets, those before their launch by a request of their own, tickers and candles. docs/v5/market
// (instrument.mdx, tickers.mdx, kline.mdx) of bybit-exchange/docs of 2026-07-24.

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

const LENGTHS = lengths(['5', '60', '240', 'D', 'W'], 1_000)
const LIST = '/v5/market/instruments-info?category=spot'

export const BYBIT_PUBLIC: PublicReads = {
  lists: [LIST, `${LIST}&status=PreLaunch`],
  listRows: (body) => rowsAt(body, 'result', 'list'),
  listAt: (body) => fromMillis(member(body, 'time')),
  name: (row) => nameOf(member(row, 'symbol'), member(row, 'baseCoin'), member(row, 'quoteCoin')),
  // Its coins' contracts (docs/v5/asset/coin-info.mdx) are told to a key alone.
  assets: null,
  // docs/v5/announcement.mdx: `publishTime` stands in its table and not in its example.
  announcements: {
    ...{ path: '/v5/announcements/index?locale=en-US&limit=50', rows: (body) => rowsAt(body, 'result', 'list') },
    ...{ title: 'title', url: 'url', at: ['publishTime', 'dateTimestamp'], domain: 'bybit.com' },
  },
  // One market or all of them: it takes no list.
  tickers: (ids) =>
    `/v5/market/tickers?category=spot${ids.length === 1 ? `&symbol=${encodeURIComponent(ids[0] ?? '')}` : ''}`,
  tickerRows: (body) => rowsAt(body, 'result', 'list'),
  ticker: (row) => {
    const [last, bid, ask] = ['lastPrice', 'bid1Price', 'ask1Price'].map((name) => member(row, name))
    const values = { last, bid, ask, volume: member(row, 'turnover24h'), at: null }
    return tickerOf(member(row, 'symbol'), values, () => fractionOf(member(row, 'price24hPcnt')))
  },
  tickersAt: (body) => fromMillis(member(body, 'time')),
  candles: (id, range) => {
    const { word, candles } = LENGTHS[range]
    return `/v5/market/kline?category=spot&symbol=${encodeURIComponent(id)}&interval=${word}&limit=${candles}`
  },
  candleRows: (body) => rowsAt(body, 'result', 'list'),
  candle: (row) => (Array.isArray(row) ? candleOf(fromMillis(row[0]), row.slice(1, 5), row[5]) : null),
  trouble: (body) => codeTrouble(body, { code: 'retCode', words: 'retMsg', good: '0', limits: ['10006', '10018'] }),
}
