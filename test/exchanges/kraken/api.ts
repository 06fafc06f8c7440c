// Kraken's REST API over the engine, after its documents: the status is always 200, numbers rise with each call, a key
// alone is looked up in two lists.

import { createHash, createHmac } from 'node:crypto'
import { isNamed } from '../common/other-key.ts'
import { pageBy } from '../common/pages.ts'
import { formProblem } from '../common/request-forms.ts'
import { type Engine, type FakeOrder, type FakeTrade, MARKETS } from '../engine.ts'
import type { Dialect, VenueReply, VenueRequest } from '../server.ts'
import { proofsIn } from '../stand-in.ts'
import { KRAKEN_TOKEN, krakenStream } from './stream.ts'
import { KRAKEN_FORMS } from './words.ts'

export const KRAKEN_KEY = {
  apiKey: 'kraken-test-key',
  apiSecret: Buffer.from('kraken-test-secret').toString('base64'),
}

/** Its own names of assets, in balances and lists, and in the names of markets. */
const ASSETS: Readonly<Record<string, string>> = { BTC: 'XXBT', USD: 'ZUSD', EUR: 'ZEUR' }
const assetOf = (asset: string) => ASSETS[asset] ?? asset
const wsNameOf = (market: string) => market.replace('BTC', 'XBT')
const pairOf = (market: string) => wsNameOf(market).replace('/', '')
const ok = (result: unknown): VenueReply => ({ status: 200, body: { error: [], result } })
const failed = (error: string): VenueReply => ({ status: 200, body: { error: [error] } })
const idOf = (order: { orderId: number }) => `O${order.orderId}`

/** A stop-limit order has its stop price first, and its limit price in the other field. */
const descriptionOf = ({ type, price, stopPrice }: FakeOrder) =>
  type === 'stop-limit'
    ? { ordertype: 'stop-loss-limit', price: String(stopPrice), price2: String(price) }
    : { ordertype: type, price: String(price ?? 0), price2: '0' }

const shownOrder = (order: FakeOrder): [string, object] => [
  idOf(order),
  {
    refid: null,
    userref: 0,
    cl_ord_id: order.key,
    status: order.status === 'filled' ? 'closed' : order.status,
    opentm: order.at / 1_000,
    starttm: 0,
    expiretm: 0,
    descr: {
      pair: pairOf(order.market),
      type: order.side,
      ...descriptionOf(order),
      leverage: 'none',
      order: '',
      close: '',
    },
    vol: String(order.amount),
    vol_exec: String(order.filled),
    cost: String(order.cost),
    fee: String(order.cost * 0.001),
    price: order.filled === 0 ? '0' : String(order.cost / order.filled),
    stopprice: '0',
    limitprice: order.type === 'stop-limit' && order.isWorking ? String(order.price) : '0',
    misc: order.type === 'stop-limit' && order.isWorking ? 'stopped' : '',
    oflags: 'fciq',
  },
]

const shownTrade = (trade: FakeTrade): [string, object] => [
  `T${trade.tradeId}`,
  {
    ordertxid: idOf(trade),
    pair: pairOf(trade.market),
    time: trade.at / 1_000,
    type: trade.side,
    ordertype: 'limit',
    price: String(trade.price),
    cost: String(trade.amount * trade.price),
    fee: String(trade.amount * trade.price * 0.001),
    vol: String(trade.amount),
    margin: '0',
    misc: '',
  },
]

/** The last number of each key: one that is not above it is refused. */
const numbers = new WeakMap<Engine, Map<string, number>>()

