// OKX's requests, after "Place order" and "Cancel order" of its v5 pages (2026-09). `tgtCcy` is for market orders of spot
// alone; `tag` is for brokers and does not leave.

import { AGENT, bodyOf, type ExactRequest, type Fields, is, like, PROOF, same } from '../common/request-fields.ts'
import { type CancelTerms, type OrderTerms, type RequestTerms, type Shape, shapeOf } from '../common/request-terms.ts'

const TYPE: Readonly<Record<Exclude<Shape, 'stop-limit'>, string>> = {
  market: 'market',
  gtc: 'limit',
  ioc: 'ioc',
  'post-only': 'post_only',
}

// Without the word for simulated trading a request of a test account is one for real money.
const headers = ({ environment }: RequestTerms): Fields => ({
  ...AGENT,
  'ok-access-key': PROOF,
  'ok-access-sign': PROOF,
  'ok-access-passphrase': PROOF,
  'ok-access-timestamp': like('time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  ...(environment === 'test' ? { 'x-simulated-trading': is('environment', '1') } : {}),
  ...bodyOf('json'),
})

/** A new order; `null` where there is none of this kind. */
export function okxOrder(terms: OrderTerms): ExactRequest | null {
  const { order, marketId } = terms
  const shape = shapeOf(order)
  if (shape === 'stop-limit') return null
  return {
    method: 'POST',
    path: '/api/v5/trade/order',
    kind: 'json',
    fields: {
      instId: is('market', marketId),
      tdMode: is('account', 'cash'),
      side: is('side', order.side),
      ordType: is('type', TYPE[shape]),
      sz: same('amount', order.amount),
      clOrdId: is('key', order.key),
      ...(shape === 'market' ? { tgtCcy: is('amount-unit', 'base_ccy') } : { px: same('price', order.price) }),
    },
    headers: {
      ...headers(terms),
      exptime: is('validity', order.validUntil === null ? false : String(order.validUntil)),
    },
  }
}

/** A cancel. */
export function okxCancel(terms: CancelTerms): ExactRequest {
  const { marketId, key, orderId } = terms
  return {
    method: 'POST',
    path: '/api/v5/trade/cancel-order',
    kind: 'json',
    fields: {
      instId: is('market', marketId),
      ...(orderId === null ? { clOrdId: is('key', key) } : { ordId: is('id', orderId) }),
    },
    headers: headers(terms),
  }
}
