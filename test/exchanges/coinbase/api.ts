// Coinbase Advanced Trade over the engine, after its documents: a repeated key answers with the first order, a refusal has
// the status 200, and there is no look-up by key.

import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { pageBy } from '../common/pages.ts'
import { formProblem } from '../common/request-forms.ts'
import type { Engine, FakeOrder, FakeTrade, Place } from '../engine.ts'
import type { Dialect, VenueReply, VenueRequest } from '../server.ts'
import { coinbaseStream } from './stream.ts'
import { COINBASE_FORMS } from './words.ts'

const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
export const COINBASE_KEY = {
  apiKey: 'organizations/t/k',
  apiSecret: pair.privateKey.export({ type: 'sec1', format: 'pem' }).toString(),
}

const idOf = (market: string) => market.replace('/', '-')
const ok = (body: object): VenueReply => ({ status: 200, body })
const iso = (ms: number) => new Date(ms).toISOString()
const orderId = (order: { orderId: number }) => `c-${order.orderId}`

const DIRECTION = { buy: 'STOP_DIRECTION_STOP_UP', sell: 'STOP_DIRECTION_STOP_DOWN' } as const

function configuration(order: FakeOrder): object {
  const base_size = String(order.amount)
  const limit_price = String(order.price)
  if (order.type === 'market') return { market_market_ioc: { base_size } }
  if (order.type === 'stop-limit') {
    const stop_direction = DIRECTION[order.side]
    return {
      stop_limit_stop_limit_gtc: { base_size, limit_price, stop_price: String(order.stopPrice), stop_direction },
    }
  }
  if (order.timeInForce === 'ioc') return { sor_limit_ioc: { base_size, limit_price } }
  return { limit_limit_gtc: { base_size, limit_price, post_only: order.timeInForce === 'post-only' } }
}

const shownOrder = (order: FakeOrder) => ({
  order_id: orderId(order),
  product_id: idOf(order.market),
  client_order_id: order.key,
  order_configuration: configuration(order),
  side: order.side.toUpperCase(),
  status: order.status === 'canceled' ? 'CANCELLED' : order.status.toUpperCase(),
  time_in_force: order.timeInForce === 'ioc' ? 'IMMEDIATE_OR_CANCEL' : 'GOOD_UNTIL_CANCELLED',
  created_time: iso(order.at),
  filled_size: String(order.filled),
  average_filled_price: order.filled === 0 ? '0' : String(order.cost / order.filled),
  filled_value: String(order.cost),
  total_fees: String(order.cost * 0.001),
  number_of_fills: order.filled === 0 ? '0' : '1',
  order_type: order.type.toUpperCase().replace('-', '_'),
  trigger_status:
    order.type !== 'stop-limit' ? 'INVALID_ORDER_TYPE' : order.isWorking ? 'STOP_TRIGGERED' : 'STOP_PENDING',
  product_type: 'SPOT',
})

const shownTrade = (trade: FakeTrade) => ({
  entry_id: `e-${trade.tradeId}`,
  trade_id: String(trade.tradeId),
  order_id: orderId(trade),
  trade_time: iso(trade.at),
  trade_type: 'FILL',
  price: String(trade.price),
  size: String(trade.amount),
  commission: String(trade.amount * trade.price * 0.001),
  product_id: idOf(trade.market),
  sequence_timestamp: iso(trade.at),
  liquidity_indicator: 'TAKER',
  side: trade.side.toUpperCase(),
})

function refusal({ headers }: VenueRequest): VenueReply | null {
  const token = (headers['authorization'] ?? '').replace('Bearer ', '')
  return isSigned(token) ? null : { status: 401, body: 'Unauthorized' }
}

function isSigned(token: string): boolean {
  const [head = '', payload = '', signature = ''] = token.split('.')
  const key = { key: createPublicKey(pair.privateKey), dsaEncoding: 'ieee-p1363' } as const
  return verify('sha256', Buffer.from(`${head}.${payload}`), key, Buffer.from(signature, 'base64url'))
}

/** Its parser's own words, with the status 400. */
function unparsed(what: string): VenueReply {
  const message = `proto: (line 1:1): ${what}`
  return { status: 400, body: { error: 'INVALID_ARGUMENT', error_details: message, message } }
}

