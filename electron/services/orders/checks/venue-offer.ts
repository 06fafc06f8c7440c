// Whether a venue takes an order of this kind at all, by its record.

import type { OrderInput, OrderType, Refusal, TimeInForce } from '../../../../shared/order.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import type { VenueRecord } from '../../../../shared/venues/record.ts'

/** Why this venue takes no such order; empty when it does. The time in force counts for limit orders only. */
export function offerProblems(
  { orderTypes, timesInForce }: Pick<VenueRecord, 'orderTypes' | 'timesInForce'>,
  { price, stopPrice, timeInForce }: Pick<OrderInput, 'price' | 'stopPrice' | 'timeInForce'>,
): Refusal[] {
  const not = (what: 'orders' | OrderType | TimeInForce): Refusal[] => [
    { code: 'NOT_ALLOWED', reason: reason('NOT_PLACED_HERE', { what }) },
  ]
  if (orderTypes.length === 0) return not('orders')
  const type = stopPrice !== undefined ? 'stop-limit' : price !== undefined ? 'limit' : 'market'
  if (!orderTypes.includes(type)) return not(type)
  const force = timeInForce ?? 'gtc'
  return type !== 'limit' || timesInForce.includes(force) ? [] : not(force)
}
