// What the description of a request is made of.

import type { Environment } from '../../../shared/order.ts'
import type { OutgoingOrder } from '../../ports/system.ts'

/** How a request has to look apart from the order. */
export interface RequestTerms {
  /** The exchange's own name of the market. */
  marketId: string
  environment: Environment
  /** Milliseconds of the exchange's validity. */
  windowMs: number
}

/** What is canceled: by the exchange's own id, or by our key where that is not known. */
export interface CancelTerms extends RequestTerms {
  key: string
  orderId: string | null
}

export type OrderTerms = RequestTerms & { order: OutgoingOrder }

/** A market order, and a limit order in each time in force; a stop-limit order stays until it is canceled. */
export type Shape = 'market' | 'gtc' | 'ioc' | 'post-only' | 'stop-limit'

/** Which of these an order is. */
export function shapeOf({ type, timeInForce }: Pick<OutgoingOrder, 'type' | 'timeInForce'>): Shape {
  if (type !== 'limit') return type
  return timeInForce === 'ioc' || timeInForce === 'post-only' ? timeInForce : 'gtc'
}
