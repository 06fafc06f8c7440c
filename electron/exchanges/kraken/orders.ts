// Kraken's orders: what goes out besides the terms, stops, where orders are looked for, and what its stream tells of them.

import { member, textOf } from '../../../shared/venues/json.ts'
import type { OutgoingOrder } from '../../ports/system.ts'
import { toVenueOrder } from '../common/library-orders.ts'
import { COMMON_LOOKUPS, type Lookups, type Place, single, symbolOf } from '../common/lookups.ts'
import type { OrderParams } from '../common/order-params.ts'
import { saidOf } from '../common/order-rows.ts'
import { type OrderStream, rowsOf } from '../common/order-stream.ts'
import type { StopOrders } from '../common/stop-orders.ts'

export function krakenParams({ key, validUntil }: OutgoingOrder): OrderParams {
  const deadline = validUntil === null ? {} : { deadline: new Date(validUntil).toISOString() }
  return { params: { clientOrderId: key, ...deadline }, headers: {} }
}

export const KRAKEN_STOPS: StopOrders = { params: ({ stopPrice }) => ({ stopLossPrice: stopPrice }) }

/** Kraken counts from the newest; what comes in between two pages moves a row to the next one, and loses none. */
const byOffset = (size: number, read: Place['read']): Place => ({
  read,
  next: (body, page) => {
    const at = Number(page['ofs'] ?? 0) + size
    const count = member(body, 'result', 'count')
    return typeof count === 'number' && at < count ? { ofs: at } : null
  },
})

export const KRAKEN_LOOKUPS: Lookups = {
  ...COMMON_LOOKUPS,
  open: [
    single((exchange, question) =>
      exchange.fetchOpenOrders(symbolOf(exchange, question), undefined, undefined, {
        clientOrderId: question.order.key,
      }),
    ),
  ],
  history: [
    byOffset(50, (exchange, question, _since, page) =>
      exchange.fetchClosedOrders(symbolOf(exchange, question), undefined, undefined, {
        clientOrderId: question.order.key,
        ...page,
      }),
    ),
  ],
  // Of all markets; ccxt keeps those of one.
  trades: [
    byOffset(50, (exchange, question, since, page) =>
      exchange.fetchMyTrades(symbolOf(exchange, question), since, undefined, page),
    ),
  ],
}

const KRAKEN_STATUS: Readonly<Record<string, string>> = {
  pending_new: 'open',
  new: 'open',
  partially_filled: 'open',
  filled: 'closed',
  canceled: 'canceled',
  expired: 'expired',
}

export const KRAKEN_STREAM: OrderStream = {
  options: {},
  keepAwake: null,
  read: (exchange, message) => {
    if (textOf(member(message, 'method')) === 'subscribe') {
      if (member(message, 'success') !== true) return { kind: 'refused' }
      return textOf(member(message, 'result', 'channel')) === 'executions' ? { kind: 'up' } : null
    }
    if (textOf(member(message, 'channel')) !== 'executions') return null
    const rows = rowsOf(member(message, 'data'))
    return rows.length === 0
      ? null
      : { kind: 'orders', orders: rows.map((row) => toVenueOrder(exchange, krakenOrder(row))) }
  },
}

// After the first word on an order only what has changed is told, which then says no more than that it did.
function krakenOrder(row: unknown): unknown {
  return {
    id: member(row, 'order_id'),
    clientOrderId: member(row, 'cl_ord_id'),
    symbol: member(row, 'symbol'),
    side: member(row, 'side'),
    type: member(row, 'order_type'),
    amount: member(row, 'order_qty'),
    price: member(row, 'limit_price'),
    filled: member(row, 'cum_qty') ?? 0,
    average: member(row, 'avg_price'),
    status: KRAKEN_STATUS[textOf(member(row, 'order_status')) ?? ''],
    reason: saidOf(null, textOf(member(row, 'reason'))),
  }
}
