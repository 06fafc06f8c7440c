// Public data of the exchanges as their documents show it: a market that trades, one that is restricted, one that is to open,
// and rows that are none. Prices come as each of them writes prices; times as each writes times.

import { member } from '../../shared/venues/json.ts'
import type { Handle, SourceReply } from './server.ts'

/** A trading market of peaq, in the digits that are sent. */
export interface VenueState {
  last: string
  bid: string
  ask: string
  /** Of a day before. */
  open: string
  /** The stage of PEAQ, in the exchange's own words; `null` for trading. */
  status: string | null
  /** Whether a market waits for its opening. */
  upcoming: boolean
  /** Where the token of PEAQ lies: the chain in the exchange's own word, and the address. */
  chains: [chain: string, address: string][]
  /** What it announces. */
  announced: { title: string; url: string; at: number }[]
}

export const venueState = (): VenueState => ({
  last: '0.20050',
  bid: '0.2004',
  ask: '0.2006',
  open: '0.2000',
  status: null,
  upcoming: false,
  chains: [],
  announced: [],
})

/** 2026-11-23T12:00:00Z, the time of these answers. */
export const AT_MS = 1_795_435_200_000
const AT_S = AT_MS / 1_000
const notFound: SourceReply = { status: 404, body: { message: 'not found' } }

const binance =
  (state: VenueState): Handle =>
  ({ path, query }) => {
    const market = (symbol: string, base: string, status: string) => ({
      ...{ symbol, status, baseAsset: base, quoteAsset: 'USDT', isSpotTradingAllowed: true },
      orderTypes: ['LIMIT', 'LIMIT_MAKER', 'MARKET', 'STOP_LOSS_LIMIT'],
      filters: [{ filterType: 'PRICE_FILTER', tickSize: '0.00010000' }],
    })
    if (path === '/api/v3/exchangeInfo') {
      const symbols = [
        market('PEAQUSDT', 'PEAQ', state.status ?? 'TRADING'),
        market('BTCUSDT', 'BTC', 'TRADING'),
        { odd: 1 },
      ]
      return { body: { timezone: 'UTC', serverTime: AT_MS, symbols } }
    }
    const last = state.last
    const ticker = (symbol: string) => ({
      ...{ symbol, priceChange: '0.00050', priceChangePercent: '0.250', lastPrice: last, openPrice: state.open },
      ...{ bidPrice: state.bid, askPrice: state.ask, volume: '1000.5', quoteVolume: '200.60025', closeTime: AT_MS },
    })
    if (path === '/api/v3/ticker/24hr') {
      const symbols = JSON.parse(query.get('symbols') ?? '["PEAQUSDT"]') as string[]
      const isKnown = symbols.every((symbol) => symbol === 'PEAQUSDT' || symbol === 'BTCUSDT')
      if (!isKnown) return { status: 400, body: { code: -1121, msg: 'Invalid symbol.' } }
      return { body: symbols.map(ticker) }
    }
    if (path === '/api/v3/klines') {
      return { body: [[AT_MS - 60_000, '0.1', '0.3', '0.09', last, '12.5', AT_MS, '2.5', 7, '1', '1', '0']] }
    }
    return notFound
  }

const kraken =
  (state: VenueState): Handle =>
  ({ path }) => {
    const told = (result: unknown): SourceReply => ({ body: { error: [], result } })
    if (path === '/0/public/AssetPairs') {
      const status = state.status ?? 'online'
      return told({
        PEAQUSD: { altname: 'PEAQUSD', wsname: 'PEAQ/USD', base: 'PEAQ', quote: 'ZUSD', status },
        XXBTZUSD: { altname: 'XBTUSD', wsname: 'XBT/USD', base: 'XXBT', quote: 'ZUSD', status: 'online' },
      })
    }
    if (path === '/0/public/Ticker') {
      const { ask, bid, last, open } = state
      const row = {
        a: [ask, '1', '1.000'],
        b: [bid, '1', '1.000'],
        c: [last, '0.1'],
        v: ['1', '10'],
        p: ['0.2', '0.2'],
      }
      return told({ PEAQUSD: { ...row, t: [1, 2], l: ['0.1', '0.1'], h: ['0.3', '0.3'], o: open } })
    }
    if (path === '/0/public/OHLC') {
      return told({ PEAQUSD: [[AT_S - 60, '0.1', '0.3', '0.09', state.last, '0.2', '12.5', 3]], last: AT_S })
    }
    return { body: { error: ['EGeneral:Unknown method'] } }
  }

