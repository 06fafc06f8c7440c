// Gate's API v4 over the engine, after its documents: every refusal has a label, a name of the trader's own finds what stands
// open alone, and lists tell of thirty days at most.

import { createHash, createHmac } from 'node:crypto'
import { isNamed } from '../common/other-key.ts'
import { formProblem } from '../common/request-forms.ts'
import { type Engine, type FakeOrder, type FakeTrade, MARKETS } from '../engine.ts'
import type { Dialect, VenueReply, VenueRequest } from '../server.ts'
import { ok, proofsIn } from '../stand-in.ts'
import { shownOrder } from './rows.ts'
import { gateStream } from './stream.ts'
import { GATE_FORMS } from './words.ts'

export const GATE_KEY = { apiKey: 'gate-test-key', apiSecret: 'gate-test-secret' }

const DAY_MS = 86_400_000
/** What a list tells where one end of the time is named, and the most that both may name. */
const [ONE_END_MS, BOTH_ENDS_MS] = [7 * DAY_MS, 30 * DAY_MS]
const [MOST_OPEN, MOST] = [100, 1_000]

const failed = (status: number, label: string, message: string): VenueReply => ({ status, body: { label, message } })
const invalid = (name: string) => failed(400, 'INVALID_PARAM_VALUE', `Invalid parameter \`${name}\``)
const idOf = (market: string) => market.replace('/', '_')
const marketOf = (id: string | null | undefined) => MARKETS.find(({ name }) => idOf(name) === id)?.name ?? ''

const shownTrade = (engine: Engine) => (trade: FakeTrade) => {
  const order = engine.orders.find(({ orderId }) => orderId === trade.orderId)
  const [base = '', quote = ''] = trade.market.split('/')
  return {
    id: String(trade.tradeId),
    create_time: String(Math.floor(trade.at / 1_000)),
    create_time_ms: `${trade.at}.123000`,
    currency_pair: idOf(trade.market),
    side: trade.side,
    role: 'taker',
    amount: String(trade.amount),
    price: String(trade.price),
    order_id: String(trade.orderId),
    // The account pays in GT: what it gets is whole.
    fee: '0',
    fee_currency: trade.side === 'buy' ? base : quote,
    point_fee: '0',
    gt_fee: String(trade.amount * trade.price * 0.001),
    amend_text: '-',
    sequence_id: '1',
    text: order?.key ?? '',
  }
}

function refusal({ method, path, raw, body, headers }: VenueRequest, now: number): VenueReply | null {
  const { key, sign, timestamp = '' } = headers
  if (key === undefined || sign === undefined || timestamp === '') {
    return failed(401, 'MISSING_REQUIRED_HEADER', 'Missing required header')
  }
  if (!isNamed(GATE_KEY, key)) return failed(401, 'INVALID_KEY', 'Invalid key provided, refused with signature')
  const query = body === '' ? decodeURIComponent(raw) : ''
  const said = [method, path, query, createHash('sha512').update(body).digest('hex'), timestamp].join('\n')
  const expected = createHmac('sha512', GATE_KEY.apiSecret).update(said).digest('hex')
  if (sign !== expected) return failed(401, 'INVALID_SIGNATURE', 'Signature mismatch')
  if (Math.abs(now / 1_000 - Number(timestamp)) <= 60) return null
  return failed(401, 'REQUEST_EXPIRED', 'gap between request Timestamp and server time exceeds 60')
}

const IN_FORCE = { gtc: 'gtc', ioc: 'ioc', poc: 'post-only' } as const

function place(request: VenueRequest, engine: Engine): VenueReply {
  const problem = formProblem(GATE_FORMS, 'order', request)
  if (problem?.kind === 'content-type') return failed(400, 'INVALID_CONTENT_TYPE', problem.name)
  if (problem?.kind === 'missing') return failed(400, 'MISSING_REQUIRED_PARAM', problem.name)
  if (problem !== null) return invalid(problem.name)
  // No page says in which words it rejects what comes too late.
  const until = Number(request.headers['x-gate-exptime'] ?? Number.POSITIVE_INFINITY)
  if (engine.now() > until) return failed(400, 'EXPTIME_PASSED', 'The request has expired')
  const told = JSON.parse(request.body) as Record<string, string>
  const market = marketOf(told['currency_pair'])
  if (market === '') return failed(400, 'INVALID_CURRENCY_PAIR', 'Invalid currency pair')
  // A market buy is one for so much money, which nothing in the app may send.
  if (told['type'] !== 'limit' || told['price'] === undefined) return invalid('type')
  if (told['account'] !== 'spot') return invalid('account')
  if (told['side'] !== 'buy' && told['side'] !== 'sell') return invalid('side')
  if (!/^t-[0-9A-Za-z_.-]{1,28}$/.test(told['text'] ?? '')) return invalid('text')
  const timeInForce = Object.entries(IN_FORCE).find(([name]) => name === told['time_in_force'])?.[1]
  if (timeInForce === undefined) return invalid('time_in_force')
  const placed = engine.place({
    key: told['text'] ?? '',
    market,
    side: told['side'],
    type: 'limit',
    timeInForce,
    amount: Number(told['amount']),
    price: Number(told['price']),
  })
  if (placed.kind === 'insufficient') return failed(400, 'BALANCE_NOT_ENOUGH', 'Not enough balance')
  if (placed.kind === 'duplicate') throw new Error('Gate looks at no name of an order')
  return { status: 201, body: shownOrder(engine, placed.order) }
}

