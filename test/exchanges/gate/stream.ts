// Gate's streams after its documents: each wish for a private channel is signed by itself. The app asks it for no book.

import { createHmac } from 'node:crypto'
import { member, textOf } from '../../../shared/venues/json.ts'
import { isOwn } from '../common/other-key.ts'
import type { StreamDialect } from '../streams/streams.ts'
import { toldOrder } from './rows.ts'

/** The streams of the key. */
export function gateStream({ apiKey, apiSecret }: { apiKey: string; apiSecret: string }): StreamDialect {
  const isRight = (message: unknown, now: number): boolean => {
    const [channel, event, time] = ['channel', 'event', 'time'].map((name) => textOf(member(message, name)))
    const said = `channel=${channel}&event=${event}&time=${time}`
    const sign = createHmac('sha512', apiSecret).update(said).digest('hex')
    const auth = member(message, 'auth')
    const isInTime = Math.abs(now / 1_000 - Number(time)) <= 60
    return isInTime && isOwn({ apiKey }, member(auth, 'KEY')) && member(auth, 'SIGN') === sign
  }
  return {
    refusal: {
      time: 1,
      channel: 'spot.orders',
      event: 'subscribe',
      error: { code: 4, message: 'Authentication fail' },
      result: null,
    },
    hear: (message, peer, engine) => {
      const [channel, event, id] = ['channel', 'event', 'id'].map((name) => member(message, name))
      const at = { time: Math.floor(engine.now() / 1_000), time_ms: engine.now() }
      const answer = (error: object | null) =>
        peer.say({ ...at, id, channel, event, error, result: error === null ? { status: 'success' } : null })
      if (channel === 'spot.ping')
        return peer.say({ ...at, channel: 'spot.pong', event: '', error: null, result: null })
      if (event !== 'subscribe') return
      if (channel !== 'spot.orders') return answer({ code: 2, message: 'Invalid argument provided' })
      const isAll = JSON.stringify(member(message, 'payload')) === '["!all"]'
      if (!isRight(message, engine.now()) || !isAll) return answer({ code: 4, message: 'Authentication fail' })
      peer.wants.add('orders')
      answer(null)
    },
    order: (order) => {
      const at = { time: Math.floor(order.at / 1_000), time_ms: order.at }
      return { ...at, channel: 'spot.orders', event: 'update', result: [toldOrder(order)] }
    },
    book: () => null,
  }
}
