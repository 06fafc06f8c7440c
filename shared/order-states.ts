// The order's state machine: pure and exhaustive. Everything that moves an order asks here first.

import type { Order, OrderStatus } from './order.ts'

const NEXT: Record<OrderStatus, readonly OrderStatus[]> = {
  recorded: ['submitting', 'abandoned', 'not-sent'],
  submitting: [
    'open',
    'partially-filled',
    'filled',
    'canceled',
    'expired',
    'rejected',
    'not-sent',
    'unknown',
    'conflict',
  ],
  // Sent again only where the venue answers a repeat with the first order.
  unknown: [
    'submitting',
    'open',
    'partially-filled',
    'filled',
    'canceled',
    'expired',
    'rejected',
    'not-placed',
    'stuck',
    'conflict',
  ],
  stuck: ['open', 'partially-filled', 'filled', 'canceled', 'expired', 'rejected', 'not-placed', 'conflict'],
  // An acceptance can be followed by a refusal: some venues judge an order only after they have taken it.
  open: ['partially-filled', 'filled', 'canceled', 'expired', 'rejected', 'conflict'],
  'partially-filled': ['filled', 'canceled', 'expired', 'conflict'],
  conflict: [],
  filled: [],
  canceled: [],
  expired: [],
  // Late evidence: an order that shows up at the venue after all reopens these, whatever was believed before.
  rejected: ['open', 'partially-filled', 'filled', 'canceled', 'expired', 'conflict'],
  'not-sent': ['open', 'partially-filled', 'filled', 'canceled', 'expired', 'conflict'],
  abandoned: ['open', 'partially-filled', 'filled', 'canceled', 'expired', 'conflict'],
  'not-placed': ['open', 'partially-filled', 'filled', 'canceled', 'expired', 'conflict'],
}

/** Those that may still change, and those that keep something back: few, however many orders there were. */
export const UNFINISHED: readonly OrderStatus[] = [
  'recorded',
  'submitting',
  'unknown',
  'stuck',
  'conflict',
  'open',
  'partially-filled',
]

/** True when the machine allows `from` to become `to`. A status may always stay what it is. */
export function mayBecome(from: OrderStatus, to: OrderStatus): boolean {
  return from === to || NEXT[from].includes(to)
}

/** No definite answer yet: the order may or may not exist at the venue, and its key must not change. */
export function isUnsettled(status: OrderStatus): boolean {
  return (
    status === 'recorded' ||
    status === 'submitting' ||
    status === 'unknown' ||
    status === 'stuck' ||
    status === 'conflict'
  )
}

/** As `isUnsettled`, unless the trader has judged the order himself: then it keeps nothing back any more. */
export function isInDoubt({ status, decidedAt }: Pick<Order, 'status' | 'decidedAt'>): boolean {
  return isUnsettled(status) && decidedAt === null
}

/** Still able to change by itself at the venue or by a look-up; `orders.reconcile` asks about these. */
export function isLive(status: OrderStatus): boolean {
  return (
    status === 'submitting' ||
    status === 'unknown' ||
    status === 'stuck' ||
    status === 'open' ||
    status === 'partially-filled'
  )
}

/** Ends that evidence can take back: the venue was never seen to have the order, or said itself that it did not take it. */
export const PRESUMED_CLOSED: readonly OrderStatus[] = ['rejected', 'not-sent', 'abandoned', 'not-placed']

export function isBelievedDead(status: OrderStatus): boolean {
  return PRESUMED_CLOSED.includes(status)
}
