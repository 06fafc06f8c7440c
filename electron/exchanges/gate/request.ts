// Gate's requests, after "Create an order" and "Cancel single order" (docs/SpotApi.md, docs/Order.md of gate/gateapi-python,
// 2026-03-31). The library would name itself in `X-Gate-Channel-Id`, which does not leave.

import { AGENT, bodyOf, type ExactRequest, type Fields, is, like, PROOF, same } from '../common/request-fields.ts'
import { type CancelTerms, type OrderTerms, type Shape, shapeOf } from '../common/request-terms.ts'

const IN_FORCE: Partial<Record<Shape, string>> = { gtc: 'gtc', ioc: 'ioc', 'post-only': 'poc' }

const HEADERS: Fields = {
  ...AGENT,
  key: PROOF,
  sign: PROOF,
  timestamp: like('time', /^\d{10}$/),
  ...bodyOf('json'),
}

/** A new order; `null` where there is none of this kind: of a market buy the amount would be money. */
export function gateOrder({ order, marketId }: OrderTerms): ExactRequest | null {
  const inForce = IN_FORCE[shapeOf(order)]
  if (inForce === undefined) return null
  return {
    method: 'POST',
    path: '/api/v4/spot/orders',
    kind: 'json',
    fields: {
      currency_pair: is('market', marketId),
      type: is('type', 'limit'),
      account: is('account', 'spot'),
      side: is('side', order.side),
      amount: same('amount', order.amount),
      price: same('price', order.price),
      time_in_force: is('time-in-force', inForce),
      text: is('key', order.key),
    },
    headers: {
      ...HEADERS,
      'x-gate-exptime': is('validity', order.validUntil === null ? false : String(order.validUntil)),
    },
  }
}

/** A cancel. */
export function gateCancel({ marketId, orderId }: CancelTerms): ExactRequest {
  return {
    method: 'DELETE',
    path: `/api/v4/spot/orders/${orderId}`,
    kind: 'query',
    fields: { account: is('account', 'spot'), currency_pair: is('market', marketId) },
    headers: HEADERS,
  }
}
