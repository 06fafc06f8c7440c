// What goes out with an order at each venue besides its terms: what every venue is told, and the venue's own.

import type { OrderParams } from '../../../exchanges/common/order-params.ts'
import { adapterOf } from '../../../exchanges/registry.ts'
import type { OutgoingOrder } from '../../../ports/system.ts'

/** @param windowMs of the venue's validity */
export function placeParams(venue: string, order: OutgoingOrder, windowMs: number): OrderParams {
  const { orderParams, stopOrders } = adapterOf(venue)
  const { params, headers } = orderParams(order, windowMs)
  const inForce = order.type === 'limit' ? timeInForceParams(order.timeInForce) : {}
  const stop = order.type === 'stop-limit' ? stopOrders.params(order) : {}
  return { params: { ...inForce, ...stop, ...params }, headers }
}

function timeInForceParams(timeInForce: OutgoingOrder['timeInForce']): Record<string, unknown> {
  if (timeInForce === 'post-only') return { postOnly: true }
  return { timeInForce: timeInForce === 'ioc' ? 'IOC' : 'GTC' }
}