function refusal({ path, body, fields, headers }: VenueRequest, engine: Engine): VenueReply | null {
  if (!isNamed(KRAKEN_KEY, headers['api-key'])) return failed('EAPI:Invalid key')
  const nonce = fields.get('nonce') ?? ''
  const digest = createHash('sha256')
    .update(nonce + body)
    .digest()
  const secret = Buffer.from(KRAKEN_KEY.apiSecret, 'base64')
  const expected = createHmac('sha512', secret)
    .update(Buffer.concat([Buffer.from(path), digest]))
    .digest('base64')
  if (headers['api-sign'] !== expected) return failed('EAPI:Invalid signature')
  const known = numbers.get(engine) ?? new Map<string, number>()
  const name = String(headers['api-key'])
  if (Number(nonce) <= (known.get(name) ?? 0)) return failed('EAPI:Invalid nonce')
  numbers.set(engine, known.set(name, Number(nonce)))
  return null
}

function place(request: VenueRequest, engine: Engine): VenueReply {
  const { fields } = request
  const problem = formProblem(KRAKEN_FORMS, 'order', request)
  if (problem !== null) return failed(`EGeneral:Invalid arguments:${problem.name}`)
  if (fields.has('price') !== (fields.get('ordertype') !== 'market')) return failed('EGeneral:Invalid arguments:price')
  const deadline = fields.get('deadline')
  if (deadline !== null && engine.now() > Date.parse(deadline)) return failed('EService:Deadline elapsed')
  const kind = fields.get('ordertype')
  const isStop = kind === 'stop-loss-limit'
  const [price, stopPrice] = isStop ? ['price2', 'price'] : ['price', 'price2']
  if (isStop !== fields.has('price2')) return failed('EGeneral:Invalid arguments:price2')
  const placed = engine.place({
    key: fields.get('cl_ord_id') ?? '',
    market: MARKETS.find(({ name }) => pairOf(name) === fields.get('pair'))?.name ?? '',
    side: fields.get('type') === 'buy' ? 'buy' : 'sell',
    type: kind === 'market' ? 'market' : isStop ? 'stop-limit' : 'limit',
    timeInForce: fields.get('oflags') === 'post' ? 'post-only' : fields.get('timeinforce') === 'IOC' ? 'ioc' : 'gtc',
    amount: Number(fields.get('volume')),
    price: fields.has(price) ? Number(fields.get(price)) : null,
    ...(isStop ? { stopPrice: Number(fields.get(stopPrice)) } : {}),
  })
  if (placed.kind === 'duplicate') return failed('EGeneral:Invalid arguments:cl_ord_id not unique')
  if (placed.kind === 'insufficient') return failed('EOrder:Insufficient funds')
  return ok({ descr: { order: 'an order' }, txid: [idOf(placed.order)] })
}

/** Fifty of a list from the newest on, behind as many as `ofs` says, and how many there are in all. */
function page<T>(fields: URLSearchParams, name: string, rows: T[], show: (row: T) => [string, object]): VenueReply {
  const { rows: told } = pageBy(rows, fields.get('ofs'), 50)
  return ok({ [name]: Object.fromEntries(told.map(show)), count: rows.length })
}

