// A stand-in for Poloniex over the engine, after its documents: signed by HMAC over method, path and body or query, and orders
// that are refused when they come later than their window.

import { createHmac } from 'node:crypto'
import { pageAfter } from '../../../exchanges/common/pages.ts'
import { type Forms, formProblem } from '../../../exchanges/common/request-forms.ts'
import { type Engine, type FakeOrder, type FakeTrade, MARKETS } from '../../../exchanges/engine.ts'
import type { VenueReply, VenueRequest } from '../../../exchanges/server.ts'
import { byHeader, listed, ok, proofsIn, type StandIn, unlisted } from '../../../exchanges/stand-in.ts'

const KEY = { apiKey: 'poloniex-test-key', apiSecret: 'poloniex-test-secret' }
const FORMS: Forms = {
  isJson: true,
  order: { names: 'symbol side timeInForce? type? accountType? price? quantity? amount? clientOrderId? stpMode?' },
  cancel: null,
}

const failed = (status: number, code: number, message: string): VenueReply => ({ status, body: { code, message } })
const idOf = (market: string) => market.replace('/', '_')
const marketOf = (id: string) => MARKETS.find(({ name }) => idOf(name) === id)?.name ?? ''

const STATE = { open: 'NEW', filled: 'FILLED', canceled: 'CANCELED' } as const
const shown = (order: FakeOrder) => ({
  id: String(order.orderId),
  clientOrderId: order.key,
  symbol: idOf(order.market),
  state: order.status === 'open' && order.filled > 0 ? 'PARTIALLY_FILLED' : STATE[order.status],
  accountType: 'SPOT',
  side: order.side.toUpperCase(),
  type: order.timeInForce === 'post-only' ? 'LIMIT_MAKER' : 'LIMIT',
  timeInForce: order.timeInForce === 'ioc' ? 'IOC' : 'GTC',
  quantity: String(order.amount),
  price: String(order.price),
  avgPrice: order.filled === 0 ? '0' : String(order.cost / order.filled),
  amount: '0',
  filledQuantity: String(order.filled),
  filledAmount: String(order.cost),
  createTime: order.at,
  updateTime: order.at,
})
const trade = (one: FakeTrade) => ({
  id: String(one.tradeId),
  pageId: String(one.tradeId),
  symbol: idOf(one.market),
  accountType: 'SPOT',
  orderId: String(one.orderId),
  side: one.side.toUpperCase(),
  type: 'LIMIT',
  matchRole: 'TAKER',
  createTime: one.at,
  price: String(one.price),
  quantity: String(one.amount),
  amount: String(one.price * one.amount),
  feeCurrency: 'USDT',
  feeAmount: '0',
})

function isSigned({ method, path, fields, body, headers }: VenueRequest): boolean {
  const time = headers['signtimestamp'] ?? ''
  const query = new URLSearchParams([...(body === '' ? fields : []), ['signTimestamp', time]])
  query.sort()
  const said = method === 'GET' ? String(query) : `${body === '' ? '' : `requestBody=${body}&`}signTimestamp=${time}`
  const signature = createHmac('sha256', KEY.apiSecret).update(`${method}\n${path}\n${said}`).digest('base64')
  return headers['key'] === KEY.apiKey && headers['signature'] === signature
}

function place(request: VenueRequest, engine: Engine): VenueReply {
  const problem = formProblem(FORMS, 'order', request)
  if (problem !== null) return failed(400, 601, `Invalid Parameter: ${problem.name}`)
  const { headers, body } = request
  const window = Number(headers['recvwindow'] ?? Number.POSITIVE_INFINITY)
  if (engine.now() - Number(headers['signtimestamp']) > window) return failed(400, 603, 'Request is out of its window')
  const told = JSON.parse(body) as Record<string, string>
  const placed = engine.place({
    key: told['clientOrderId'] ?? '',
    market: marketOf(told['symbol'] ?? ''),
    side: told['side'] === 'BUY' ? 'buy' : 'sell',
    type: 'limit',
    timeInForce: told['type'] === 'LIMIT_MAKER' ? 'post-only' : told['timeInForce'] === 'IOC' ? 'ioc' : 'gtc',
    amount: Number(told['quantity']),
    price: Number(told['price']),
  })
  if (placed.kind === 'duplicate') return failed(400, 21312, 'Client orderId already exists')
  if (placed.kind === 'insufficient') return failed(400, 21709, 'Low available balance')
  return ok({ id: String(placed.order.orderId), clientOrderId: placed.order.key })
}