const coinbase =
  (state: VenueState): Handle =>
  ({ path }) => {
    const product = (id: string, base: string) => ({
      ...{ product_id: id, base_currency_id: base, quote_currency_id: 'USD', product_type: 'SPOT', price: state.last },
      ...{ price_percentage_change_24h: '0.25', volume_24h: '1000', approximate_quote_24h_volume: '200.5' },
      ...{ status: 'online', trading_disabled: false, is_disabled: false, cancel_only: false, view_only: false },
      ...{ limit_only: state.status === 'limit_only', post_only: false, auction_mode: false },
    })
    if (path === '/api/v3/brokerage/market/products') {
      return { body: { products: [product('PEAQ-USD', 'PEAQ'), product('BTC-USD', 'BTC')], num_products: 2 } }
    }
    if (path.endsWith('/candles')) {
      const candle = {
        start: String(AT_S - 60),
        low: '0.09',
        high: '0.3',
        open: '0.1',
        close: state.last,
        volume: '12.5',
      }
      return { body: { candles: [candle] } }
    }
    return { status: 404, body: { error: 'NOT_FOUND', message: 'valid product_id is required' } }
  }

const bybit =
  (state: VenueState): Handle =>
  ({ path, query }) => {
    const told = (result: unknown): SourceReply => ({
      body: { retCode: 0, retMsg: 'OK', result, retExtInfo: {}, time: AT_MS },
    })
    if (path === '/v5/market/instruments-info') {
      const row = (symbol: string, baseCoin: string, status: string) => ({
        symbol,
        baseCoin,
        quoteCoin: 'USDT',
        status,
      })
      const opens = { isPreListing: true, launchTime: String(AT_MS + 3_600_000), preListingInfo: null }
      const early = state.upcoming ? [{ ...row('NEWUSDT', 'NEW', 'PreLaunch'), ...opens }] : []
      const list = query.get('status') === 'PreLaunch' ? early : [row('PEAQUSDT', 'PEAQ', state.status ?? 'Trading')]
      return told({ category: 'spot', list })
    }
    if (path === '/v5/market/tickers') {
      const { last: lastPrice, bid: bid1Price, ask: ask1Price, open: prevPrice24h } = state
      const row = { symbol: 'PEAQUSDT', lastPrice, bid1Price, ask1Price, prevPrice24h, price24hPcnt: '0.0025' }
      return told({ category: 'spot', list: [{ ...row, turnover24h: '200.5', volume24h: '1000' }] })
    }
    if (path === '/v5/announcements/index') {
      const list = state.announced.map(({ title, url, at }) => ({
        ...{ title, description: '', type: { title: 'New Listings', key: 'new_crypto' }, tags: ['Spot'], url },
        ...{ dateTimestamp: at, startDateTimestamp: at, endDateTimestamp: at },
      }))
      return told({ total: list.length, list })
    }
    if (path === '/v5/market/kline') {
      return told({ list: [[String(AT_MS - 60_000), '0.1', '0.3', '0.09', state.last, '12.5', '2.5']] })
    }
    return { body: { retCode: 10001, retMsg: 'params error', result: {}, time: AT_MS } }
  }

