// OKX's v5 API over the engine, after its documents: the status is 200 for nearly everything, the row's own code counts.

import { createHmac } from 'node:crypto'
import { member } from '../../../shared/venues/json.ts'
import { isNamed } from '../common/other-key.ts'
import { pageAfter } from '../common/pages.ts'
import { formProblem } from '../common/request-forms.ts'
import type { Engine, FakeOrder, FakeTrade } from '../engine.ts'
import type { Dialect, VenueReply, VenueRequest } from '../server.ts'
import { proofsIn } from '../stand-in.ts'
import { okxStream } from './stream.ts'
import { OKX_FORMS } from './words.ts'

export const OKX_KEY = { apiKey: 'okx-test-key', apiSecret: 'okx-test-secret', passphrase: 'okx-words' }

const idOf = (market: string) => market.replace('/', '-')
const ok = (data: unknown[]): VenueReply => ({ status: 200, body: { code: '0', msg: '', data } })
const failed = (code: string, msg: string, status = 200): VenueReply => ({ status, body: { code, msg, data: [] } })
const row = (sCode: string, sMsg: string, more: object = {}): VenueReply => ({
  status: 200,
  body: { code: sCode === '0' ? '0' : '1', msg: '', data: [{ sCode, sMsg, tag: '', ...more }] },
})

const TYPES = { gtc: 'limit', ioc: 'ioc', 'post-only': 'post_only' } as const

const shownOrder = (order: FakeOrder) => ({
  instType: 'SPOT',
  instId: idOf(order.market),
  ordId: String(order.orderId),
  clOrdId: order.key,
  px: order.price === null ? '' : String(order.price),
  sz: String(order.amount),
  ordType: order.type === 'market' ? 'market' : TYPES[order.timeInForce],
  side: order.side,
  tdMode: 'cash',
  tgtCcy: 'base_ccy',
  accFillSz: String(order.filled),
  avgPx: order.filled === 0 ? '' : String(order.cost / order.filled),
  state: order.status === 'open' ? (order.filled > 0 ? 'partially_filled' : 'live') : order.status,
  fee: order.filled === 0 ? '0' : `-${order.cost * 0.001}`,
  feeCcy: order.market.split('/')[1],
  rebate: '0',
  rebateCcy: order.market.split('/')[1],
  cTime: String(order.at),
  uTime: String(order.at),
})

const shownTrade = (trade: FakeTrade) => ({
  instType: 'SPOT',
  instId: idOf(trade.market),
  tradeId: String(trade.tradeId),
  billId: String(trade.tradeId),
  ordId: String(trade.orderId),
  fillPx: String(trade.price),
  fillSz: String(trade.amount),
  side: trade.side,
  fee: `-${trade.amount * trade.price * 0.001}`,
  feeCcy: trade.market.split('/')[1],
  ts: String(trade.at),
})

/** What has not opened has no ticker. */
const trading = (engine: Engine) =>
  engine.markets.filter(({ name }) => member(engine.wordsOf(name), 'state') !== 'preopen')

const shownTicker = (engine: Engine, name: string) => ({
  instType: 'SPOT',
  instId: idOf(name),
  last: String(engine.priceOf(name)),
  askPx: String(engine.priceOf(name)),
  bidPx: String(engine.priceOf(name)),
  ts: String(engine.pricedAt(name)),
})

function refusal({ method, path, raw, body, headers }: VenueRequest, now: number): VenueReply | null {
  const stamp = headers['ok-access-timestamp'] ?? ''
  const query = method === 'GET' && raw !== '' ? `?${raw}` : ''
  const signed = `${stamp}${method}${path}${query}${body}`
  const expected = createHmac('sha256', OKX_KEY.apiSecret).update(signed).digest('base64')
  if (!isNamed(OKX_KEY, headers['ok-access-key'])) return failed('50111', 'Invalid OK-ACCESS-KEY', 401)
  // The key is one for simulated trading.
  if (headers['x-simulated-trading'] !== '1') {
    return failed('50101', 'APIKey does not match current environment.', 401)
  }
  if (headers['ok-access-passphrase'] !== OKX_KEY.passphrase) return failed('50105', 'Incorrect passphrase', 401)
  if (headers['ok-access-sign'] !== expected) return failed('50113', 'Invalid Sign', 401)
  if (Math.abs(now - Date.parse(stamp)) > 30_000) return failed('50102', 'Timestamp request expired', 401)
  return null
}

