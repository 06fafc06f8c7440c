// Coinbase's streams after its documents: one address, a signed token for what is the key's own, and what is left of an
// order in place of its amount. The price of a limit order is missing, as in the samples that are known.

import { member, textOf } from '../../../shared/venues/json.ts'
import type { FakeOrder } from '../engine.ts'
import type { StreamDialect } from '../streams/streams.ts'

const STATUS = { open: 'OPEN', filled: 'FILLED', canceled: 'CANCELLED' } as const

const row = (order: FakeOrder): object => ({
  order_id: `c-${order.orderId}`,
  client_order_id: order.key,
  product_id: order.market.replace('/', '-'),
  product_type: 'SPOT',
  order_side: order.side.toUpperCase(),
  order_type: order.type === 'market' ? 'Market' : 'Limit',
  status: STATUS[order.status],
  cumulative_quantity: String(order.filled),
  leaves_quantity: order.status === 'canceled' ? '0' : String(order.amount - order.filled),
  avg_price: order.filled === 0 ? '0' : '2',
  total_fees: '0',
  creation_time: new Date(order.at).toISOString(),
})

/** `isSigned` tells whether a token is of the key. */
export function coinbaseStream(isSigned: (token: string) => boolean): StreamDialect {
  const words = (channel: string, events: object[]) => ({ channel, client_id: '', sequence_num: 0, events })
  return {
    refusal: { type: 'error', message: 'authentication failure' },
    hear: (message, peer) => {
      if (textOf(member(message, 'type')) !== 'subscribe') return
      const channel = textOf(member(message, 'channel')) ?? ''
      const products = (member(message, 'product_ids') ?? []) as string[]
      if (channel === 'user' && !isSigned(textOf(member(message, 'jwt')) ?? '')) {
        return peer.say({ type: 'error', message: 'authentication failure' })
      }
      const names = channel === 'user' ? ['the-user'] : products
      peer.say(words('subscriptions', [{ subscriptions: { [channel]: names } }]))
      if (channel === 'user') {
        peer.say(words('user', [{ type: 'snapshot', orders: [] }]))
        peer.wants.add('orders')
      }
      if (channel === 'level2') for (const product of products) peer.wants.add(product.replace('-', '/'))
    },
    order: (order) => words('user', [{ type: 'update', orders: [row(order)] }]),
    book: (market, bid, ask, first, engine) => {
      const level = (side: string, price_level: string, new_quantity: string) => ({ side, price_level, new_quantity })
      const updates = [level('bid', bid, '7'), level('offer', ask, '9')]
      const event = { type: first ? 'snapshot' : 'update', product_id: market.replace('/', '-'), updates }
      return { ...words('l2_data', [event]), timestamp: new Date(engine.now()).toISOString() }
    },
  }
}
