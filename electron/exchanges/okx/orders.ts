// OKX's orders: what goes out besides the terms, where orders are looked for, and what its stream tells of them.

import { member, textOf } from '../../../shared/venues/json.ts'
import type { OutgoingOrder } from '../../ports/system.ts'
import { byField, type Lookups, lengthOf, type OpenOrders, type Place, symbolOf } from '../common/lookups.ts'
import type { OrderParams } from '../common/order-params.ts'
import { inRows, type OrderStream, rowsOf } from '../common/order-stream.ts'
import { OKX_ROWS } from './order-rows.ts'

export function okxParams({ key, type, validUntil }: OutgoingOrder): OrderParams {
  const headers: Record<string, string> = validUntil === null ? {} : { expTime: String(validUntil) }
  // For market orders alone; ccxt would say it of every other as well.
  const tgtCcy = type === 'market' ? 'base_ccy' : undefined
  return { params: { clOrdId: key, tgtCcy }, headers }
}

/** OKX goes on after the last row's own id, a hundred rows a page. */
const afterRow = (id: string, read: Place['read']): Place => ({
  read,
  next: (body) => {
    const count = lengthOf(member(body, 'data'))
    const after = textOf(member(body, 'data', count - 1, id))
    return count >= 100 && after !== null ? { after } : null
  },
})

export const OKX_LOOKUPS: Lookups = {
  id: [byField('clOrdId')],
  open: [
    afterRow('ordId', (exchange, question, _since, page) =>
      exchange.fetchOpenOrders(symbolOf(exchange, question), undefined, undefined, page),
    ),
  ],
  history: [
    afterRow('ordId', (exchange, question, since, page) =>
      exchange.fetchClosedOrders(symbolOf(exchange, question), since, undefined, page),
    ),
    afterRow('ordId', (exchange, question, since, page) =>
      exchange.fetchCanceledOrders(symbolOf(exchange, question), since, undefined, page),
    ),
  ],
  trades: [
    afterRow('billId', (exchange, question, since, page) =>
      exchange.fetchMyTrades(symbolOf(exchange, question), since, undefined, page),
    ),
  ],
}

export const OKX_OPEN_ORDERS: OpenOrders = {
  read: (exchange, market, page) => exchange.fetchOpenOrders(market, undefined, undefined, page),
  next: afterRow('ordId', async () => []).next,
}

export const OKX_STREAM: OrderStream = {
  read: (exchange, message) => {
    const event = textOf(member(message, 'event'))
    const isOrders = textOf(member(message, 'arg', 'channel')) === 'orders'
    if (event === 'error') return { kind: 'refused' }
    if (event === 'subscribe') return isOrders ? { kind: 'up' } : null
    return isOrders ? inRows(exchange, OKX_ROWS, rowsOf(member(message, 'data'))) : null
  },
  options: { watchOrders: { type: 'SPOT' } },
  keepAwake: null,
}
