// Rows of orders and fills, and the order as the protocol shows it.

import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { add, type Decimal, divide, isZero, multiply, subtract, sum } from '../../../shared/decimal.ts'
import { toIso } from '../clock.ts'
import { QUOTE_ASSET } from './markets.ts'
import type { OrderPayload } from './payload.ts'

const orderRow = z.object({
  order_id: z.number(),
  account_id: z.string(),
  idempotency_key: z.string(),
  market: z.string(),
  side: z.enum(['buy', 'sell']),
  type: z.enum(['market', 'limit']),
  time_in_force: z.enum(['gtc', 'ioc', 'post-only']),
  amount: z.string(),
  price: z.string().nullable(),
  status: z.enum(['open', 'partially-filled', 'filled', 'canceled', 'expired']),
  held: z.string(),
  reason: z.string().nullable(),
  settled_step: z.number(),
  created_at: z.number(),
  updated_at: z.number(),
})

const fillRow = z.object({
  fill_id: z.number(),
  price: z.string(),
  amount: z.string(),
  fee: z.string(),
  at: z.number(),
  /** The real exchange whose price it was; `null` for a made one. */
  source: z.string().nullable(),
})

export type OrderRow = z.infer<typeof orderRow>
export type FillRow = z.infer<typeof fillRow>

/** Still able to fill. */
export function isLive(order: OrderRow): boolean {
  return order.status === 'open' || order.status === 'partially-filled'
}

/** Adds an open order that has filled nothing and reserved nothing yet; `now` in epoch milliseconds. */
export function insertOrder(db: DatabaseSync, terms: OrderPayload, settledStep: number, now: number): OrderRow {
  const row = db
    .prepare(
      `INSERT INTO orders (account_id, idempotency_key, market, side, type, time_in_force, amount, price, status, held,
         settled_step, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', '0', ?, ?, ?) RETURNING *`,
    )
    .get(
      terms.accountId,
      terms.idempotencyKey,
      terms.market,
      terms.side,
      terms.type,
      terms.timeInForce,
      terms.amount,
      terms.price,
      settledStep,
      now,
      now,
    )
  return orderRow.parse(row)
}

/** Writes back what can change about an order. */
export function updateOrder(db: DatabaseSync, order: OrderRow): void {
  db.prepare(
    `UPDATE orders SET status = ?, held = ?, reason = ?, settled_step = ?, updated_at = ? WHERE order_id = ?`,
  ).run(order.status, order.held, order.reason, order.settled_step, order.updated_at, order.order_id)
}

/** Adds a fill; `fee` in the quote currency, `at` in epoch milliseconds. */
export function insertFill(db: DatabaseSync, orderId: number, fill: Omit<FillRow, 'fill_id'>): void {
  const { price, amount, fee, at, source } = fill
  db.prepare('INSERT INTO fills (order_id, price, amount, fee, at, source) VALUES (?, ?, ?, ?, ?, ?)').run(
    ...[orderId, price, amount, fee, at, source],
  )
}

/** The order with this number. Throws when there is none. */
export function orderById(db: DatabaseSync, orderId: number): OrderRow {
  return orderRow.parse(db.prepare('SELECT * FROM orders WHERE order_id = ?').get(orderId))
}

/** The latest order of an account with this idempotency key, or `null`. */
export function orderByKey(db: DatabaseSync, accountId: string, key: string): OrderRow | null {
  const row = db
    .prepare('SELECT * FROM orders WHERE account_id = ? AND idempotency_key = ? ORDER BY order_id DESC LIMIT 1')
    .get(accountId, key)
  return row === undefined ? null : orderRow.parse(row)
}

/** All orders of an account that can still fill, oldest first. */
export function liveOrders(db: DatabaseSync, accountId: string): OrderRow[] {
  return db
    .prepare(`SELECT * FROM orders WHERE account_id = ? AND status IN ('open', 'partially-filled') ORDER BY order_id`)
    .all(accountId)
    .map((row) => orderRow.parse(row))
}

/** All orders in a market that can still fill, of whatever account, oldest first. */
export function liveOrdersIn(db: DatabaseSync, market: string): OrderRow[] {
  return db
    .prepare(`SELECT * FROM orders WHERE market = ? AND status IN ('open', 'partially-filled') ORDER BY order_id`)
    .all(market)
    .map((row) => orderRow.parse(row))
}

/** The fills of an order, oldest first. */
function fillsOf(db: DatabaseSync, orderId: number): FillRow[] {
  return db
    .prepare('SELECT fill_id, price, amount, fee, at, source FROM fills WHERE order_id = ? ORDER BY fill_id')
    .all(orderId)
    .map((row) => fillRow.parse(row))
}

/** The amount of an order that has not filled yet. */
export function remainingOf(db: DatabaseSync, order: OrderRow): Decimal {
  return subtract(order.amount, sum(fillsOf(db, order.order_id).map((fill) => fill.amount)))
}

/** The order as the protocol shows it. `amount` and `price` are spelled as they were sent. */
export function showOrder(db: DatabaseSync, order: OrderRow): Record<string, unknown> {
  const fills = fillsOf(db, order.order_id)
  const filled = sum(fills.map((fill) => fill.amount))
  const value = fills.reduce((total, fill) => add(total, multiply(fill.price, fill.amount)), '0')
  const feeOf = (amount: Decimal) => ({ asset: QUOTE_ASSET, amount })
  return {
    orderId: `order-${order.order_id}`,
    key: order.idempotency_key,
    market: order.market,
    side: order.side,
    type: order.type,
    timeInForce: order.time_in_force,
    amount: order.amount,
    price: order.price,
    status: order.status,
    filled,
    averagePrice: isZero(filled) ? null : divide(value, filled),
    fee: fills.length === 0 ? null : feeOf(sum(fills.map((fill) => fill.fee))),
    reason: order.reason,
    createdAt: toIso(order.created_at),
    updatedAt: toIso(order.updated_at),
    fills: fills.map(({ fill_id: id, price, amount, fee, at, source }) => ({
      fillId: `fill-${id}`,
      price,
      amount,
      fee: feeOf(fee),
      at: toIso(at),
      ...(source === null ? {} : { source }),
    })),
  }
}