/** One order by its id, or by its name while it stands open. */
function one(request: VenueRequest, engine: Engine, orders: FakeOrder[]): VenueReply {
  const { method, path, fields } = request
  const name = decodeURIComponent(path.replace('/api/v4/spot/orders/', ''))
  if (marketOf(fields.get('currency_pair')) === '') return failed(400, 'INVALID_CURRENCY_PAIR', 'Invalid currency pair')
  const order = orders.findLast(
    ({ orderId, key, status }) => String(orderId) === name || (key === name && status === 'open'),
  )
  if (order === undefined) {
    const label = name.startsWith('t-') ? 'CLIENT_ID_NOT_FOUND' : 'ORDER_NOT_FOUND'
    return failed(404, label, `Order with ID ${name} not found`)
  }
  if (method === 'GET') return ok(shownOrder(engine, order))
  const odd = [...fields.keys()].find((each) => !['account', 'currency_pair', 'action_mode'].includes(each))
  if (odd !== undefined) return invalid(odd)
  if (order.status === 'filled') return failed(400, 'ORDER_CLOSED', 'Order closed')
  if (!engine.cancel(order)) return failed(400, 'ORDER_CANCELLED', 'Order cancelled')
  return ok(shownOrder(engine, order))
}

/** The page that is asked for, from the newest on. */
function page<T>(rows: T[], fields: URLSearchParams, most: number): T[] | null {
  const limit = Number(fields.get('limit') ?? 100)
  if (!Number.isInteger(limit) || limit < 1 || limit > most) return null
  return rows.toReversed().slice((Number(fields.get('page') ?? 1) - 1) * limit, Number(fields.get('page') ?? 1) * limit)
}

/** What lies in the time that is named, each row at its own moment; `null` where that is more than is told. */
function within<T>(rows: T[], at: (row: T) => number, fields: URLSearchParams, now: number): T[] | null {
  const told = (name: string) => (fields.has(name) ? Number(fields.get(name)) * 1_000 : null)
  const [from, to] = [told('from'), told('to')]
  const begin = from ?? (to ?? now) - ONE_END_MS
  const end = to ?? (from === null ? now : from + ONE_END_MS)
  if (end - begin > BOTH_ENDS_MS) return null
  return rows.filter((row) => at(row) >= begin && at(row) <= end)
}

function lists({ path, fields }: VenueRequest, engine: Engine): VenueReply | null {
  const pair = fields.get('currency_pair')
  const here = <T extends { market: string }>(rows: T[]) =>
    rows.filter(({ market }) => pair === null || idOf(market) === pair)
  const show = (order: FakeOrder) => shownOrder(engine, order)
  const endOf = ({ orderId, at }: FakeOrder) =>
    Math.max(at, ...engine.trades.filter((trade) => trade.orderId === orderId).map((trade) => trade.at))
  if (path === '/api/v4/spot/open_orders') {
    const groups = Map.groupBy(engine.shown('open'), ({ market }) => market)
    const told = [...groups].map(([market, orders]) => {
      const rows = page(orders, fields, MOST_OPEN) ?? []
      return { currency_pair: idOf(market), total: rows.length, orders: rows.map(show) }
    })
    return ok(told)
  }
  if (path === '/api/v4/spot/orders' && fields.get('status') === 'open') {
    if (pair === null) return failed(400, 'MISSING_REQUIRED_PARAM', 'Missing required parameter: currency_pair')
    if (fields.has('from') || fields.has('to')) return invalid('from')
    const rows = page(here(engine.shown('open')), fields, MOST_OPEN)
    return rows === null ? invalid('limit') : ok(rows.map(show))
  }
  if (path === '/api/v4/spot/orders' && fields.get('status') === 'finished') {
    const ended = here(engine.shown('history')).filter(({ status }) => status !== 'open')
    const rows = within(ended, endOf, fields, engine.now())
    const told = rows === null ? null : page(rows, fields, MOST)
    return told === null ? invalid('from') : ok(told.map(show))
  }
  if (path !== '/api/v4/spot/my_trades') return null
  const rows = within(here(engine.shownTrades()), ({ at }) => at, fields, engine.now())
  const told = rows === null ? null : page(rows, fields, MOST)
  return told === null ? invalid('from') : ok(told.map(shownTrade(engine)))
}

