// An order as it goes out, and until when it can have been accepted.

import { SEND_WITHIN_SECONDS } from '../../../shared/app.ts'
import type { Order } from '../../../shared/order.ts'
import type { VenueRecord } from '../../../shared/venues/record.ts'
import type { NewOrder } from '../../ports/stores.ts'
import type { OutgoingOrder } from '../../ports/system.ts'

/** How far this machine's clock may be off where the venue's own time of a sending is not on record. */
export const UNSURE_MS = 24 * 3_600_000

/**
 * Of an order without an attempt, which a restored copy has left behind: it may have been sent for as long as a look at the
 * price can hold, by a clock that may have been a day off.
 */
export function lastValidity(
  { attempts, createdAt }: Pick<Order, 'attempts' | 'createdAt'>,
  { validity }: Pick<VenueRecord, 'validity'>,
): number | null {
  if (attempts.length > 0 || validity === null) return attempts.at(-1)?.validUntil ?? null
  return Date.parse(createdAt) + SEND_WITHIN_SECONDS.max * 1_000 + validity.windowMs + UNSURE_MS
}

/** Its terms, and the moment after which the venue must refuse it. */
export function outgoing(order: NewOrder | Order, validUntil: number | null): OutgoingOrder {
  const { market, side, type, timeInForce, amount, price, stopPrice } = order
  return { key: order.venueClientId, market, side, type, timeInForce, amount, price, stopPrice, validUntil }
}