const okx =
  (state: VenueState): Handle =>
  ({ path }) => {
    const told = (data: unknown): SourceReply => ({ body: { code: '0', msg: '', data } })
    if (path === '/api/v5/public/instruments') {
      const row = {
        instType: 'SPOT',
        instId: 'PEAQ-USDT',
        baseCcy: 'PEAQ',
        quoteCcy: 'USDT',
        listTime: '',
        expTime: '',
      }
      return told([{ ...row, state: state.status ?? 'live' }])
    }
    if (path === '/api/v5/market/tickers' || path === '/api/v5/market/ticker') {
      const { last, bid: bidPx, ask: askPx, open: open24h } = state
      const row = { instType: 'SPOT', instId: 'PEAQ-USDT', last, bidPx, askPx, open24h }
      return told([{ ...row, volCcy24h: '200.5', vol24h: '1000', ts: String(AT_MS) }])
    }
    if (path === '/api/v5/support/announcements') {
      const details = state.announced.map(({ title, url, at }) => ({
        ...{ annType: 'announcements-new-listings', title, url, pTime: String(at), businessPTime: '' },
      }))
      return told([{ details, totalPage: '1' }])
    }
    if (path === '/api/v5/market/candles') {
      return told([[String(AT_MS - 60_000), '0.1', '0.3', '0.09', state.last, '12.5', '2.5', '2.5', '1']])
    }
    return { status: 404, body: { code: '404', msg: 'Not Found', data: [] } }
  }

const gate =
  (state: VenueState): Handle =>
  ({ path }) => {
    if (path === '/api/v4/spot/currency_pairs') {
      const row = { id: 'PEAQ_USDT', base: 'PEAQ', quote: 'USDT', buy_start: 0, sell_start: 0, delisting_time: 0 }
      return { body: [{ ...row, trade_status: state.status ?? 'tradable' }] }
    }
    if (path === '/api/v4/spot/currencies') {
      const coin = (currency: string, chain: string) => ({ currency, name: currency, delisted: false, chain })
      const chains = state.chains.map(([name, addr]) => ({ name, addr, withdraw_disabled: false }))
      // A chain's own coin has no address there; of an old one nothing is told at all.
      const btc = { ...coin('BTC', 'BTC'), chains: [{ name: 'BTC', addr: '', deposit_disabled: false }] }
      return { body: [btc, { ...coin('PEAQ', chains[0]?.name ?? ''), chains }, coin('OLD', ''), { odd: 1 }] }
    }
    if (path === '/api/v4/spot/tickers') {
      const row = { currency_pair: 'PEAQ_USDT', last: state.last, lowest_ask: state.ask, highest_bid: state.bid }
      return { body: [{ ...row, change_percentage: '0.25', base_volume: '1000', quote_volume: '200.5' }] }
    }
    if (path === '/api/v4/spot/candlesticks') {
      return { body: [[String(AT_S - 60), '2.5', state.last, '0.3', '0.09', '0.1', '12.5', 'true']] }
    }
    return { status: 400, body: { label: 'INVALID_PARAM_VALUE', message: 'Invalid request' } }
  }

