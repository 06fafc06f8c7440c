// Bybit's v5 API over the engine, after its documents: an order is accepted first and judged afterwards.

import { createHmac } from 'node:crypto'
import { isNamed } from '../common/other-key.ts'
import { pageBy } from '../common/pages.ts'
import { outerPrices } from '../common/price-rules.ts'
import { formProblem } from '../common/request-forms.ts'
import { type Engine, type FakeOrder, type FakeTrade, MARKETS } from '../engine.ts'
import type { Dialect, VenueReply, VenueRequest } from '../server.ts'
import { proofsIn } from '../stand-in.ts'
import { bybitStream } from './stream.ts'
import { BYBIT_FORMS } from './words.ts'

export const BYBIT_KEY = { apiKey: 'bybit-test-key', apiSecret: 'bybit-test-secret' }

const symbolOf = (market: string) => market.replace('/', '')
const marketOf = (symbol: string | null) => MARKETS.find(({ name }) => symbolOf(name) === symbol)?.name ?? ''
const answer = (retCode: number, retMsg: string, result: object = {}): VenueReply => ({
  status: 200,
  body: { retCode, retMsg, result, retExtInfo: {}, time: 0 },
})
const ok = (result: object) => answer(0, 'OK', result)

const STATUS = { open: 'New', filled: 'Filled', canceled: 'Cancelled' } as const

const shownOrder = (order: FakeOrder) => ({
  orderId: String(order.orderId),
  orderLinkId: order.key,
  symbol: symbolOf(order.market),
  price: order.price === null ? '0' : String(order.price),
  qty: String(order.amount),
  side: order.side === 'buy' ? 'Buy' : 'Sell',
  orderStatus: order.status === 'open' && order.filled > 0 ? 'PartiallyFilled' : STATUS[order.status],
  avgPrice: order.filled === 0 ? '' : String(order.cost / order.filled),
  leavesQty: String(order.amount - order.filled),
  cumExecQty: String(order.filled),
  cumExecValue: String(order.cost),
  cumExecFee: '0',
  cumFeeDetail: order.filled === 0 ? {} : { [order.market.split('/')[1] ?? '']: '0' },
  timeInForce: order.timeInForce === 'ioc' ? 'IOC' : 'GTC',
  orderType: order.type === 'market' ? 'Market' : 'Limit',
  createdTime: String(order.at),
  updatedTime: String(order.at),
})

const shownTrade = (trade: FakeTrade) => ({
  symbol: symbolOf(trade.market),
  orderId: String(trade.orderId),
  side: trade.side === 'buy' ? 'Buy' : 'Sell',
  execId: String(trade.tradeId),
  execPrice: String(trade.price),
  execQty: String(trade.amount),
  // A buy's fee is one of the coin there. The engine takes none from the balance, so none is told.
  execFee: '0',
  feeCurrency: trade.market.split('/')[1],
  execType: 'Trade',
  execTime: String(trade.at),
  isMaker: false,
})

function refusal({ raw, headers }: VenueRequest, now: number): VenueReply | null {
  const stamp = headers['x-bapi-timestamp'] ?? ''
  const window = headers['x-bapi-recv-window'] ?? ''
  if (!isNamed(BYBIT_KEY, headers['x-bapi-api-key'])) return answer(10003, 'API key is invalid.')
  const expected = createHmac('sha256', BYBIT_KEY.apiSecret)
    .update(`${stamp}${headers['x-bapi-api-key']}${window}${raw}`)
    .digest('hex')
  if (headers['x-bapi-sign'] !== expected)
    return answer(10004, 'Error sign, please check your signature generation algorithm.')
  const late = now - Number(stamp)
  if (late > Number(window) || late < -1_000)
    return answer(10002, 'invalid request, please check your server timestamp or recv_window param')
  return null
}

function priceProblem(engine: Engine, market: string, side: string | undefined, price: number): VenueReply | null {
  const { buy, sell } = outerPrices(engine, market)
  if (side === 'Buy') return price > buy ? answer(170193, `Buy order price cannot be higher than ${buy}.`) : null
  return price < sell ? answer(170194, `Sell order price cannot be lower than ${sell}.`) : null
}

const parameter = (name: string) => answer(10001, `params error: ${name}`)

