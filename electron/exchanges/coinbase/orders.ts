// Coinbase's orders: what goes out besides the terms, stops, where orders are looked for, and what its stream tells of them.

import { add, DECIMAL_PATTERN } from '../../../shared/decimal.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import type { OutgoingOrder } from '../../ports/system.ts'
import type { Venue } from '../common/library.ts'
import { toVenueOrder } from '../common/library-orders.ts'
import { COMMON_LOOKUPS, type Lookups, type OpenOrders, type Place, symbolOf } from '../common/lookups.ts'
import type { OrderParams } from '../common/order-params.ts'
import { type OrderStream, rowsOf } from '../common/order-stream.ts'
import type { StopOrders } from '../common/stop-orders.ts'

export function coinbaseParams(order: OutgoingOrder): OrderParams {
  return { params: { client_order_id: order.key, ...coinbaseMarket(order) }, headers: {} }
}

// By itself ccxt turns the amount of a market buy into money to be spent.
function coinbaseMarket(order: OutgoingOrder): Record<string, unknown> {
  if (order.type !== 'market') return {}
  return { order_configuration: { market_market_ioc: { base_size: order.amount } } }
}

/** Which way the price goes when a stop triggers. By itself ccxt would take the other one for a common stop price. */
const DIRECTION: Readonly<Record<OutgoingOrder['side'], string>> = {
  buy: 'STOP_DIRECTION_STOP_UP',
  sell: 'STOP_DIRECTION_STOP_DOWN',
}

export const COINBASE_STOPS: StopOrders = {
  params: ({ side, stopPrice }) => ({ stopLossPrice: stopPrice, stop_direction: DIRECTION[side] }),
}

/** Coinbase names no cursor after the last page. */
const byCursor = (read: Place['read']): Place => ({
  read,
  next: (body) => {
    const cursor = textOf(member(body, 'cursor'))
    return cursor === null || member(body, 'has_next') === false ? null : { cursor }
  },
})

export const COINBASE_LOOKUPS: Lookups = {
  ...COMMON_LOOKUPS,
  history: [
    byCursor((exchange, question, since, page) => exchange.fetchOrders(symbolOf(exchange, question), since, 100, page)),
  ],
  trades: [
    byCursor((exchange, question, since, page) =>
      exchange.fetchMyTrades(symbolOf(exchange, question), since, 100, page),
    ),
  ],
}

export const COINBASE_OPEN_ORDERS: OpenOrders = {
  read: (exchange, market, page) => exchange.fetchOpenOrders(market, undefined, 100, page),
  next: byCursor(async () => []).next,
}

const COINBASE_STATUS: Readonly<Record<string, string>> = { PENDING: 'open', OPEN: 'open', FILLED: 'closed' }

export const COINBASE_STREAM: OrderStream = {
  options: {},
  read: (exchange, message) => {
    if (textOf(member(message, 'type')) === 'error') return { kind: 'refused' }
    const events = rowsOf(member(message, 'events'))
    const channel = textOf(member(message, 'channel'))
    if (channel === 'subscriptions') {
      return events.some((event) => member(event, 'subscriptions', 'user') !== undefined) ? { kind: 'up' } : null
    }
    if (channel !== 'user') return null
    const rows = events.flatMap((event) => rowsOf(member(event, 'orders')))
    return rows.length === 0
      ? null
      : {
          kind: 'orders',
          orders: rows.map((row) => toVenueOrder(exchange, coinbaseOrder(exchange, row))),
        }
  },
  // A channel on which nothing happens for a minute or so is closed.
  keepAwake: { type: 'subscribe', channel: 'heartbeats' },
}

// It tells what was traded and what is left, and of one that was cancelled it is not documented what is left: such an
// order is not read.
function coinbaseOrder(exchange: Venue, row: unknown): unknown {
  const traded = textOf(member(row, 'cumulative_quantity')) ?? ''
  const left = textOf(member(row, 'leaves_quantity')) ?? ''
  const product = textOf(member(row, 'product_id'))
  return {
    id: member(row, 'order_id'),
    clientOrderId: member(row, 'client_order_id'),
    symbol: product === null ? null : exchange.safeSymbol(product),
    side: textOf(member(row, 'order_side'))?.toLowerCase(),
    type: textOf(member(row, 'order_type'))?.toLowerCase(),
    amount: DECIMAL_PATTERN.test(traded) && DECIMAL_PATTERN.test(left) ? add(traded, left) : null,
    price: member(row, 'limit_price'),
    filled: traded,
    average: member(row, 'avg_price'),
    status: COINBASE_STATUS[textOf(member(row, 'status')) ?? ''],
  }
}
