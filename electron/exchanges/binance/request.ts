// Binance's requests, after rest-api.md of binance-spot-api-docs ("New order", "Cancel order", 2026-07-21). A name that it does
// not know it refuses (-1104); one that an order type does not take as well (-1106).

import { AGENT, bodyOf, type ExactRequest, type Fields, is, like, PROOF, same } from '../common/request-fields.ts'
import { type CancelTerms, type OrderTerms, type Shape, shapeOf } from '../common/request-terms.ts'

const TYPE: Readonly<Record<Shape, string>> = {
  market: 'MARKET',
  gtc: 'LIMIT',
  ioc: 'LIMIT',
  'post-only': 'LIMIT_MAKER',
  'stop-limit': 'STOP_LOSS_LIMIT',
}
const IN_FORCE: Partial<Record<Shape, string>> = { gtc: 'GTC', ioc: 'IOC', 'stop-limit': 'GTC' }

const KEY: Fields = { 'x-mbx-apikey': PROOF }

/** A new order. */
export function binanceOrder({ order, marketId, windowMs }: OrderTerms): ExactRequest {
  const shape = shapeOf(order)
  const inForce = IN_FORCE[shape]
  return {
    method: 'POST',
    path: '/api/v3/order',
    kind: 'form',
    fields: {
      symbol: is('market', marketId),
      side: is('side', order.side.toUpperCase()),
      type: is('type', TYPE[shape]),
      newClientOrderId: is('key', order.key),
      quantity: same('amount', order.amount),
      ...(order.type === 'market' ? {} : { price: same('price', order.price) }),
      ...(order.type === 'stop-limit' ? { stopPrice: same('stop-price', order.stopPrice) } : {}),
      ...(inForce === undefined ? {} : { timeInForce: is('time-in-force', inForce) }),
      // FULL is what it answers to these types anyway.
      newOrderRespType: is('answer-kind', 'FULL'),
      timestamp: is('validity', order.validUntil === null ? false : String(order.validUntil - windowMs)),
      recvWindow: is('validity', String(windowMs)),
      signature: PROOF,
    },
    headers: { ...AGENT, ...KEY, ...bodyOf('form') },
  }
}

/** A cancel. */
export function binanceCancel({ marketId, key, orderId, windowMs }: CancelTerms): ExactRequest {
  return {
    method: 'DELETE',
    path: '/api/v3/order',
    kind: 'query',
    fields: {
      symbol: is('market', marketId),
      ...(orderId === null ? { origClientOrderId: is('key', key) } : { orderId: is('id', orderId) }),
      timestamp: like('validity', /^\d{13}$/),
      recvWindow: is('validity', String(windowMs)),
      signature: PROOF,
    },
    headers: { ...AGENT, ...KEY },
  }
}