function signedCalls(request: VenueRequest, engine: Engine): VenueReply {
  const { path, fields } = request
  const byKey = (orders: FakeOrder[]) =>
    fields.has('cl_ord_id') ? orders.filter(({ key }) => key === fields.get('cl_ord_id')) : orders
  switch (path) {
    case '/0/private/AddOrder':
      return place(request, engine)
    case '/0/private/OpenOrders':
      return ok({ open: Object.fromEntries(byKey(engine.shown('open')).map(shownOrder)) })
    case '/0/private/ClosedOrders': {
      const closed = byKey(engine.shown('history')).filter(({ status }) => status !== 'open')
      return page(fields, 'closed', closed, shownOrder)
    }
    case '/0/private/TradesHistory': {
      const since = Number(fields.get('start') ?? 0) * 1_000
      const trades = engine.shownTrades().filter(({ at }) => at >= since)
      return page(fields, 'trades', trades, shownTrade)
    }
    case '/0/private/QueryOrders': {
      const ids = (fields.get('txid') ?? '').split(',')
      const orders = engine.shown('history').filter((order) => ids.includes(idOf(order)))
      return orders.length === 0 ? failed('EOrder:Invalid order') : ok(Object.fromEntries(orders.map(shownOrder)))
    }
    case '/0/private/CancelOrder': {
      const problem = formProblem(KRAKEN_FORMS, 'cancel', request)
      if (problem !== null) return failed(`EGeneral:Invalid arguments:${problem.name}`)
      const order = engine.orders.findLast(
        (one) => idOf(one) === fields.get('txid') || one.key === fields.get('cl_ord_id'),
      )
      return order === undefined || !engine.cancel(order) ? failed('EOrder:Unknown order') : ok({ count: 1 })
    }
    // Its public list of markets tells no rates any more; of a market that is not named it tells none here either.
    case '/0/private/TradeVolume': {
      if (engine.fees === null) return failed('EGeneral:Permission denied')
      const { taker, maker } = engine.fees
      const pairs = (fields.get('pair') ?? '').split(',').filter((pair) => pair !== '')
      const rate = (fee: number) => ({ fee: String(fee * 100), minfee: '0.08', maxfee: '0.4', nextfee: '0.35' })
      const list = (fee: number) => Object.fromEntries(pairs.map((pair) => [pair, rate(fee)]))
      return ok({ currency: 'ZUSD', volume: '0.0000', fees: list(taker), fees_maker: list(maker) })
    }
    case '/0/private/GetWebSocketsToken':
      return ok({ token: KRAKEN_TOKEN, expires: 900 })
    case '/0/private/BalanceEx':
      return ok(
        Object.fromEntries(
          [...engine.balances].map(([asset, amount]) => [assetOf(asset), { balance: String(amount), hold_trade: '0' }]),
        ),
      )
    default:
      return failed('EGeneral:Unknown method')
  }
}

export const KRAKEN_DIALECT: Dialect = {
  stream: krakenStream(),
  isCancel: ({ path }) => path === '/0/private/CancelOrder',
  proofs: proofsIn('api-sign'),
  keyName: 'cl_ord_id',
  isOrder: ({ path }) => path === '/0/private/AddOrder',
  handle: (request, engine) => {
    switch (request.path) {
      case '/0/public/Time':
        return ok({ unixtime: Math.floor(engine.now() / 1_000), rfc1123: '' })
      case '/0/public/AssetPairs':
        return ok(
          Object.fromEntries(
            engine.markets.map(({ base, quote, name, step, tick, minNotional }) => [
              pairOf(name),
              {
                altname: pairOf(name),
                wsname: wsNameOf(name),
                aclass_base: 'currency',
                base: assetOf(base),
                aclass_quote: 'currency',
                quote: assetOf(quote),
                pair_decimals: tick.length - 2,
                cost_decimals: 8,
                lot_decimals: step === '1' ? 0 : step.length - 2,
                lot_multiplier: 1,
                leverage_buy: [],
                leverage_sell: [],
                fees: [],
                fees_maker: [],
                ordermin: step,
                costmin: minNotional,
                tick_size: tick,
                status: 'online',
                ...engine.wordsOf(name),
              },
            ]),
          ),
        )
      case '/0/public/Ticker': {
        const told = (price: string) => ({
          a: [price, '1', '1'],
          b: [price, '1', '1'],
          c: [price, '1'],
          v: ['1', '1'],
          p: [price, price],
          t: [1, 1],
          l: [price, price],
          h: [price, price],
          o: price,
        })
        const wanted = request.fields.get('pair')?.split(',') ?? []
        const listed = engine.markets.map(({ name }) => pairOf(name))
        if (wanted.some((pair) => !listed.includes(pair))) return failed('EQuery:Unknown asset pair')
        return ok(
          Object.fromEntries(engine.markets.map(({ name }) => [pairOf(name), told(String(engine.priceOf(name)))])),
        )
      }
      default:
        return refusal(request, engine) ?? signedCalls(request, engine)
    }
  },
}
