// Bybit's requests, after docs/v5/order/create-order.mdx and cancel-order.mdx of bybit-exchange/docs (2026-07-24). Its
// `Referer` is for brokers; the library would name itself there, and that does not leave.

import {
  AGENT,
  bodyOf,
  type ExactRequest,
  type Field,
  type Fields,
  is,
  like,
  PROOF,
  same,
} from '../common/request-fields.ts'
import { type CancelTerms, type OrderTerms, type Shape, shapeOf } from '../common/request-terms.ts'

const IN_FORCE: Partial<Record<Shape, string>> = { gtc: 'GTC', ioc: 'IOC', 'post-only': 'PostOnly' }

/** A signature may be later than the attempt that was written down by this much, milliseconds. */
const SIGNED_WITHIN_MS = 1_000

const headers = (stamp: Field, windowMs: number): Fields => ({
  ...AGENT,
  'x-bapi-api-key': PROOF,
  'x-bapi-sign': PROOF,
  'x-bapi-timestamp': stamp,
  'x-bapi-recv-window': is('validity', String(windowMs)),
  ...bodyOf('json'),
})

/** A new order. It ends with the window behind its stamp, so that the stamp must be that of the attempt. */
export function bybitOrder({ order, marketId, windowMs }: OrderTerms): ExactRequest {
  const shape = shapeOf(order)
  const inForce = IN_FORCE[shape]
  const { validUntil } = order
  const stamp: Field = {
    meaning: 'validity',
    holds: (value) =>
      typeof value === 'string' &&
      /^\d{13}$/.test(value) &&
      validUntil !== null &&
      Math.abs(Number(value) + windowMs - validUntil) <= SIGNED_WITHIN_MS,
  }
  return {
    method: 'POST',
    path: '/v5/order/create',
    kind: 'json',
    fields: {
      category: is('account', 'spot'),
      symbol: is('market', marketId),
      side: is('side', order.side === 'buy' ? 'Buy' : 'Sell'),
      orderType: is('type', order.type === 'market' ? 'Market' : 'Limit'),
      qty: same('amount', order.amount),
      orderLinkId: is('key', order.key),
      ...(order.type === 'market'
        ? { marketUnit: is('amount-unit', 'baseCoin') }
        : { price: same('price', order.price) }),
      ...(inForce === undefined ? {} : { timeInForce: is('time-in-force', inForce) }),
    },
    headers: headers(stamp, windowMs),
  }
}

/** A cancel. */
export function bybitCancel({ marketId, key, orderId, windowMs }: CancelTerms): ExactRequest {
  return {
    method: 'POST',
    path: '/v5/order/cancel',
    kind: 'json',
    fields: {
      category: is('account', 'spot'),
      symbol: is('market', marketId),
      orderFilter: is('order-kind', 'Order'),
      ...(orderId === null ? { orderLinkId: is('key', key) } : { orderId: is('id', orderId) }),
    },
    headers: headers(like('validity', /^\d{13}$/), windowMs),
  }
}
