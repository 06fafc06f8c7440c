// Binance's spot API over the engine, after its documents: signatures, windows, codes and forms. MEXC has taken over most
// of it; what is its own is in mexc.ts.

import { createHmac } from 'node:crypto'
import { isNamed } from '../common/other-key.ts'
import { percentPriceProblem } from '../common/price-rules.ts'
import { formProblem, type Problem } from '../common/request-forms.ts'
import { type Engine, type FakeOrder, type FakeTrade, MARKETS, type Place } from '../engine.ts'
import type { Dialect, VenueReply, VenueRequest } from '../server.ts'
import type { StreamDialect } from '../streams/streams.ts'
import { binanceStream } from './stream.ts'
import { BINANCE_FORMS } from './words.ts'

export const BINANCE_KEY = { apiKey: 'binance-test-key', apiSecret: 'binance-test-secret' }

const error = (status: number, code: number, msg: string): VenueReply => ({ status, body: { code, msg } })
const symbolOf = (market: string) => market.replace('/', '')
const marketOf = (symbol: string | null) => MARKETS.find(({ name }) => symbolOf(name) === symbol)?.name ?? ''
const text = (value: number) => value.toFixed(8)

/** What differs between the two. */
export interface Family {
  keyHeader: string
  key: { apiKey: string; apiSecret: string }
  orderId: (order: { orderId: number }) => string
  /** How an order is told of; the answer to a placing may tell less. */
  shown: (order: FakeOrder) => Record<string, unknown>
  placed: (order: FakeOrder, engine: Engine) => Record<string, unknown>
  info: (engine: Engine) => unknown
  /** Whether what arrives too late is refused. */
  keepsWindow: boolean
  /** Whether names are read as strictly as Binance's documents say. */
  isStrict: boolean
  stream: StreamDialect | null
}

const STATUS = { open: 'NEW', filled: 'FILLED', canceled: 'CANCELED' } as const

function kindOf({ type, timeInForce }: FakeOrder): string {
  if (type === 'market') return 'MARKET'
  if (type === 'stop-limit') return 'STOP_LOSS_LIMIT'
  return timeInForce === 'post-only' ? 'LIMIT_MAKER' : 'LIMIT'
}

export function shownOrder(order: FakeOrder): Record<string, unknown> {
  return {
    symbol: symbolOf(order.market),
    orderId: `#${order.orderId}`,
    orderListId: -1,
    clientOrderId: order.key,
    price: text(order.price ?? 0),
    origQty: text(order.amount),
    executedQty: text(order.filled),
    cummulativeQuoteQty: text(order.cost),
    status: order.status === 'open' && order.filled > 0 ? 'PARTIALLY_FILLED' : STATUS[order.status],
    timeInForce: order.timeInForce === 'ioc' ? 'IOC' : 'GTC',
    type: kindOf(order),
    side: order.side.toUpperCase(),
    stopPrice: text(order.stopPrice ?? 0),
    time: order.at,
    updateTime: order.at,
    transactTime: order.at,
    isWorking: order.isWorking,
  }
}

const shownTrade = ({ orderId }: Family, trade: FakeTrade) => ({
  symbol: symbolOf(trade.market),
  id: trade.tradeId,
  orderId: orderId(trade),
  price: text(trade.price),
  qty: text(trade.amount),
  quoteQty: text(trade.amount * trade.price),
  commission: text(trade.amount * trade.price * 0.001),
  commissionAsset: trade.market.split('/')[1],
  time: trade.at,
  isBuyer: trade.side === 'buy',
  isMaker: false,
})

/** As the answer to an order tells them (FULL). */
const fillsOf = ({ orderId }: FakeOrder, { trades }: Engine) =>
  trades
    .filter((trade) => trade.orderId === orderId)
    .map((trade) => ({
      price: text(trade.price),
      qty: text(trade.amount),
      commission: text(trade.amount * trade.price * 0.001),
      commissionAsset: trade.market.split('/')[1],
      tradeId: trade.tradeId,
    }))

