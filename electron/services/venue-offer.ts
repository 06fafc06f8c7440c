// Whether a venue takes an order of this kind at all, by its record.

import type { OrderInput } from '../../shared/order.ts'
import type { ErrorCode } from '../../shared/result.ts'
import type { VenueRecord } from '../../shared/venues/record.ts'

/** Why this venue takes no such order; empty when it does. The time in force counts for limit orders only. */
export function offerProblems(
  { orderTypes, timesInForce }: Pick<VenueRecord, 'orderTypes' | 'timesInForce'>,
  { price, stopPrice, timeInForce }: Pick<OrderInput, 'price' | 'stopPrice' | 'timeInForce'>,
): { code: ErrorCode; message: string }[] {
  if (stopPrice !== undefined) {
    if (orderTypes.includes('stop-limit')) return []
    return [{ code: 'NOT_ALLOWED', message: 'Prelist places no stop-limit orders at this exchange.' }]
  }
  if (price === undefined || timesInForce.includes(timeInForce ?? 'gtc')) return []
  return [{ code: 'NOT_ALLOWED', message: `Prelist places no ${timeInForce} orders at this exchange.` }]
}
