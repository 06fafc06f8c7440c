// The list of orders as news arrives out of step, and how a status looks.

import type { Order, OrderStatus } from '../../../shared/order.ts'
import { isInDoubt } from '../../../shared/order-states.ts'
import type { StatusTone } from '../status-store.ts'

/** The ledger with one order's newer state. An event that is older than what is known changes nothing. */
export function withOrder(orders: readonly Order[], order: Order): Order[] {
  const known = orders.find(({ intentId }) => intentId === order.intentId)
  if (known === undefined) return newestFirst([...orders, order])
  if (known.updatedAt > order.updatedAt) return [...orders]
  return orders.map((each) => (each.intentId === order.intentId ? order : each))
}

/** A list that was read, together with news that arrived while it was on its way. */
export function mergeOrders(known: readonly Order[], read: readonly Order[]): Order[] {
  const byKey = new Map(known.map((order) => [order.intentId, order]))
  const merged = read.map((order) => {
    const news = byKey.get(order.intentId)
    return news !== undefined && news.updatedAt > order.updatedAt ? news : order
  })
  const readKeys = new Set(read.map(({ intentId }) => intentId))
  return newestFirst([...merged, ...known.filter(({ intentId }) => !readKeys.has(intentId))])
}

function newestFirst(orders: readonly Order[]): Order[] {
  return orders.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0))
}

/** True while the venue may still fill it, or may have it without our knowing: then it is canceled as soon as it is found. */
export function isCancelable({ status, cancelRequested }: Pick<Order, 'status' | 'cancelRequested'>): boolean {
  const isOrMayBeThere = ['open', 'partially-filled', 'unknown', 'stuck'].includes(status)
  return !cancelRequested && isOrMayBeThere
}

const TONES: Record<OrderStatus, StatusTone> = {
  recorded: 'plain',
  submitting: 'plain',
  open: 'plain',
  'partially-filled': 'plain',
  filled: 'good',
  canceled: 'plain',
  rejected: 'bad',
  expired: 'plain',
  'not-sent': 'bad',
  abandoned: 'bad',
  unknown: 'warn',
  'not-placed': 'bad',
  stuck: 'warn',
  conflict: 'warn',
}

/** The tone of a status; its word always stands with it. */
export function toneOf(status: OrderStatus): StatusTone {
  return TONES[status]
}

/** The orders whose answer is not definite, and that the trader has not judged himself. */
export function unsettledOf(orders: readonly Order[]): Order[] {
  return orders.filter(isInDoubt)
}