const exchangeInfo = (engine: Engine) => ({
  timezone: 'UTC',
  serverTime: engine.now(),
  rateLimits: [],
  exchangeFilters: [],
  symbols: engine.markets.map(({ base, quote, name, step, tick, minNotional }) => ({
    symbol: base + quote,
    status: 'TRADING',
    baseAsset: base,
    baseAssetPrecision: 8,
    quoteAsset: quote,
    quotePrecision: 8,
    quoteAssetPrecision: 8,
    orderTypes: ['LIMIT', 'LIMIT_MAKER', 'MARKET', 'STOP_LOSS_LIMIT'],
    isSpotTradingAllowed: true,
    isMarginTradingAllowed: false,
    permissions: [],
    permissionSets: [['SPOT']],
    filters: [
      { filterType: 'PRICE_FILTER', minPrice: tick, maxPrice: '100000', tickSize: tick },
      { filterType: 'LOT_SIZE', minQty: step, maxQty: '9000000', stepSize: step },
      {
        filterType: 'NOTIONAL',
        minNotional,
        applyMinToMarket: true,
        maxNotional: '9000000',
        applyMaxToMarket: false,
        avgPriceMins: 5,
      },
      {
        filterType: 'PERCENT_PRICE_BY_SIDE',
        bidMultiplierUp: '5',
        bidMultiplierDown: '0.2',
        askMultiplierUp: '5',
        askMultiplierDown: '0.2',
        avgPriceMins: 5,
      },
    ],
    ...engine.wordsOf(name),
  })),
})

/** Signature, then key, then time, as the venue does it. */
function refusal(
  { keyHeader, key, keepsWindow }: Family,
  { raw, fields, headers }: VenueRequest,
  now: number,
): VenueReply | null {
  if (!isNamed(key, headers[keyHeader])) return error(401, -2015, 'Invalid API-key, IP, or permissions for action.')
  const [signed = '', signature = ''] = raw.split('&signature=')
  const expected = createHmac('sha256', key.apiSecret).update(signed).digest('hex')
  if (signature !== expected) return error(400, -1022, 'Signature for this request is not valid.')
  const timestamp = Number(fields.get('timestamp'))
  const window = Number(fields.get('recvWindow') ?? 5_000)
  if (!keepsWindow) return null
  if (timestamp > now + 1_000 || now - timestamp > window) {
    return error(400, -1021, 'Timestamp for this request is outside of the recvWindow.')
  }
  return null
}

/** Its words for what is wrong with the parameters (errors.md, 11xx). */
function parameterError({ kind, name }: Problem): VenueReply {
  switch (kind) {
    case 'unknown':
      return error(400, -1104, "Not all sent parameters were read; read '8' parameter(s) but was sent '9'.")
    case 'twice':
      return error(400, -1101, 'Duplicate values for a parameter detected.')
    case 'not-required':
      return error(400, -1106, `Parameter '${name}' sent when not required.`)
    default:
      return error(400, -1102, `Mandatory parameter '${name}' was not sent, was empty/null, or malformed.`)
  }
}

/** What each type of order must have and must not have ("New order"). */
const OF_TYPE: Readonly<Record<string, string>> = {
  MARKET: '',
  LIMIT: 'price timeInForce',
  LIMIT_MAKER: 'price',
  STOP_LOSS_LIMIT: 'price timeInForce stopPrice',
}

function typeProblem(fields: URLSearchParams): Problem | null {
  const needed = OF_TYPE[fields.get('type') ?? '']?.split(' ').filter((name) => name !== '')
  if (needed === undefined) return { kind: 'missing', name: 'type' }
  const missing = ['quantity', ...needed].find((name) => !/./.test(fields.get(name) ?? ''))
  if (missing !== undefined) return { kind: 'missing', name: missing }
  const besides = ['price', 'timeInForce', 'stopPrice'].find((name) => fields.has(name) && !needed.includes(name))
  return besides === undefined ? null : { kind: 'not-required', name: besides }
}

