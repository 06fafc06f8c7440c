// The ledger, and which targets are disarmed by a click.

import { create } from 'zustand'
import type { ForeignOrder, Order } from '../../../shared/order.ts'
import { UNFINISHED } from '../../../shared/order-states.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'
import { armKey, blockedBy, type Ledger, type Target, without } from './in-flight-guard.ts'
import { mergeOrders, withOrder } from './ledger.ts'

interface OrdersState {
  orders: Loadable<Order[]>
  working: Record<string, true>
  doubtful: Record<string, true>
  /** What stands open at the exchange of the account in use and is not of this ledger. */
  foreign: Loadable<ForeignOrder[]>
  /** Where to go on in the orders of an account, or of every one (`''`); `null` where all of them are here. */
  next: Readonly<Record<string, number | null>>
  /** When the oldest order was created that was read without a gap for every account; `null` before the first reading. */
  oldest: string | null
  put: (step: Partial<Loadable<Order[]>>) => void
  /** The newest orders were read, up to this place; the places of before are forgotten. */
  reached: (next: number | null, read: readonly Order[]) => void
  /** Earlier ones of this scope were read. Unlike a reading of the newest it clears no doubt. */
  addEarlier: (accountId: string | null, read: readonly Order[], next: number | null) => void
  noteOrder: (order: Order) => void
  /** Takes the target for one click. Answers false when it is taken or in doubt; the check and the taking are one step. */
  disarm: (target: Target) => boolean
  release: (target: Target) => void
  doubt: (target: Target) => void
  putForeign: (step: Partial<Loadable<ForeignOrder[]>>) => void
}

/** What decides about arming, out of the store. */
export function ledgerOf(state: Pick<OrdersState, 'orders' | 'working' | 'doubtful'>): Ledger {
  return { orders: state.orders.value, working: state.working, doubtful: state.doubtful }
}

export const useOrders = create<OrdersState>()((set, get) => ({
  orders: NOT_LOADED,
  working: {},
  doubtful: {},
  foreign: NOT_LOADED,
  next: {},
  oldest: null,
  reached: (next, read) => set({ next: { '': next }, oldest: read.at(-1)?.createdAt ?? null }),
  addEarlier: (accountId, read, next) =>
    set((state) => ({
      orders: { ...state.orders, value: mergeOrders(state.orders.value ?? [], read) },
      next: { ...state.next, [accountId ?? '']: next },
      oldest: accountId === null ? (read.at(-1)?.createdAt ?? state.oldest) : state.oldest,
    })),
  put: (step) =>
    set((state) => {
      if (!step.value) return { orders: { ...state.orders, ...step } }
      const value = mergeOrders(state.orders.value ?? [], step.value)
      return { orders: { ...state.orders, ...step, value }, doubtful: {} }
    }),
  // Before the first reading an event alone must not look like a whole ledger: it would arm every other button.
  noteOrder: (order) =>
    set((state) =>
      state.orders.value === null ? {} : { orders: { ...state.orders, value: withOrder(state.orders.value, order) } },
    ),
  disarm: (target) => {
    if (blockedBy(ledgerOf(get()), target) !== null) return false
    set((state) => ({ working: { ...state.working, [armKey(target)]: true } }))
    return true
  },
  release: (target) => set((state) => ({ working: without(state.working, armKey(target)) })),
  doubt: (target) => set((state) => ({ doubtful: { ...state.doubtful, [armKey(target)]: true } })),
  putForeign: (step) => set((state) => ({ foreign: { ...state.foreign, ...step } })),
}))

/** Whether there are orders of this scope that were not read yet. */
export function hasEarlier({ next }: Pick<OrdersState, 'next'>, accountId: string | null): boolean {
  if ((next[''] ?? null) === null) return false
  return accountId === null || next[accountId] !== null
}

/**
 * What is shown of every account's orders: what of one account reaches further back than the reading of all would stand there
 * as if nothing lay between. What may still change is always here, and what has changed lately is no news that goes away.
 */
export function withoutGap(
  orders: readonly Order[],
  { next, oldest }: Pick<OrdersState, 'next' | 'oldest'>,
  accountId: string | null,
): readonly Order[] {
  if (accountId !== null || oldest === null || (next[''] ?? null) === null) return orders
  return orders.filter(
    ({ status, createdAt, updatedAt }) => UNFINISHED.includes(status) || createdAt >= oldest || updatedAt >= oldest,
  )
}

/** The order of a key, if the ledger has it. */
export function orderOf(state: Pick<OrdersState, 'orders'>, intentId: string | null): Order | null {
  return state.orders.value?.find((order) => order.intentId === intentId) ?? null
}
