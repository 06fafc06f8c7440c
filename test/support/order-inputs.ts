// The order tickets that the backend's tests fill in.

import type { Draft, Order, OrderInput, Side } from '../../shared/order.ts'
import type { Desk } from './start-backend.ts'

/** A ticket for `coinId` on the practice account, from the window that direct calls share. */
export function draftOf(desk: Desk, coinId = 'peaq', side: Side = 'buy'): Promise<Draft> {
  return desk.ok('orders.draft', { accountId: 'practice', coinId, side })
}

/** A market order worth `value` USDT. */
export function marketFor(intentId: string, value = '50'): OrderInput {
  return { intentId, type: 'market', size: { unit: 'quote', value } }
}

/** A limit order for `amount` of the coin. */
export function limitFor(intentId: string, amount: string, price: string): OrderInput {
  return { intentId, type: 'limit', size: { unit: 'base', value: amount }, price }
}

/** Drafts and submits a market order worth `value` USDT. */
export async function buy(desk: Desk, coinId = 'peaq', value = '50'): Promise<Order> {
  const { intentId } = await draftOf(desk, coinId)
  return desk.ok('orders.submit', marketFor(intentId, value))
}