function place(request: VenueRequest, engine: Engine): VenueReply {
  const { body } = request
  const problem = formProblem(BYBIT_FORMS, 'order', request)
  if (problem !== null) return parameter(problem.name)
  const wish = JSON.parse(body) as Record<string, string>
  const isMarket = wish['orderType'] === 'Market'
  if (wish['category'] !== 'spot') return parameter('category')
  if (isMarket === (wish['price'] !== undefined)) return parameter('price')
  // Without it the amount of a market buy is money.
  if (isMarket && wish['side'] === 'Buy' && wish['marketUnit'] !== 'baseCoin') return parameter('marketUnit')
  const market = marketOf(wish['symbol'] ?? null)
  const beyond = wish['price'] === undefined ? null : priceProblem(engine, market, wish['side'], Number(wish['price']))
  if (beyond !== null) return beyond
  const placed = engine.place({
    key: wish['orderLinkId'] ?? '',
    market,
    side: wish['side'] === 'Buy' ? 'buy' : 'sell',
    type: wish['orderType'] === 'Market' ? 'market' : 'limit',
    timeInForce: wish['timeInForce'] === 'IOC' ? 'ioc' : wish['timeInForce'] === 'PostOnly' ? 'post-only' : 'gtc',
    amount: Number(wish['qty']),
    price: wish['price'] === undefined ? null : Number(wish['price']),
  })
  if (placed.kind === 'duplicate') return answer(170141, 'Duplicate clientOrderId')
  if (placed.kind === 'insufficient') return answer(170131, 'Balance insufficient')
  return ok({ orderId: String(placed.order.orderId), orderLinkId: placed.order.key })
}

const SPAN_MS = 7 * 86_400_000

/**
 * "Only startTime is passed, return range between startTime and startTime+7 days"; neither: the last seven days; both: no longer than
 * that (the v5 pages of order history and executions). `null` for a longer one.
 */
function spanOf(fields: URLSearchParams, now: number): { from: number; to: number } | null {
  const told = (name: string) => (fields.has(name) ? Number(fields.get(name)) : null)
  const [from, to] = [told('startTime'), told('endTime')]
  if (from !== null && to !== null) return to - from > SPAN_MS || to < from ? null : { from, to }
  if (from !== null) return { from, to: from + SPAN_MS }
  return { from: (to ?? now) - SPAN_MS, to: to ?? now }
}

function signedCalls(request: VenueRequest, engine: Engine): VenueReply {
  const { path, fields, body } = request
  const market = marketOf(fields.get('symbol'))
  const span = spanOf(fields, engine.now())
  const here = <T extends { market: string; at: number }>(rows: T[]) =>
    rows.filter((row) => row.market === market || !fields.has('symbol'))
  /** What ended or was traded: of a span of seven days, whatever is asked for. */
  const within = <T extends { market: string; at: number }>(rows: T[]) =>
    here(rows).filter(({ at }) => span !== null && at >= span.from && at <= span.to)
  /** Twenty unless more are asked for; behind the last page there is a cursor too, to an empty one. */
  const page = <T>(rows: T[], show: (row: T) => object, most = 50) => {
    const size = Math.min(Number(fields.get('limit') ?? 20), most)
    const start = Number(fields.get('cursor') ?? 0)
    const { rows: told } = pageBy(rows, fields.get('cursor'), size)
    return ok({ category: 'spot', list: told.map(show), nextPageCursor: String(start + told.length) })
  }
  switch (path) {
    case '/v5/order/create':
      return place(request, engine)
    case '/v5/order/realtime': {
      const key = fields.get('orderLinkId')
      const list =
        key === null ? here(engine.shown('open')) : here(engine.shown('id')).filter((order) => order.key === key)
      return page(list, shownOrder)
    }
    case '/v5/order/history': {
      if (span === null) return answer(10001, 'The interval between the startTime and endTime is incorrect')
      const list = within(engine.shown('history')).filter(({ status }) => status !== 'open')
      return page(list, shownOrder)
    }
    case '/v5/execution/list':
      if (span === null) return answer(10001, 'The interval between the startTime and endTime is incorrect')
      return page(within(engine.shownTrades()), shownTrade, 100)
    case '/v5/order/cancel': {
      const problem = formProblem(BYBIT_FORMS, 'cancel', request)
      if (problem !== null) return parameter(problem.name)
      const { orderId, orderLinkId } = JSON.parse(body) as Record<string, string>
      const order = engine.orders.findLast((one) => String(one.orderId) === orderId || one.key === orderLinkId)
      if (order?.status === 'filled') return answer(170139, 'Order has been filled.')
      if (order?.status === 'canceled') return answer(170142, 'Order has been canceled.')
      if (order === undefined || !engine.cancel(order)) return answer(170213, 'Order does not exist.')
      return ok({ orderId: String(order.orderId), orderLinkId: order.key })
    }
    case '/v5/account/wallet-balance': {
      const coin = [...engine.balances].map(([name, amount]) => ({
        coin: name,
        // What was borrowed stands beside the wallet, which is not net of it.
        walletBalance: String(Math.max(amount, 0)),
        spotBorrow: String(Math.max(-amount, 0)),
        borrowAmount: String(Math.max(-amount, 0)),
        locked: '0',
        equity: String(amount),
        availableToWithdraw: '',
      }))
      return ok({ list: [{ accountType: 'UNIFIED', coin }] })
    }
    case '/v5/account/fee-rate': {
      if (engine.fees === null) return answer(10005, 'Permission denied, please check your API key permissions.')
      const { taker, maker } = engine.fees
      const rates = { takerFeeRate: String(taker), makerFeeRate: String(maker) }
      return ok({ list: engine.markets.map(({ base, quote }) => ({ symbol: `${base}${quote}`, ...rates })) })
    }
    case '/v5/asset/transfer/query-account-coins-balance': {
      const rows = [...engine.elsewhere].map(([coin, amount]) => ({ coin, walletBalance: String(amount), bonus: '' }))
      return ok({ accountType: 'FUND', balance: rows })
    }
    default:
      return answer(10001, 'Request parameter error.')
  }
}

