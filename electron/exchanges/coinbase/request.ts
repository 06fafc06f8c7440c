// Coinbase's requests, after the pages "Create Order" and "Cancel Orders" of Advanced Trade (2026-09). It reads bodies
// strictly: a name that it does not know is refused.

import { AGENT, bodyOf, type ExactRequest, type Fields, is, like, only, same } from '../common/request-fields.ts'
import { type CancelTerms, type OrderTerms, type Shape, shapeOf } from '../common/request-terms.ts'

/** Which way the price goes when a stop triggers. */
const DIRECTION = { buy: 'STOP_DIRECTION_STOP_UP', sell: 'STOP_DIRECTION_STOP_DOWN' } as const

const HEADERS: Fields = {
  ...AGENT,
  authorization: like('key-proof', /^Bearer [\w-]+\.[\w-]+\.[\w-]+$/),
  ...bodyOf('json'),
}

/** A new order. What kind it is says the one name in its configuration. */
export function coinbaseOrder({ order, marketId }: OrderTerms): ExactRequest {
  const base_size = same('amount', order.amount)
  const limit_price = same('price', order.price)
  const resting = (postOnly: boolean): Fields => ({
    limit_limit_gtc: { parts: { base_size, limit_price, post_only: is('time-in-force', postOnly) } },
  })
  const configurations: Readonly<Record<Shape, Fields>> = {
    market: { market_market_ioc: { parts: { base_size } } },
    gtc: resting(false),
    ioc: { sor_limit_ioc: { parts: { base_size, limit_price } } },
    'post-only': resting(true),
    'stop-limit': {
      stop_limit_stop_limit_gtc: {
        parts: {
          base_size,
          limit_price,
          stop_price: same('stop-price', order.stopPrice),
          stop_direction: is('stop-price', DIRECTION[order.side]),
        },
      },
    },
  }
  return {
    method: 'POST',
    path: '/api/v3/brokerage/orders',
    kind: 'json',
    fields: {
      client_order_id: is('key', order.key),
      product_id: is('market', marketId),
      side: is('side', order.side.toUpperCase()),
      order_configuration: { parts: configurations[shapeOf(order)] },
    },
    headers: HEADERS,
  }
}

/** A cancel, which there is by the exchange's own id alone. */
export function coinbaseCancel({ orderId }: CancelTerms): ExactRequest {
  return {
    method: 'POST',
    path: '/api/v3/brokerage/orders/batch_cancel',
    kind: 'json',
    fields: { order_ids: only('id', orderId) },
    headers: HEADERS,
  }
}
