// Binance's orders: what goes out besides the terms, stops, where orders are looked for, and what its stream and its answers
// tell of them.

import { member, textOf } from '../../../shared/venues/json.ts'
import type { OutgoingOrder } from '../../ports/system.ts'
import type { VenueFill } from '../../ports/venue.ts'
import type { Venue } from '../common/library.ts'
import { byField, COMMON_LOOKUPS, type Lookups, onePage, symbolOf } from '../common/lookups.ts'
import { decimalOf } from '../common/numbers.ts'
import type { OrderParams } from '../common/order-params.ts'
import { orderOfRow } from '../common/order-rows.ts'
import type { OrderStream } from '../common/order-stream.ts'
import type { StopOrders } from '../common/stop-orders.ts'
import { reportRow } from './order-rows.ts'

export function binanceParams({ key, validUntil }: OutgoingOrder, windowMs: number): OrderParams {
  const window = validUntil === null ? {} : { timestamp: validUntil - windowMs, recvWindow: windowMs }
  return { params: { newClientOrderId: key, ...window }, headers: {} }
}

export const BINANCE_STOPS: StopOrders = {
  params: ({ stopPrice }) => ({ stopLossPrice: stopPrice, timeInForce: 'GTC' }),
}

export const BINANCE_LOOKUPS: Lookups = {
  ...COMMON_LOOKUPS,
  id: [byField('origClientOrderId')],
  // All orders, whatever became of them. Binance answers with a thousand at most.
  history: [
    onePage(1_000, (exchange, question, since) => exchange.fetchOrders(symbolOf(exchange, question), since, 1_000)),
  ],
  trades: [
    onePage(1_000, (exchange, question, since) => exchange.fetchMyTrades(symbolOf(exchange, question), since, 1_000)),
  ],
}

export const BINANCE_STREAM: OrderStream = {
  options: {},
  keepAwake: null,
  read: (exchange, message) => {
    // It comes in an envelope that names the subscription.
    const event = member(message, 'event') ?? message
    const kind = textOf(member(event, 'e'))
    if (kind === 'executionReport') return { kind: 'orders', orders: [orderOfRow(exchange, reportRow(event), null)] }
    if (kind === 'eventStreamTerminated' || kind === 'serverShutdown') return { kind: 'refused' }
    const status = member(message, 'status')
    if (status === undefined) return null
    if (status !== 200) return { kind: 'refused' }
    return member(message, 'result', 'subscriptionId') === undefined ? null : { kind: 'up' }
  },
}

/** The trades that an answer to an order tells; `null` where it tells none, and for one that cannot be read. */
export function binanceFills(exchange: Venue, body: unknown): (VenueFill | null)[] | null {
  const rows = member(body, 'fills')
  const at = member(body, 'transactTime')
  if (!Array.isArray(rows) || typeof at !== 'number') return null
  return rows.map((row) => fillOf(exchange, row, new Date(at).toISOString()))
}

function fillOf(exchange: Venue, row: unknown, at: string): VenueFill | null {
  const fillId = textOf(member(row, 'tradeId'))
  const asset = textOf(member(row, 'commissionAsset'))
  const [price, amount, fee] = ['price', 'qty', 'commission'].map((name) => decimalOf(exchange, member(row, name)))
  if (fillId === null || asset === null || price == null || amount == null || fee == null) return null
  return { fillId, price, amount, fee: { asset, amount: fee }, at }
}