/** Markets before their launch are told only to who asks for them. */
const listed = (engine: Engine, status: string | null) =>
  engine.markets.filter(({ name }) => {
    const isBefore =
      'status' in engine.wordsOf(name) && (engine.wordsOf(name) as { status: string }).status === 'PreLaunch'
    return isBefore === (status === 'PreLaunch')
  })

export const BYBIT_DIALECT: Dialect = {
  stream: bybitStream(BYBIT_KEY),
  isCancel: ({ path }) => path === '/v5/order/cancel',
  proofs: proofsIn('x-bapi-sign'),
  keyName: 'orderLinkId',
  isOrder: ({ path }) => path === '/v5/order/create',
  handle: (request, engine) => {
    switch (request.path) {
      case '/v5/market/time': {
        const now = engine.now()
        return {
          status: 200,
          body: {
            retCode: 0,
            retMsg: 'OK',
            result: { timeSecond: String(Math.floor(now / 1_000)), timeNano: `${now}000000` },
            time: now,
          },
        }
      }
      case '/v5/market/instruments-info':
        return ok({
          category: 'spot',
          list: listed(engine, request.fields.get('status')).map(({ base, quote, name, step, tick, minNotional }) => ({
            symbol: base + quote,
            baseCoin: base,
            quoteCoin: quote,
            innovation: '0',
            status: 'Trading',
            marginTrading: 'none',
            lotSizeFilter: {
              basePrecision: step,
              quotePrecision: '0.0001',
              minOrderQty: step,
              maxOrderQty: '9000000',
              minOrderAmt: minNotional,
              maxOrderAmt: '9000000',
            },
            priceFilter: { tickSize: tick },
            ...engine.wordsOf(name),
          })),
        })
      case '/v5/market/price-limit': {
        const { fields } = request
        if (fields.get('category') !== 'spot') return parameter('category')
        const { buy, sell } = outerPrices(engine, marketOf(fields.get('symbol')))
        const limits = { buyLmt: String(buy), sellLmt: String(sell), ts: String(engine.now()) }
        return ok({ symbol: fields.get('symbol'), ...limits })
      }
      case '/v5/market/tickers':
        return ok({
          category: 'spot',
          list: engine.markets.map(({ name }) => ({
            symbol: symbolOf(name),
            bid1Price: String(engine.priceOf(name)),
            bid1Size: '1',
            ask1Price: String(engine.priceOf(name)),
            ask1Size: '1',
            lastPrice: String(engine.priceOf(name)),
          })),
        })
      default:
        return refusal(request, engine.now()) ?? signedCalls(request, engine)
    }
  },
}
