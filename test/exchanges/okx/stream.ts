// OKX's streams after its documents: a login that is signed, channels, its own word for ping, and books whose changes name
// the one before them.

import { createHmac } from 'node:crypto'
import { member, textOf } from '../../../shared/venues/json.ts'
import { isOwn } from '../common/other-key.ts'
import type { Engine, FakeOrder } from '../engine.ts'
import type { StreamDialect } from '../streams/streams.ts'

const TYPES = { gtc: 'limit', ioc: 'ioc', 'post-only': 'post_only' } as const

const row = (order: FakeOrder): object => ({
  instType: 'SPOT',
  instId: order.market.replace('/', '-'),
  ordId: String(order.orderId),
  clOrdId: order.key,
  tag: '',
  px: order.price === null ? '' : String(order.price),
  sz: String(order.amount),
  ordType: order.type === 'market' ? 'market' : TYPES[order.timeInForce],
  side: order.side,
  tdMode: 'cash',
  tgtCcy: 'base_ccy',
  fillSz: String(order.filled),
  accFillSz: String(order.filled),
  avgPx: order.filled === 0 ? '' : '2',
  tradeId: '',
  state: order.status === 'open' ? (order.filled > 0 ? 'partially_filled' : 'live') : order.status,
  fee: '0',
  feeCcy: 'USDT',
  cTime: String(order.at),
  uTime: String(order.at),
  code: '0',
  msg: '',
})

interface Key {
  apiKey: string
  apiSecret: string
  passphrase: string
}

/** The streams of the key. */
export function okxStream({ apiKey, apiSecret, passphrase }: Key): StreamDialect {
  const counts = new WeakMap<Engine, number>()
  const isRight = (args: unknown, engine: Engine): boolean => {
    const timestamp = textOf(member(args, 'timestamp')) ?? ''
    const sign = createHmac('sha256', apiSecret).update(`${timestamp}GET/users/self/verify`).digest('base64')
    const isInTime = Math.abs(Number(timestamp) * 1_000 - engine.now()) < 30_000
    const { apiKey: key, passphrase: words, sign: signed } = args as Key & { sign: string }
    return isInTime && isOwn({ apiKey }, key) && words === passphrase && signed === sign
  }
  return {
    refusal: { event: 'error', code: '60009', msg: 'Login failed.', connId: 'c' },
    hear: (message, peer, engine) => {
      if (message === 'ping') return peer.say('pong')
      const op = textOf(member(message, 'op'))
      const arg = member(message, 'args', 0)
      const error = (code: string, msg: string) => peer.say({ event: 'error', code, msg, connId: 'c' })
      if (op === 'login') {
        if (!isRight(arg, engine)) return error('60009', 'Login failed.')
        peer.wants.add('login')
        return peer.say({ event: 'login', code: '0', msg: '', connId: 'c' })
      }
      if (op !== 'subscribe') return
      const channel = textOf(member(arg, 'channel'))
      if (channel === 'orders') {
        if (!peer.wants.has('login')) return error('60011', 'Please log in')
        if (textOf(member(arg, 'instType')) === 'SPOT') peer.wants.add('orders')
      }
      if (channel === 'books') peer.wants.add((textOf(member(arg, 'instId')) ?? '').replace('-', '/'))
      peer.say({ event: 'subscribe', arg, connId: 'c' })
    },
    order: (order) => ({ arg: { channel: 'orders', instType: 'SPOT', uid: '1' }, data: [row(order)] }),
    book: (market, bid, ask, first, engine) => {
      const prevSeqId = first ? -1 : (counts.get(engine) ?? 0)
      const seqId = prevSeqId + 10
      counts.set(engine, seqId)
      const arg = { channel: 'books', instId: market.replace('/', '-') }
      const side = (price: string, size: string) => [[price, size, '0', '1']]
      const data = {
        asks: side(ask, '9'),
        bids: side(bid, '7'),
        ts: String(engine.now()),
        checksum: 0,
        prevSeqId,
        seqId,
      }
      return { arg, action: first ? 'snapshot' : 'update', data: [data] }
    },
  }
}