function place(family: Family, fields: URLSearchParams, engine: Engine): VenueReply {
  const kind = fields.get('type')
  const isStop = kind === 'STOP_LOSS_LIMIT'
  if (isStop !== fields.has('stopPrice')) {
    return error(400, -1106, "Parameter 'stopPrice' sent when not required.")
  }
  const wish: Place = {
    key: fields.get('newClientOrderId') ?? '',
    market: marketOf(fields.get('symbol')),
    side: fields.get('side') === 'BUY' ? 'buy' : 'sell',
    type: kind === 'MARKET' ? 'market' : isStop ? 'stop-limit' : 'limit',
    timeInForce: kind === 'LIMIT_MAKER' ? 'post-only' : isAtOnce(fields) ? 'ioc' : 'gtc',
    amount: Number(fields.get('quantity')),
    price: fields.has('price') ? Number(fields.get('price')) : null,
    ...(isStop ? { stopPrice: Number(fields.get('stopPrice')) } : {}),
  }
  const beyond = family.isStrict && wish.price !== null ? priceProblem(engine, wish, wish.price) : null
  if (beyond !== null) return error(400, -1013, `Filter failure: ${beyond}`)
  if (engine.triggers(wish)) return error(400, -2010, 'Stop price would trigger immediately.')
  const placed = engine.place(wish)
  if (placed.kind === 'duplicate') return error(400, -2010, 'Duplicate order sent.')
  if (placed.kind === 'insufficient') return error(400, -2010, 'Account has insufficient balance for requested action.')
  return { status: 200, body: family.placed(placed.order, engine) }
}

function priceProblem(engine: Engine, { market, side }: Place, price: number): string | null {
  const row = exchangeInfo(engine).symbols.find(({ symbol }) => symbol === symbolOf(market))
  return percentPriceProblem(engine, market, row?.filters ?? [], side, price)
}

const isAtOnce = (fields: URLSearchParams) =>
  fields.get('timeInForce') === 'IOC' || fields.get('type') === 'IMMEDIATE_OR_CANCEL'

function orderCalls(family: Family, request: VenueRequest, engine: Engine): VenueReply | null {
  const { method, path, fields } = request
  if (path !== '/api/v3/order') return null
  if (method !== 'GET' && family.isStrict) {
    const problem =
      formProblem(BINANCE_FORMS, method === 'POST' ? 'order' : 'cancel', request) ??
      (method === 'POST' ? typeProblem(fields) : null)
    if (problem !== null) return parameterError(problem)
  }
  if (method === 'POST') return place(family, fields, engine)
  const wanted = (order: FakeOrder) =>
    fields.has('origClientOrderId')
      ? order.key === fields.get('origClientOrderId')
      : family.orderId(order).replace('#', '') === fields.get('orderId')
  const order = engine.shown('id').findLast(wanted)
  if (method === 'GET') {
    return order === undefined ? error(400, -2013, 'Order does not exist.') : { status: 200, body: family.shown(order) }
  }
  if (order === undefined || !engine.cancel(order)) return error(400, -2011, 'Unknown order sent.')
  return { status: 200, body: family.shown(order) }
}

function signedCalls(family: Family, request: VenueRequest, engine: Engine): VenueReply {
  const { path, fields } = request
  const since = Number(fields.get('startTime') ?? 0)
  const market = marketOf(fields.get('symbol'))
  const limit = Math.min(Number(fields.get('limit') ?? 500), 1_000)
  const here = <T extends { market: string; at: number }>(rows: T[]) =>
    rows.filter((row) => (row.market === market || !fields.has('symbol')) && row.at >= since)
  const found = orderCalls(family, request, engine)
  if (found !== null) return found
  if (path === '/api/v3/openOrders') return { status: 200, body: here(engine.shown('open')).map(family.shown) }
  if (path === '/api/v3/allOrders')
    return { status: 200, body: here(engine.shown('history')).slice(0, limit).map(family.shown) }
  if (path === '/api/v3/myTrades')
    return {
      status: 200,
      body: here(engine.shownTrades())
        .slice(0, limit)
        .map((trade) => shownTrade(family, trade)),
    }
  if (path === '/api/v3/account/commission') {
    if (engine.fees === null) return error(401, -2015, 'Invalid API-key, IP, or permissions for action.')
    const rates = (fee: { taker: number; maker: number }, buyer = 0) => ({
      ...{ maker: text(fee.maker), taker: text(fee.taker), buyer: text(buyer), seller: text(0) },
    })
    return {
      status: 200,
      body: {
        symbol: fields.get('symbol'),
        standardCommission: rates(engine.fees),
        specialCommission: rates({ taker: 0, maker: 0 }),
        taxCommission: rates({ taker: 0, maker: 0 }),
        discount: { enabledForAccount: true, enabledForSymbol: true, discountAsset: 'BNB', discount: '0.75000000' },
      },
    }
  }
  if (path === '/api/v3/account') {
    const balances = [...engine.balances].map(([asset, free]) => ({ asset, free: text(free), locked: text(0) }))
    return { status: 200, body: { canTrade: true, permissions: ['SPOT'], balances } }
  }
  return error(404, -1, 'Not found.')
}

