// Whether a one-click button may fire. One order at a time for an account, a coin and a side, and none while in doubt.

import type { Order, Side } from '../../../shared/order.ts'
import { isInDoubt } from '../../../shared/order-states.ts'

export interface Target {
  accountId: string
  coinId: string
  side: Side
}

export type Disarmed = 'ledger-unread' | 'working' | 'unsettled'

export interface Ledger {
  /** Null until the ledger was read for the first time: until then nobody knows what is under way. */
  orders: readonly Order[] | null
  /** Targets whose click is being worked on, by key. */
  working: Readonly<Record<string, true>>
  /** Targets whose click failed in a way that says nothing about the order; the next reading of the ledger clears them. */
  doubtful: Readonly<Record<string, true>>
}

/** The key of a target in the records above. */
export function armKey({ accountId, coinId, side }: Target): string {
  return `${accountId} ${coinId} ${side}`
}

/** Why the button is disarmed, or null when a click may place an order. */
export function blockedBy({ orders, working, doubtful }: Ledger, target: Target): Disarmed | null {
  const key = armKey(target)
  if (working[key] === true) return 'working'
  if (orders === null || doubtful[key] === true) return 'ledger-unread'
  const unsettled = orders.some(
    (order) =>
      order.accountId === target.accountId &&
      order.coinId === target.coinId &&
      order.side === target.side &&
      isInDoubt(order),
  )
  return unsettled ? 'unsettled' : null
}

/** The record without one key. */
export function without(record: Readonly<Record<string, true>>, key: string): Record<string, true> {
  const { [key]: _, ...rest } = record
  return rest
}
