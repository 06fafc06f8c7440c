// Kraken's streams (version 2) after its documents: a token that is fetched with the key, orders as executions, of which
// only the first word says everything.

import { member, textOf } from '../../../shared/venues/json.ts'
import type { FakeOrder } from '../engine.ts'
import type { StreamDialect } from '../streams/streams.ts'

export const KRAKEN_TOKEN = 'kraken-test-token-of-a-stream'

const STATUS = { open: 'new', filled: 'filled', canceled: 'canceled' } as const

const execution = (order: FakeOrder): object => ({
  order_id: `O${order.orderId}`,
  cl_ord_id: order.key,
  order_userref: 0,
  symbol: order.market,
  side: order.side,
  order_type: order.type,
  order_qty: order.amount,
  ...(order.price !== null && { limit_price: order.price }),
  cum_qty: order.filled,
  cum_cost: order.filled * 2,
  avg_price: order.filled === 0 ? 0 : 2,
  exec_type: order.status === 'canceled' ? 'canceled' : order.filled > 0 ? 'trade' : 'new',
  order_status: order.status === 'open' && order.filled > 0 ? 'partially_filled' : STATUS[order.status],
  time_in_force: order.timeInForce === 'ioc' ? 'ioc' : 'gtc',
  timestamp: new Date(order.at).toISOString(),
})

export const krakenStream = (): StreamDialect => ({
  refusal: { method: 'subscribe', success: false, error: 'ESession:Invalid session', req_id: 1 },
  hear: (message, peer) => {
    const req_id = member(message, 'req_id')
    const method = textOf(member(message, 'method'))
    if (method === 'ping') return peer.say({ method: 'pong', req_id })
    const channel = textOf(member(message, 'params', 'channel'))
    if (method !== 'subscribe' || peer.path !== '/v2') return
    if (channel === 'executions') {
      if (member(message, 'params', 'token') !== KRAKEN_TOKEN) {
        return peer.say({ method, success: false, error: 'ESession:Invalid session', req_id })
      }
      peer.say({ method, success: true, result: { channel, snapshot: true }, req_id })
      peer.say({ channel, type: 'snapshot', data: [], sequence: 1 })
      peer.wants.add('orders')
    } else if (channel === 'book') {
      for (const symbol of member(message, 'params', 'symbol') as string[]) {
        peer.say({ method, success: true, result: { channel, symbol, depth: 25 }, req_id })
        peer.wants.add(symbol)
      }
    }
  },
  order: (order) => ({ channel: 'executions', type: 'update', data: [execution(order)], sequence: 2 }),
  book: (symbol, bid, ask, first, engine) => {
    const side = (price: string, qty: number) => [{ price: Number(price), qty }]
    const timestamp = new Date(engine.now()).toISOString()
    const type = first ? 'snapshot' : 'update'
    return { channel: 'book', type, data: [{ symbol, bids: side(bid, 7), asks: side(ask, 9), checksum: 0, timestamp }] }
  },
})
