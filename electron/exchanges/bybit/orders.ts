// Bybit's orders: what goes out besides the terms, where orders are looked for, and what its stream tells of them.

import { member, textOf } from '../../../shared/venues/json.ts'
import type { OutgoingOrder } from '../../ports/system.ts'
import { inSpans, type Lookups, lengthOf, type OpenOrders, single, symbolOf } from '../common/lookups.ts'
import type { OrderParams } from '../common/order-params.ts'
import { inRows, type OrderStream, rowsOf } from '../common/order-stream.ts'
import { BYBIT_ROWS } from './order-rows.ts'

export function bybitParams({ key, type }: OutgoingOrder): OrderParams {
  return { params: { clientOrderId: key, ...(type === 'market' ? { marketUnit: 'baseCoin' } : {}) }, headers: {} }
}

/** Bybit may name a cursor after the last page too, whose page is then empty. */
const nextCursor = (body: unknown) => {
  const cursor = textOf(member(body, 'result', 'nextPageCursor'))
  return cursor === null || lengthOf(member(body, 'result', 'list')) === 0 ? null : { cursor }
}

/**
 * What ended and what was traded is told of seven days at most, counted from the beginning that is asked for (the v5 pages of order
 * history and executions).
 */
const SPAN_MS = 7 * 86_400_000

export const BYBIT_LOOKUPS: Lookups = {
  id: [
    single((exchange, question) =>
      exchange.fetchOpenOrders(symbolOf(exchange, question), undefined, undefined, { orderLinkId: question.order.key }),
    ),
  ],
  open: [
    {
      read: (exchange, question, _since, page) =>
        exchange.fetchOpenOrders(symbolOf(exchange, question), undefined, 50, page),
      next: nextCursor,
    },
  ],
  // The common call for closed orders hides those that were cancelled.
  history: [
    inSpans(SPAN_MS, {
      read: (exchange, question, { from }, page) =>
        exchange.fetchCanceledAndClosedOrders(symbolOf(exchange, question), from, 50, page),
      next: nextCursor,
    }),
  ],
  trades: [
    inSpans(SPAN_MS, {
      read: (exchange, question, { from }, page) =>
        exchange.fetchMyTrades(symbolOf(exchange, question), from, 100, page),
      next: nextCursor,
    }),
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
