// Binance's streams after its documents: own orders over the WebSocket API with a signed wish, books as changes that are
// counted from a snapshot.

import { createHmac } from 'node:crypto'
import { member, textOf } from '../../../shared/venues/json.ts'
import { isOwn } from '../common/other-key.ts'
import { type Engine, type FakeOrder, MARKETS } from '../engine.ts'
import type { StreamDialect } from '../streams/streams.ts'

const text = (value: number) => value.toFixed(8)
const STATUS = { open: 'NEW', filled: 'FILLED', canceled: 'CANCELED' } as const

function kindOf({ type, timeInForce }: FakeOrder): string {
  if (type === 'stop-limit') return 'STOP_LOSS_LIMIT'
  return type === 'market' ? 'MARKET' : timeInForce === 'post-only' ? 'LIMIT_MAKER' : 'LIMIT'
}

function report(order: FakeOrder): object {
  const status = order.status === 'open' && order.filled > 0 ? 'PARTIALLY_FILLED' : STATUS[order.status]
  const event = {
    e: 'executionReport',
    E: order.at,
    s: order.market.replace('/', ''),
    c: order.key,
    S: order.side.toUpperCase(),
    o: kindOf(order),
    f: order.timeInForce === 'ioc' ? 'IOC' : 'GTC',
    q: text(order.amount),
    p: text(order.price ?? 0),
    P: text(order.stopPrice ?? 0),
    g: -1,
    C: '',
    x: order.filled > 0 ? 'TRADE' : 'NEW',
    X: status,
    r: 'NONE',
    i: `#${order.orderId}`,
    l: text(order.filled),
    z: text(order.filled),
    L: text(order.filled > 0 ? 2 : 0),
    n: '0',
    N: null,
    T: order.at,
    t: -1,
    Z: text(order.filled * 2),
  }
  return { subscriptionId: 0, event }
}

/** The markets of these streams, which are named like `peaqusdt@depth@100ms`. */
function marketsOf(names: string[]): string[] {
  const symbols = names.map((name) => name.split('@')[0]?.toUpperCase())
  return MARKETS.filter(({ base, quote }) => symbols.includes(base + quote)).map(
    ({ base, quote }) => `${base}/${quote}`,
  )
}

/** The streams of the key. */
export function binanceStream({ apiKey, apiSecret }: { apiKey: string; apiSecret: string }): StreamDialect {
  const isSigned = (params: unknown): boolean => {
    const { signature, ...rest } = params as Record<string, string | number>
    const query = Object.entries(rest)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `${name}=${value}`)
      .join('&')
    return (
      isOwn({ apiKey }, rest['apiKey']) && signature === createHmac('sha256', apiSecret).update(query).digest('hex')
    )
  }
  const counts = new WeakMap<Engine, number>()
  return {
    refusal: { id: '1', status: 400, error: { code: -1022, msg: 'Signature for this request is not valid.' } },
    hear: (message, peer) => {
      const id = member(message, 'id')
      const method = textOf(member(message, 'method'))
      if (peer.path.startsWith('/ws-api/') && method === 'userDataStream.subscribe.signature') {
        if (!isSigned(member(message, 'params'))) {
          const error = { code: -1022, msg: 'Signature for this request is not valid.' }
          return peer.say({ id, status: 400, error })
        }
        peer.say({ id, status: 200, result: { subscriptionId: 0 } })
        peer.wants.add('orders')
      } else if (peer.path.startsWith('/ws/') && method === 'SUBSCRIBE') {
        peer.say({ result: null, id })
        for (const market of marketsOf(member(message, 'params') as string[])) peer.wants.add(market)
      }
    },
    order: report,
    book: (market, bid, ask, _first, engine) => {
      const u = (counts.get(engine) ?? 1) + 1
      counts.set(engine, u)
      // The snapshot's level goes with the first change.
      const gone = u === 2 ? [[text(engine.manners.price), '0.00000000']] : []
      const [b, a] = [
        [...gone, [bid, '7']],
        [...gone, [ask, '9']],
      ]
      return { e: 'depthUpdate', E: engine.now(), s: market.replace('/', ''), U: u, u, b, a }
    },
  }
}
