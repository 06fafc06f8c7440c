// Bybit's orders: what goes out besides the terms, where orders are looked for, and what its stream tells of them.

import { member, textOf } from '../../../shared/venues/json.ts'
import type { OutgoingOrder } from '../../ports/system.ts'
import { type Lookups, lengthOf, type OpenOrders, type Place, single, symbolOf } from '../common/lookups.ts'
import type { OrderParams } from '../common/order-params.ts'
import { inRows, type OrderStream, rowsOf } from '../common/order-stream.ts'
import { BYBIT_ROWS } from './order-rows.ts'

export function bybitParams({ key, type }: OutgoingOrder): OrderParams {
  return { params: { clientOrderId: key, ...(type === 'market' ? { marketUnit: 'baseCoin' } : {}) }, headers: {} }
}

/** Bybit may name a cursor after the last page too, whose page is then empty. */
const byPageCursor = (read: Place['read']): Place => ({
  read,
  next: (body) => {
    const cursor = textOf(member(body, 'result', 'nextPageCursor'))
    return cursor === null || lengthOf(member(body, 'result', 'list')) === 0 ? null : { cursor }
  },
})

export const BYBIT_LOOKUPS: Lookups = {
  id: [
    single((exchange, question) =>
      exchange.fetchOpenOrders(symbolOf(exchange, question), undefined, undefined, { orderLinkId: question.order.key }),
    ),
  ],
  open: [
    byPageCursor((exchange, question, _since, page) =>
      exchange.fetchOpenOrders(symbolOf(exchange, question), undefined, 50, page),
    ),
  ],
  // The common call for closed orders hides those that were cancelled.
  history: [
    byPageCursor((exchange, question, since, page) =>
      exchange.fetchCanceledAndClosedOrders(symbolOf(exchange, question), since, 50, page),
    ),
  ],
  trades: [
    byPageCursor((exchange, question, since, page) =>
      exchange.fetchMyTrades(symbolOf(exchange, question), since, 100, page),
    ),
  ],
}

/** The longest page; one that is not full is the last, whatever cursor it names. */
const OPEN_PAGE = 50

export const BYBIT_OPEN_ORDERS: OpenOrders = {
  read: (exchange, market, page) => exchange.fetchOpenOrders(market, undefined, OPEN_PAGE, page),
  next: (body) => {
    const cursor = textOf(member(body, 'result', 'nextPageCursor'))
    return cursor === null || lengthOf(member(body, 'result', 'list')) < OPEN_PAGE ? null : { cursor }
  },
}

export const BYBIT_STREAM: OrderStream = {
  options: {},
  keepAwake: null,
  read: (exchange, message) => {
    const op = textOf(member(message, 'op'))
    if (op === 'auth' || op === 'subscribe') {
      if (member(message, 'success') !== true) return { kind: 'refused' }
      return op === 'subscribe' ? { kind: 'up' } : null
    }
    if (!/^order(\.|$)/.test(textOf(member(message, 'topic')) ?? '')) return null
    const rows = rowsOf(member(message, 'data')).filter((row) => member(row, 'category') === 'spot')
    return inRows(exchange, BYBIT_ROWS, rows)
  },
}
