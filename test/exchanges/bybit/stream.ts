// Bybit's streams after its documents: a login that is signed, topics, and books as a snapshot with changes.

import { createHmac } from 'node:crypto'
import { member, textOf } from '../../../shared/venues/json.ts'
import { isOwn } from '../common/other-key.ts'
import { type FakeOrder, MARKETS } from '../engine.ts'
import type { StreamDialect } from '../streams/streams.ts'
import type { Peer } from '../streams/web-socket.ts'

const STATUS = { open: 'New', filled: 'Filled', canceled: 'Cancelled' } as const

const row = (order: FakeOrder): object => ({
  category: 'spot',
  symbol: order.market.replace('/', ''),
  orderId: String(order.orderId),
  orderLinkId: order.key,
  side: order.side === 'buy' ? 'Buy' : 'Sell',
  orderType: order.type === 'market' ? 'Market' : 'Limit',
  timeInForce: order.timeInForce === 'ioc' ? 'IOC' : 'GTC',
  price: order.price === null ? '0' : String(order.price),
  qty: String(order.amount),
  leavesQty: String(order.amount - order.filled),
  cumExecQty: String(order.filled),
  cumExecValue: String(order.filled * 2),
  cumExecFee: '0',
  avgPrice: order.filled === 0 ? '' : '2',
  orderStatus: order.status === 'open' && order.filled > 0 ? 'PartiallyFilled' : STATUS[order.status],
  rejectReason: 'EC_NoError',
  createdTime: String(order.at),
  updatedTime: String(order.at),
})

/** What a topic grants; `null` where this connection may not have it. */
function granted(topic: string, peer: Peer): string | null {
  if (topic === 'order') return peer.wants.has('login') ? 'orders' : null
  const market = MARKETS.find(({ base, quote }) => topic === `orderbook.50.${base}${quote}`)
  return market !== undefined && peer.path === '/v5/public/spot' ? `${market.base}/${market.quote}` : null
}

/** The streams of the key. */
export function bybitStream({ apiKey, apiSecret }: { apiKey: string; apiSecret: string }): StreamDialect {
  const isRight = ([key, expires = '', signature]: string[], now: number): boolean => {
    const expected = createHmac('sha256', apiSecret).update(`GET/realtime${expires}`).digest('hex')
    return isOwn({ apiKey }, key) && signature === expected && Number(expires) > now
  }
  return {
    refusal: { success: false, ret_msg: 'Params Error', conn_id: 'c', op: 'auth' },
    hear: (message, peer, engine) => {
      const op = textOf(member(message, 'op'))
      const req_id = member(message, 'req_id')
      const args = (member(message, 'args') ?? []) as string[]
      const answer = (success: boolean, ret_msg: string) => peer.say({ success, ret_msg, conn_id: 'c', req_id, op })
      if (op === 'ping') answer(true, 'pong')
      if (op === 'auth') {
        const isKnown = peer.path === '/v5/private' && isRight(args, engine.now())
        if (isKnown) peer.wants.add('login')
        answer(isKnown, 'words')
      }
      if (op !== 'subscribe') return
      const wants = args.map((topic) => granted(topic, peer))
      if (wants.includes(null)) return answer(false, 'Request not authorized')
      for (const want of wants) if (want !== null) peer.wants.add(want)
      answer(true, '')
    },
    order: (order) => ({ id: 'e', topic: 'order', creationTime: order.at, data: [row(order)] }),
    book: (market, bid, ask, first, engine) => {
      const s = market.replace('/', '')
      const data = { s, b: [[bid, '7']], a: [[ask, '9']], u: 1, seq: 1 }
      return { topic: `orderbook.50.${s}`, type: first ? 'snapshot' : 'delta', ts: engine.now(), data }
    },
  }
}