function orders({ method, path, fields }: VenueRequest, engine: Engine): VenueReply {
  const after = fields.get('from')
  if (path === '/orders') return ok(engine.shown('open').map(shown))
  if (path === '/orders/history') return ok(pageAfter(engine.shown('history').map(shown), after, 100, ({ id }) => id))
  const name = path.replace('/orders/', '')
  const isIt = ({ key, orderId }: FakeOrder) => name === `cid:${key}` || name === String(orderId)
  const order = engine.shown('id').findLast(isIt)
  if (order === undefined) return failed(404, 21301, 'Order not found')
  if (method === 'GET') return ok(shown(order))
  if (!engine.cancel(order)) return failed(400, 21305, 'Order is canceled')
  return ok({
    orderId: String(order.orderId),
    clientOrderId: order.key,
    state: 'PENDING_CANCEL',
    code: 200,
    message: '',
  })
}

const markets = (engine: Engine) =>
  engine.markets.map(({ base, quote, name, step, tick, minNotional }) => ({
    symbol: idOf(name),
    baseCurrencyName: base,
    quoteCurrencyName: quote,
    displayName: name,
    state: 'NORMAL',
    tradableStartTime: 1,
    symbolTradeLimit: {
      symbol: idOf(name),
      priceScale: tick.length - 2,
      quantityScale: step === '1' ? 0 : step.length - 2,
      amountScale: 8,
      minQuantity: step,
      minAmount: minNotional,
    },
    ...engine.wordsOf(name),
  }))

const tickers = (engine: Engine) =>
  engine.markets.map(({ name }) => {
    const price = String(engine.priceOf(name))
    return { symbol: idOf(name), close: price, bid: price, ask: price, ts: engine.pricedAt(name) }
  })

function open({ path }: VenueRequest, engine: Engine): VenueReply | null {
  if (path === '/timestamp') return ok({ serverTime: engine.now() })
  if (path === '/markets') return ok(markets(engine))
  if (path === '/markets/ticker24h') return ok(tickers(engine))
  if (path.endsWith('/orderBook'))
    return ok({ time: engine.now(), bids: ['2', '100'], asks: ['2', '100'], ts: engine.now() })
  return path === '/v3/market/allInstruments' ? ok({ code: 200, msg: 'Success', data: [] }) : null
}

function signed(request: VenueRequest, engine: Engine): VenueReply {
  const { method, path, fields } = request
  if (method === 'POST' && path === '/orders') return place(request, engine)
  if (path.startsWith('/orders')) return orders(request, engine)
  if (path === '/trades') {
    return ok(
      pageAfter(engine.shownTrades().map(trade), fields.get('from'), Number(fields.get('limit')), ({ id }) => id),
    )
  }
  if (path === '/feeinfo') return ok({ makerRate: String(engine.fees?.maker), takerRate: String(engine.fees?.taker) })
  if (path !== '/accounts/balances') return failed(404, 500, 'No such call')
  const balances = [...engine.balances].map(([currency, held]) => ({ currency, available: String(held), hold: '0' }))
  return ok([{ accountId: '1001', accountType: 'SPOT', balances }])
}

const refused = (code: number, message: string) => listed(400, { code, message })

export const POLONIEX: StandIn = {
  key: KEY,
  dialect: {
    isOrder: ({ method, path }) => method === 'POST' && path === '/orders',
    isCancel: ({ method }) => method === 'DELETE',
    proofs: proofsIn('signature'),
    keyName: 'clientOrderId',
    stream: null,
    handle: (request, engine) =>
      open(request, engine) ?? (isSigned(request) ? signed(request, engine) : failed(401, 401, 'Signature is wrong')),
  },
  naming: byHeader('key'),
  forms: FORMS,
  refusals: {
    // No page lists what it answers to a wrong key.
    key: unlisted(401, { code: 401, message: 'Invalid key' }),
    step: refused(21336, 'Invalid quantityScale for this symbol'),
    'would-cross': refused(21311, 'Order price must be greater than min price'),
    halted: refused(10041, 'Symbol frozen for trading'),
    funds: refused(21709, 'Low available balance'),
  },
  repeatsKey: true,
  end: { header: 'recvWindow', value: '60000' },
  datesPrices: true,
  halted: { state: 'PAUSE' },
  keyInfo: null,
  lists: {
    path: /\/orders(\/|$)/,
    at: [],
    key: 'clientOrderId',
    hasIds: false,
    status: 'state',
    open: /GET \/orders$/,
    everyMarket: 'open',
    groups: null,
  },
  others: [],
  nameless: null,
}