const kucoin =
  (state: VenueState): Handle =>
  ({ path }) => {
    const told = (data: unknown): SourceReply => ({ body: { code: '200000', data } })
    if (path === '/api/v2/symbols') {
      const row = { symbol: 'PEAQ-USDT', baseCurrency: 'PEAQ', quoteCurrency: 'USDT', callauctionIsEnabled: false }
      return told([{ ...row, enableTrading: state.status === null }])
    }
    if (path === '/api/v3/currencies') {
      const coin = (currency: string) => ({ currency, name: currency, fullName: currency, contractAddress: null })
      const chains = state.chains.map(([chainId, contractAddress]) => ({
        ...{ chainName: `${chainId} for people`, chainId, contractAddress, isDepositEnabled: true },
      }))
      // `bnb` is the chain of BEP2, whose tokens have names.
      const bep2 = { chainName: 'BEP2', chainId: 'bnb', contractAddress: 'PEAQ-2B3' }
      const btc = { chainName: 'BTC', chainId: 'btc', contractAddress: '' }
      return told([
        { ...coin('BTC'), chains: [btc, { ...btc, chainId: 'btcln', contractAddress: null }] },
        { ...coin('PEAQ'), chains: [bep2, ...chains] },
      ])
    }
    if (path === '/api/v1/market/allTickers') {
      const { last, bid: buy, ask: sell } = state
      const row = { symbol: 'PEAQ-USDT', last, buy, sell, changeRate: '0.0025', vol: '1000', volValue: '200.5' }
      return told({ time: AT_MS, ticker: [row, { symbol: 'OTHER-USDT', last: null }] })
    }
    if (path === '/api/v3/announcements') {
      const items = state.announced.map(({ title, url, at }, annId) => ({
        ...{ annId, annTitle: title, annType: ['latest-announcements'], annDesc: '', cTime: at, language: 'en_US' },
        annUrl: url,
      }))
      return told({ totalNum: items.length, items, currentPage: 1, pageSize: 50, totalPage: 1 })
    }
    if (path === '/api/v1/market/candles') {
      return told([[String(AT_S - 60), '0.1', state.last, '0.3', '0.09', '12.5', '2.5']])
    }
    return { body: { code: '400100', msg: 'symbol not exists' } }
  }

const mexc =
  (state: VenueState): Handle =>
  (request) => {
    const { path } = request
    if (path === '/api/v3/exchangeInfo') {
      const row = {
        symbol: 'PEAQUSDT',
        baseAsset: 'PEAQ',
        quoteAsset: 'USDT',
        isSpotTradingAllowed: true,
        contractAddress: state.chains[0]?.[1] ?? '',
      }
      return { body: { timezone: 'CST', serverTime: AT_MS, symbols: [{ ...row, status: state.status ?? '1' }] } }
    }
    // Of one market the row itself.
    const told = binance(state)(request)
    if (path === '/api/v3/ticker/24hr' && Array.isArray(told.body)) return { body: member(told.body, 0) }
    return told
  }

const bitget =
  (state: VenueState): Handle =>
  ({ path }) => {
    const told = (data: unknown): SourceReply => ({ body: { code: '00000', msg: 'success', requestTime: AT_MS, data } })
    if (path === '/api/v2/spot/public/symbols') {
      return told([{ symbol: 'PEAQUSDT', baseCoin: 'PEAQ', quoteCoin: 'USDT', status: state.status ?? 'online' }])
    }
    if (path === '/api/v2/spot/public/coins') {
      const chains = state.chains.map(([chain, contractAddress]) => ({ chain, contractAddress, withdrawable: 'true' }))
      const btc = { coin: 'BTC', chains: [{ chain: 'BTC', contractAddress: null, rechargeable: 'true' }] }
      return told([btc, { coinId: '7', coin: 'PEAQ', transfer: 'true', chains }])
    }
    if (path === '/api/v2/spot/market/tickers') {
      const row = { symbol: 'PEAQUSDT', lastPr: state.last, bidPr: state.bid, askPr: state.ask, change24h: '0.0025' }
      return told([{ ...row, quoteVolume: '200.5', baseVolume: '1000', ts: String(AT_MS) }])
    }
    if (path === '/api/v2/public/annoucements') {
      return told(
        state.announced.map(({ title, url, at }, annId) => ({
          ...{ annId: String(annId), annTitle: title, annDesc: '', cTime: String(at), language: 'en_US', annUrl: url },
        })),
      )
    }
    if (path === '/api/v2/spot/market/candles') {
      return told([[String(AT_MS - 60_000), '0.1', '0.3', '0.09', state.last, '12.5', '2.5', '2.5']])
    }
    return { status: 400, body: { code: '40034', msg: 'Parameter does not exist', data: null } }
  }

/** Each exchange's answers by its id. */
export const VENUE_HANDLES: Readonly<Record<string, (state: VenueState) => Handle>> = {
  binance,
  kraken,
  coinbase,
  bybit,
  okx,
  gate,
  kucoin,
  mexc,
  bitget,
}
