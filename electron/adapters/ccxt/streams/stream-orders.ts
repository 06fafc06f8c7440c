// What each exchange's stream of own orders says, message by message. It is read before ccxt reads it: its classes name
// another field as the key at Kraken, and at Coinbase take what was traded for the amount of the order.

import { add, DECIMAL_PATTERN } from '../../../../shared/decimal.ts'
import { member, textOf } from '../../../../shared/venues/json.ts'
import type { VenueOrder } from '../../../ports/venue.ts'
import type { Venue } from '../client.ts'
import { type OrderRows, orderOfRow, saidOf } from '../orders/order-rows.ts'
import { BYBIT_ROWS } from '../orders/order-rows-bybit.ts'
import { OKX_ROWS } from '../orders/order-rows-okx.ts'
import { toVenueOrder } from '../orders/venue-orders.ts'

/** What one message says; `null` for whatever is of no concern here. */
export type Heard =
  /** The stream stands: from now on it tells of every order. */
  | { kind: 'up' }
  /** The venue has refused it, or ended it. */
  | { kind: 'refused' }
  /** One that cannot be read is `null`: something happened to some order. */
  | { kind: 'orders'; orders: (VenueOrder | null)[] }
  | null

export interface OrderStream {
  read(exchange: Venue, message: unknown): Heard
  /** What ccxt has to be told before it asks for the stream. */
  options?: Record<string, unknown>
  /** Sent once the stream stands, where it would fall asleep otherwise. */
  keepAwake?: unknown
}

/** ccxt's readers of what a stream tells of an order, of which its types do not know. */
type Parsing = { parseWsOrder(row: unknown): object }

const rowsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Rows as they come over REST as well. */
function inRows(exchange: Venue, own: OrderRows, rows: unknown[]): Heard {
  return rows.length === 0
    ? null
    : { kind: 'orders', orders: rows.map((raw) => orderOfRow(exchange, own.row(raw), null)) }
}

/** Why an order did not come to be; the word for none is not one. */
const NO_REASON: readonly unknown[] = ['NONE', '', undefined]

function binanceOrder(exchange: Venue, event: unknown): VenueOrder | null {
  try {
    const parsed = (exchange as unknown as Parsing).parseWsOrder(event)
    const why = member(event, 'r')
    return toVenueOrder(exchange, { ...parsed, reason: NO_REASON.includes(why) ? null : saidOf(null, textOf(why)) })
  } catch {
    return null
  }
}

const binance: OrderStream = {
  read: (exchange, message) => {
    // It comes in an envelope that names the subscription.
    const event = member(message, 'event') ?? message
    const kind = textOf(member(event, 'e'))
    if (kind === 'executionReport') return { kind: 'orders', orders: [binanceOrder(exchange, event)] }
    if (kind === 'eventStreamTerminated' || kind === 'serverShutdown') return { kind: 'refused' }
    const status = member(message, 'status')
    if (status === undefined) return null
    if (status !== 200) return { kind: 'refused' }
    return member(message, 'result', 'subscriptionId') === undefined ? null : { kind: 'up' }
  },
}

const KRAKEN_STATUS: Readonly<Record<string, string>> = {
  pending_new: 'open',
  new: 'open',
  partially_filled: 'open',
  filled: 'closed',
  canceled: 'canceled',
  expired: 'expired',
}

const kraken: OrderStream = {
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

const COINBASE_STATUS: Readonly<Record<string, string>> = { PENDING: 'open', OPEN: 'open', FILLED: 'closed' }

const coinbase: OrderStream = {
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
      : { kind: 'orders', orders: rows.map((row) => toVenueOrder(exchange, coinbaseOrder(exchange, row))) }
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

const bybit: OrderStream = {
  read: (exchange, message) => {
    const op = textOf(member(message, 'op'))
    if (op === 'auth' || op === 'subscribe') {
      if (member(message, 'success') !== true) return { kind: 'refused' }
      return op === 'subscribe' ? { kind: 'up' } : null
    }
    if (!/^order(\.|$)/.test(textOf(member(message, 'topic')) ?? '')) return null
    const rows = rowsOf(member(message, 'data')).filter((row) => member(row, 'category') === 'spot')
    return inRows(exchange, BYBIT_ROWS, rows)
  },
}

const okx: OrderStream = {
  read: (exchange, message) => {
    const event = textOf(member(message, 'event'))
    const isOrders = textOf(member(message, 'arg', 'channel')) === 'orders'
    if (event === 'error') return { kind: 'refused' }
    if (event === 'subscribe') return isOrders ? { kind: 'up' } : null
    return isOrders ? inRows(exchange, OKX_ROWS, rowsOf(member(message, 'data'))) : null
  },
  options: { watchOrders: { type: 'SPOT' } },
}

/** The exchanges whose stream of own orders is read. */
export const ORDER_STREAMS: Readonly<Record<string, OrderStream>> = { binance, kraken, coinbase, bybit, okx }