function priceProblem({ manners }: Engine, { px, side }: Record<string, string>): VenueReply | null {
  const limits = manners.priceLimits
  if (px === undefined || limits === null) return null
  if (side === 'buy' ? Number(px) <= limits.buy : Number(px) >= limits.sell) return null
  const words = `max buy price: ${limits.buy} min sell price: ${limits.sell}`
  return row('51006', `Order price is not within the price limit (${words}).`)
}

function place(request: VenueRequest, engine: Engine): VenueReply {
  const { body, headers } = request
  const problem = formProblem(OKX_FORMS, 'order', request)
  if (problem?.kind === 'missing') return failed('50014', `Parameter ${problem.name} can not be empty.`, 400)
  if (problem !== null) return row('51000', `Parameter ${problem.name} error`)
  const wish = JSON.parse(body) as Record<string, string>
  const until = headers['exptime']
  if (until !== undefined && engine.now() > Number(until)) return failed('50102', 'The request has expired.')
  const isMarket = wish['ordType'] === 'market'
  if (wish['tdMode'] !== 'cash') return row('51000', 'Parameter tdMode error')
  if (isMarket === (wish['px'] !== undefined)) return row('51000', 'Parameter px error')
  if (isMarket !== (wish['tgtCcy'] === 'base_ccy')) return row('51000', 'Parameter tgtCcy error')
  const beyond = priceProblem(engine, wish)
  if (beyond !== null) return beyond
  const placed = engine.place({
    key: wish['clOrdId'] ?? '',
    market: (wish['instId'] ?? '').replace('-', '/'),
    side: wish['side'] === 'buy' ? 'buy' : 'sell',
    type: wish['ordType'] === 'market' ? 'market' : 'limit',
    timeInForce: wish['ordType'] === 'ioc' ? 'ioc' : wish['ordType'] === 'post_only' ? 'post-only' : 'gtc',
    amount: Number(wish['sz']),
    price: wish['px'] === undefined ? null : Number(wish['px']),
  })
  if (placed.kind === 'duplicate') return row('51016', 'Client order ID already exists.')
  if (placed.kind === 'insufficient') return row('51008', 'Order failed. Insufficient USDT balance.')
  return row('0', 'Order placed', { ordId: String(placed.order.orderId), clOrdId: placed.order.key })
}