/** By what the filters of prices are reckoned. */
function priceCalls({ path, fields }: VenueRequest, engine: Engine): VenueReply | null {
  if (path === '/api/v3/avgPrice') {
    const price = engine.manners.average ?? engine.priceOf(marketOf(fields.get('symbol')))
    return { status: 200, body: { mins: 5, price: text(price), closeTime: engine.now() } }
  }
  if (path !== '/api/v3/referencePrice') return null
  const { reference } = engine.manners
  if (reference === null) return error(400, -2043, "This symbol doesn't have a reference price.")
  const told = { symbol: fields.get('symbol'), referencePrice: text(reference), timestamp: engine.now() }
  return { status: 200, body: told }
}

/** The words of one of the two. */
export const dialectOf = (family: Family): Dialect => ({
  stream: family.stream,
  isCancel: ({ method }) => method === 'DELETE',
  proofs: ({ fields }) => fields.getAll('signature'),
  keyName: 'newClientOrderId',
  isOrder: ({ method, path }) => method === 'POST' && path === '/api/v3/order',
  handle: (request, engine) => {
    const { path, fields } = request
    if (path === '/api/v3/time') return { status: 200, body: { serverTime: engine.now() } }
    if (path === '/api/v3/exchangeInfo') return { status: 200, body: family.info(engine) }
    if (path === '/api/v3/ticker/24hr') {
      const wanted = JSON.parse(fields.get('symbols') ?? 'null') as string[] | null
      const listed = engine.markets.map(({ name }) => symbolOf(name))
      if (wanted?.some((symbol) => !listed.includes(symbol))) return error(400, -1121, 'Invalid symbol.')
      const told = engine.markets.filter(({ name }) => wanted === null || wanted.includes(symbolOf(name)))
      const tickers = told.map(({ name }) => ({
        symbol: symbolOf(name),
        lastPrice: text(engine.priceOf(name)),
        bidPrice: text(engine.priceOf(name)),
        askPrice: text(engine.priceOf(name)),
        bidQty: '1',
        askQty: '1',
        openTime: engine.pricedAt(name) - 86_400_000,
        closeTime: engine.pricedAt(name),
      }))
      // Of one market it tells that one alone, not a list.
      const one = tickers.find(({ symbol }) => symbol === request.fields.get('symbol'))
      return { status: 200, body: one ?? tickers }
    }
    const ofPrices = priceCalls(request, engine)
    if (ofPrices !== null) return ofPrices
    if (path === '/api/v3/depth') {
      const price = engine.priceOf(marketOf(fields.get('symbol')))
      return { status: 200, body: { lastUpdateId: 1, bids: [[text(price), '100']], asks: [[text(price), '100']] } }
    }
    return refusal(family, request, engine.now()) ?? signedCalls(family, request, engine)
  },
})

export const BINANCE_DIALECT = dialectOf({
  keyHeader: 'x-mbx-apikey',
  key: BINANCE_KEY,
  orderId: ({ orderId }) => `#${orderId}`,
  shown: shownOrder,
  placed: (order, engine) => ({ ...shownOrder(order), fills: engine.manners.tellsFills ? fillsOf(order, engine) : [] }),
  info: exchangeInfo,
  keepsWindow: true,
  isStrict: true,
  stream: binanceStream(BINANCE_KEY),
})
