// How tests ask a gateway what became of an order, and what it said.

import type { LookupPass, OrderQuery, OutgoingOrder } from '../../electron/ports/system.ts'
import type { VenueOrder } from '../../electron/ports/venue.ts'

/** A small market order with this key. */
export function outgoing(key: string, changes: Partial<OutgoingOrder> = {}): OutgoingOrder {
  return {
    key,
    market: 'PEAQ/USDT',
    side: 'buy',
    type: 'market',
    timeInForce: 'gtc',
    amount: '100',
    price: null,
    stopPrice: null,
    validUntil: null,
    ...changes,
  }
}

/** Asks for the order with this key. */
export const questionFor = (key: string): OrderQuery => ({ order: outgoing(key), orderId: null, since: 0 })

/** The one thing that a round of a single place says: the order, that there is none, or that it failed. */
export function said({ legs: [leg, ...more] }: LookupPass): VenueOrder | 'none' | 'failed' {
  if (leg === undefined || more.length > 0) throw new Error('a round of one place was expected')
  if (leg.state === 'failed') return 'failed'
  return leg.orders[0] ?? 'none'
}