function signedCalls(request: VenueRequest, engine: Engine): VenueReply {
  const { path, fields, body } = request
  const market = (fields.get('instId') ?? '').replace('-', '/')
  const since = Number(fields.get('begin') ?? 0)
  const here = <T extends { market: string; at: number }>(rows: T[]) =>
    rows.filter((one) => (one.market === market || !fields.has('instId')) && one.at >= since)
  const page = <T>(rows: T[], idOf: (row: T) => string) => pageAfter(rows, fields.get('after'), 100, idOf)
  switch (path) {
    case '/api/v5/trade/order': {
      if (request.method === 'POST') return place(request, engine)
      const order = engine.shown('id').findLast(({ key }) => key === fields.get('clOrdId'))
      return order === undefined ? failed('51603', 'Order does not exist') : ok([shownOrder(order)])
    }
    case '/api/v5/trade/orders-pending':
      return ok(page(here(engine.shown('open')).map(shownOrder), ({ ordId }) => ordId))
    case '/api/v5/trade/orders-history':
      return ok(
        page(
          here(engine.shown('history'))
            .map(shownOrder)
            .filter(({ state }) => state === fields.get('state')),
          ({ ordId }) => ordId,
        ),
      )
    case '/api/v5/trade/fills-history':
      return ok(page(here(engine.shownTrades()).map(shownTrade), ({ billId }) => billId))
    case '/api/v5/trade/cancel-order': {
      const problem = formProblem(OKX_FORMS, 'cancel', request)
      if (problem !== null) return row('51000', `Parameter ${problem.name} error`)
      const { ordId, clOrdId } = JSON.parse(body) as Record<string, string>
      const order = engine.orders.findLast((one) => String(one.orderId) === ordId || one.key === clOrdId)
      if (order?.status === 'filled') return row('51402', 'Cancellation failed as the order has been completed.')
      if (order?.status === 'canceled') return row('51401', 'Cancellation failed as the order has been canceled.')
      if (order === undefined || !engine.cancel(order)) return row('51400', 'Cancellation failed: absent.')
      return row('0', '', { ordId: String(order.orderId), clOrdId: order.key })
    }
    // What is charged is below nothing. A market's group has its own rate.
    case '/api/v5/account/trade-fee': {
      if (engine.fees === null) return failed('50120', "API key doesn't have permission to use this function", 401)
      const [taker, maker] = [String(-engine.fees.taker), String(-engine.fees.maker)]
      const feeGroup = [{ groupId: '1', taker, maker }]
      return ok([
        { instType: 'SPOT', level: 'Lv1', taker: '-0.002', maker: '-0.002', takerUSDC: '', makerUSDC: '', feeGroup },
      ])
    }
    case '/api/v5/account/balance': {
      const details = [...engine.balances].map(([ccy, amount]) => ({
        ccy,
        cashBal: String(amount),
        availBal: String(amount),
        frozenBal: '0',
        eq: String(amount),
        availEq: '',
      }))
      return ok([{ uTime: String(engine.now()), details }])
    }
    // Funding and earn are lists of their own; what stands in neither is what the account trades with.
    case '/api/v5/asset/balances':
      return ok(
        [...engine.elsewhere].map(([ccy, amount]) => ({ ccy, bal: String(amount), availBal: '0', frozenBal: '0' })),
      )
    case '/api/v5/finance/savings/balance':
      return ok([])
    default:
      return failed('50404', 'Not found', 404)
  }
}

export const OKX_DIALECT: Dialect = {
  stream: okxStream(OKX_KEY),
  isCancel: ({ path }) => path === '/api/v5/trade/cancel-order',
  proofs: proofsIn('ok-access-sign', 'ok-access-passphrase'),
  keyName: 'clOrdId',
  isOrder: ({ method, path }) => method === 'POST' && path === '/api/v5/trade/order',
  handle: (request, engine) => {
    switch (request.path) {
      case '/api/v5/public/time':
        return ok([{ ts: String(engine.now()) }])
      case '/api/v5/public/instruments':
        return ok(
          engine.markets.map(({ base, quote, name, step, tick }) => ({
            instType: 'SPOT',
            groupId: '1',
            instId: `${base}-${quote}`,
            baseCcy: base,
            quoteCcy: quote,
            tickSz: tick,
            lotSz: step,
            minSz: step,
            maxLmtSz: '9000000',
            maxMktSz: '9000000',
            state: 'live',
            listTime: '1606468572000',
            expTime: '',
            openType: '',
            contTdSwTime: '',
            ...engine.wordsOf(name),
          })),
        )
      case '/api/v5/public/price-limit': {
        const limits = engine.manners.priceLimits
        const [buyLmt, sellLmt] = limits === null ? ['', ''] : [String(limits.buy), String(limits.sell)]
        const told = { instType: 'SPOT', instId: request.fields.get('instId'), ts: String(engine.now()) }
        return ok([{ ...told, buyLmt, sellLmt, enabled: limits !== null }])
      }
      case '/api/v5/market/tickers':
        return ok(trading(engine).map(({ name }) => shownTicker(engine, name)))
      case '/api/v5/market/ticker': {
        const market = trading(engine).find(({ name }) => idOf(name) === request.fields.get('instId'))
        if (market === undefined) return failed('51001', 'Instrument ID does not exist.')
        return ok([shownTicker(engine, market.name)])
      }
      default:
        return refusal(request, engine.now()) ?? signedCalls(request, engine)
    }
  },
}

/** The same for a key of live money, which does not know requests for simulated trading. */
export const okxLive = (dialect: Dialect): Dialect => ({
  ...dialect,
  handle: (request, engine) => {
    const { headers } = request
    if (headers['x-simulated-trading'] !== undefined) {
      return failed('50101', 'APIKey does not match current environment.', 401)
    }
    return dialect.handle({ ...request, headers: { ...headers, 'x-simulated-trading': '1' } }, engine)
  },
})