function signedCalls(request: VenueRequest, engine: Engine): VenueReply {
  const { method, path, fields } = request
  if (method === 'POST' && path === '/api/v4/spot/orders') return place(request, engine)
  if (path.startsWith('/api/v4/spot/orders/')) {
    return one(request, engine, method === 'GET' ? engine.shown('id') : engine.orders)
  }
  const listed = lists(request, engine)
  if (listed !== null) return listed
  if (path === '/api/v4/spot/accounts') {
    return ok(
      [...engine.balances].map(([currency, held]) => ({
        currency,
        available: String(held),
        locked: '0',
        update_id: 1,
      })),
    )
  }
  if (path === '/api/v4/spot/batch_fee') {
    if (engine.fees === null) return failed(403, 'FORBIDDEN', 'Request API key does not have spot permission')
    const names = (fields.get('currency_pairs') ?? '').split(',')
    if (names.length > 50) return invalid('currency_pairs')
    const { taker, maker } = engine.fees
    const rates = { taker_fee: String(taker), maker_fee: String(maker), rpi_maker_fee: '0', loan_fee: '0.18' }
    const rest = { gt_discount: true, gt_taker_fee: '0.0005', gt_maker_fee: '0.0005', point_type: '1', debit_fee: 1 }
    return ok(
      Object.fromEntries(names.map((name) => [name, { user_id: 1001, ...rates, ...rest, currency_pair: name }])),
    )
  }
  return failed(404, 'NOT_FOUND', 'No such address')
}

const digits = (step: string) => (step.includes('.') ? step.length - 2 : 0)

const pairs = (engine: Engine) =>
  engine.markets.map(({ base, quote, name, step, tick, minNotional }) => ({
    id: idOf(name),
    base,
    base_name: base,
    quote,
    quote_name: quote,
    fee: '0.2',
    min_base_amount: step,
    min_quote_amount: minNotional,
    max_quote_amount: '5000000',
    amount_precision: digits(step),
    precision: digits(tick),
    trade_status: 'tradable',
    sell_start: 1_516_378_650,
    buy_start: 1_516_378_650,
    delisting_time: 0,
    type: 'normal',
    trade_url: `https://www.gate.com/trade/${idOf(name)}`,
    st_tag: false,
    ...engine.wordsOf(name),
  }))

function tickers(engine: Engine, pair: string | null): VenueReply {
  const rows = engine.markets.filter(({ name }) => pair === null || idOf(name) === pair)
  if (rows.length === 0 && pair !== null) return failed(400, 'INVALID_CURRENCY_PAIR', `Invalid currency pair ${pair}`)
  return ok(
    rows.map(({ name }) => {
      const price = String(engine.priceOf(name))
      const day = { base_volume: '1', quote_volume: '2', high_24h: price, low_24h: price, change_percentage: '0' }
      return { currency_pair: idOf(name), last: price, lowest_ask: price, highest_bid: price, ...day }
    }),
  )
}

function open({ path, fields }: VenueRequest, engine: Engine): VenueReply | null {
  const price = String(engine.priceOf(marketOf(fields.get('currency_pair'))))
  switch (path) {
    case '/api/v4/spot/time':
      return ok({ server_time: engine.now() })
    case '/api/v4/spot/currency_pairs':
      return ok(pairs(engine))
    case '/api/v4/margin/currency_pairs':
      return ok([])
    case '/api/v4/spot/tickers':
      return tickers(engine, fields.get('currency_pair'))
    case '/api/v4/spot/order_book':
      return ok({ id: 1, current: engine.now(), update: engine.now(), asks: [[price, '9']], bids: [[price, '7']] })
    default:
      return null
  }
}

export const GATE_DIALECT: Dialect = {
  stream: gateStream(GATE_KEY),
  isOrder: ({ method, path }) => method === 'POST' && path === '/api/v4/spot/orders',
  isCancel: ({ method }) => method === 'DELETE',
  proofs: proofsIn('sign'),
  keyName: 'text',
  handle: (request, engine) => open(request, engine) ?? refusal(request, engine.now()) ?? signedCalls(request, engine),
}