function place(request: VenueRequest, engine: Engine): VenueReply {
  const { body } = request
  const form = formProblem(COINBASE_FORMS, 'order', request)
  if (form?.kind === 'unknown') return unparsed(`unknown field "${form.name}"`)
  if (form !== null) return unparsed(`invalid value for string type: ${form.name}`)
  const wish = JSON.parse(body) as {
    client_order_id: string
    product_id: string
    side: string
    order_configuration: object
  }
  const [[kind = '', terms] = []] = Object.entries(wish.order_configuration) as [
    string,
    Record<string, string | boolean>,
  ][]
  const isStop = kind === 'stop_limit_stop_limit_gtc'
  const order: Place = {
    key: wish.client_order_id,
    market: wish.product_id.replace('-', '/'),
    side: wish.side === 'BUY' ? 'buy' : 'sell',
    type: kind === 'market_market_ioc' ? 'market' : isStop ? 'stop-limit' : 'limit',
    timeInForce:
      kind.endsWith('ioc') && kind !== 'market_market_ioc'
        ? 'ioc'
        : terms?.['post_only'] === true
          ? 'post-only'
          : 'gtc',
    amount: Number(terms?.['base_size']),
    price: terms?.['limit_price'] === undefined ? null : Number(terms['limit_price']),
    ...(isStop ? { stopPrice: Number(terms?.['stop_price']) } : {}),
  }
  const problem = isStop ? stopProblem(order, String(terms?.['stop_direction']), engine) : null
  if (problem !== null) return refusedBefore(problem)
  const placed = engine.place(order)
  if (placed.kind === 'duplicate') return refused('DUPLICATE_CLIENT_ORDER_ID')
  if (placed.kind === 'insufficient') return refused('INSUFFICIENT_FUND')
  return ok({
    success: true,
    success_response: {
      order_id: orderId(placed.order),
      product_id: wish.product_id,
      side: wish.side,
      client_order_id: placed.order.key,
    },
    order_configuration: wish.order_configuration,
  })
}

/** Prices that fit neither each other nor the market, the latter only for a key that is new. */
function stopProblem(order: Place, direction: string, engine: Engine): string | null {
  const { side, price, stopPrice = 0 } = order
  const up = direction === DIRECTION.buy
  if (up !== (side === 'buy')) return 'PREVIEW_INVALID_STOP_PRICE'
  if (side === 'buy' && stopPrice > (price ?? 0)) return 'PREVIEW_STOP_PRICE_ABOVE_LIMIT_PRICE'
  if (side === 'sell' && stopPrice < (price ?? 0)) return 'PREVIEW_STOP_PRICE_BELOW_LIMIT_PRICE'
  if (!engine.triggers(order) || engine.orders.some(({ key }) => key === order.key)) return null
  return `PREVIEW_STOP_PRICE_${up ? 'BELOW' : 'ABOVE'}_LAST_TRADE_PRICE`
}

/** What fails before the order itself says so in a field of its own. */
const refusedBefore = (preview_failure_reason: string): VenueReply =>
  ok({
    success: false,
    error_response: { error: 'UNKNOWN_FAILURE_REASON', message: '', error_details: '', preview_failure_reason },
  })

const refused = (error: string): VenueReply =>
  ok({
    success: false,
    error_response: { error, message: 'words', error_details: '', new_order_failure_reason: error },
  })

