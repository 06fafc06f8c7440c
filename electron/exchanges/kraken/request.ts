// Kraken's requests, after the pages "Add Order" and "Cancel Order" of its REST documents (2026-09).

import { AGENT, bodyOf, type ExactRequest, type Fields, is, like, PROOF, same } from '../common/request-fields.ts'
import { type CancelTerms, type OrderTerms, type Shape, shapeOf } from '../common/request-terms.ts'

const TYPE: Readonly<Record<Shape, string>> = {
  market: 'market',
  gtc: 'limit',
  ioc: 'limit',
  'post-only': 'limit',
  'stop-limit': 'stop-loss-limit',
}

const HEADERS: Fields = { ...AGENT, 'api-key': PROOF, 'api-sign': PROOF, ...bodyOf('form') }
const NONCE = like('number', /^\d{13,19}$/)

/** A new order. A stop-limit one has the stop first and the limit in the second field. */
export function krakenOrder({ order, marketId }: OrderTerms): ExactRequest {
  const { validUntil, price, stopPrice } = order
  const shape = shapeOf(order)
  const prices: Readonly<Record<Shape, Fields>> = {
    market: {},
    gtc: { price: same('price', price), timeinforce: is('time-in-force', 'GTC') },
    ioc: { price: same('price', price), timeinforce: is('time-in-force', 'IOC') },
    'post-only': { price: same('price', price), oflags: is('time-in-force', 'post') },
    'stop-limit': { price: same('stop-price', stopPrice), price2: same('price', price) },
  }
  return {
    method: 'POST',
    path: '/0/private/AddOrder',
    kind: 'form',
    fields: {
      nonce: NONCE,
      pair: is('market', marketId),
      type: is('side', order.side),
      ordertype: is('type', TYPE[shape]),
      volume: same('amount', order.amount),
      cl_ord_id: is('key', order.key),
      ...prices[shape],
      deadline: is('validity', validUntil === null ? false : new Date(validUntil).toISOString()),
    },
    headers: HEADERS,
  }
}

/** A cancel. */
export function krakenCancel({ key, orderId }: CancelTerms): ExactRequest {
  return {
    method: 'POST',
    path: '/0/private/CancelOrder',
    kind: 'form',
    fields: { nonce: NONCE, ...(orderId === null ? { cl_ord_id: is('key', key) } : { txid: is('id', orderId) }) },
    headers: HEADERS,
  }
}
