// Whether a venue takes an order of this kind at all, by its record.

import type { OrderInput } from '../../../../shared/order.ts'
import type { ErrorCode } from '../../../../shared/result.ts'
import type { VenueRecord } from '../../../../shared/venues/record.ts'

/** Why this venue takes no such order; empty when it does. The time in force counts for limit orders only. */
export function offerProblems(
  { orderTypes, timesInForce }: Pick<VenueRecord, 'orderTypes' | 'timesInForce'>,
  { price, stopPrice, timeInForce }: Pick<OrderInput, 'price' | 'stopPrice' | 'timeInForce'>,
): { code: ErrorCode; message: string }[] {
  const not = (what: string): { code: ErrorCode; message: string }[] => [
    { code: 'NOT_ALLOWED', message: `Prelist places no ${what} at this exchange.` },
  ]
  if (orderTypes.length === 0) return not('orders')
  const type = stopPrice !== undefined ? 'stop-limit' : price !== undefined ? 'limit' : 'market'
  if (!orderTypes.includes(type)) return not(`${type} orders`)
  return type !== 'limit' || timesInForce.includes(timeInForce ?? 'gtc') ? [] : not(`${timeInForce} orders`)
}