function signedCalls(request: VenueRequest, engine: Engine): VenueReply {
  const { path, fields, body } = request
  const market = (fields.get('product_id') ?? '').replace('-', '/')
  const since = Date.parse(fields.get('start_date') ?? fields.get('start_sequence_timestamp') ?? '1970-01-01T00:00:00Z')
  const limit = Number(fields.get('limit') ?? 100)
  const here = <T extends { market: string; at: number }>(rows: T[]) =>
    rows.filter((row) => (row.market === market || !fields.has('product_id')) && row.at >= since)
  switch (path) {
    case '/api/v3/brokerage/orders':
      return place(request, engine)
    case '/api/v3/brokerage/orders/historical/batch': {
      const open = fields.get('order_status') === 'OPEN'
      const { rows, cursor } = pageBy(here(engine.shown(open ? 'open' : 'history')), fields.get('cursor'), limit)
      return ok({ orders: rows.map(shownOrder), has_next: cursor !== '', cursor })
    }
    case '/api/v3/brokerage/orders/historical/fills': {
      const { rows, cursor } = pageBy(here(engine.shownTrades()), fields.get('cursor'), limit)
      return ok({ fills: rows.map(shownTrade), cursor })
    }
    case '/api/v3/brokerage/orders/batch_cancel': {
      const { order_ids, ...besides } = JSON.parse(body) as { order_ids: string[] }
      const [unknown] = Object.keys(besides)
      if (unknown !== undefined) return unparsed(`unknown field "${unknown}"`)
      const results = order_ids.map((id) => {
        const order = engine.orders.findLast((one) => orderId(one) === id)
        const success = order !== undefined && engine.cancel(order)
        return { success, failure_reason: success ? '' : 'UNKNOWN_CANCEL_ORDER', order_id: id }
      })
      return ok({ results })
    }
    case '/api/v3/brokerage/accounts': {
      const { rows, cursor } = pageBy([...engine.balances].toReversed(), fields.get('cursor'), Math.min(limit, 250))
      const accounts = rows.map(([name, amount]) => {
        // A vault of the same currency is an account of its own.
        const [currency = '', kind] = name.split(' ')
        return {
          uuid: name,
          name,
          currency,
          available_balance: { value: String(amount), currency },
          hold: { value: '0', currency },
          type: kind === 'VAULT' ? 'ACCOUNT_TYPE_VAULT' : 'ACCOUNT_TYPE_CRYPTO',
          active: true,
        }
      })
      return ok({ accounts, has_next: cursor !== '', cursor, size: accounts.length })
    }
    case '/api/v3/brokerage/best_bid_ask': {
      const pricebooks = engine.markets.map(({ name }) => {
        const level = [{ price: String(engine.priceOf(name)), size: '1' }]
        return { product_id: idOf(name), bids: level, asks: level, time: iso(engine.pricedAt(name)) }
      })
      return ok({ pricebooks })
    }
    case '/api/v3/brokerage/transaction_summary':
      if (engine.fees === null) return ok({ fee_tier: null })
      return ok({
        fee_tier: { taker_fee_rate: String(engine.fees.taker), maker_fee_rate: String(engine.fees.maker) },
        goods_and_services_tax: null,
      })
    default: {
      const [, id] = /^\/api\/v3\/brokerage\/orders\/historical\/([^/]+)$/.exec(path) ?? []
      const order = engine.shown('id').find((one) => id !== undefined && orderId(one) === id)
      if (order !== undefined) return ok({ order: shownOrder(order) })
      return { status: 404, body: { error: 'NOT_FOUND', message: 'Not found.' } }
    }
  }
}

export const COINBASE_DIALECT: Dialect = {
  stream: coinbaseStream((token) => isSigned(token)),
  isCancel: ({ path }) => path === '/api/v3/brokerage/orders/batch_cancel',
  proofs: ({ headers }) => {
    const token = headers['authorization']?.replace('Bearer ', '')
    return [token, token?.split('.')[2]].filter((proof) => proof !== undefined)
  },
  keyName: 'client_order_id',
  isOrder: ({ method, path }) => method === 'POST' && path === '/api/v3/brokerage/orders',
  handle: (request, engine) => {
    if (request.path === '/v2/time') return ok({ data: { iso: iso(engine.now()), epoch: engine.now() / 1_000 } })
    if (request.path === '/api/v3/brokerage/market/products') {
      const isSpot = !request.fields.get('product_type')?.startsWith('FUTURE')
      const products = engine.markets.map(({ base, quote, name, step, tick, minNotional }) => ({
        product_id: `${base}-${quote}`,
        price: String(engine.priceOf(name)),
        base_increment: step,
        quote_increment: tick,
        price_increment: tick,
        quote_min_size: minNotional,
        quote_max_size: '9000000',
        base_min_size: step,
        base_max_size: '9000000',
        base_name: base,
        quote_name: quote,
        status: 'online',
        is_disabled: false,
        trading_disabled: false,
        cancel_only: false,
        limit_only: false,
        post_only: false,
        auction_mode: false,
        view_only: false,
        product_type: 'SPOT',
        quote_currency_id: quote,
        base_currency_id: base,
        ...engine.wordsOf(name),
      }))
      return ok({ products: isSpot ? products : [], num_products: 2 })
    }
    return refusal(request) ?? signedCalls(request, engine)
  },
}
