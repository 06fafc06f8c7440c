// Gate's orders: what goes out besides the terms, where orders are looked for, and what its stream tells of them. The lists are
// asked for without an account: then those of spot, unified and margin accounts all answer (docs/SpotApi.md of
// gate/gateapi-python of 2026-03-31), while the library would name one.

import { member, textOf } from '../../../shared/venues/json.ts'
import type { OutgoingOrder } from '../../ports/system.ts'
import { call, type Venue } from '../common/library.ts'
import { inSpans, type Lookups, lengthOf, type OpenOrders, type Page, type Place } from '../common/lookups.ts'
import type { OrderParams } from '../common/order-params.ts'
import { inRows, type OrderStream, rowsOf } from '../common/order-stream.ts'
import { GATE_ROWS } from './order-rows.ts'

export function gateParams({ key, validUntil }: OutgoingOrder): OrderParams {
  const headers: Record<string, string> = validUntil === null ? {} : { 'x-gate-exptime': String(validUntil) }
  return { params: { text: key }, headers }
}

/** The most that open orders are told with. */
const PAGE = 100
/** "The range of from and to is not allowed to exceed 30 days"; with `from` alone only seven days behind it are told. */
const SPAN_MS = 29 * 86_400_000

/** The exchange's own name of a market; none of one that is listed no more. */
const pairOf = (exchange: Venue, market: string | undefined): Page => {
  const id = textOf(member(exchange.markets, market ?? '', 'id'))
  return id === null ? {} : { currency_pair: id }
}

/** Of one market the list is one, of all of them each market has a page of its own. */
const openIn = (exchange: Venue, market: string | undefined, page: Page) => {
  const pair = pairOf(exchange, market)
  const all = { limit: PAGE, page: 1, ...page }
  return 'currency_pair' in pair
    ? call(exchange, 'privateSpotGetOrders', { ...pair, status: 'open', ...all })
    : call(exchange, 'privateSpotGetOpenOrders', all)
}

const longestIn = (body: unknown): number =>
  Math.max(lengthOf(body), ...rowsOf(body).map((row) => lengthOf(member(row, 'orders'))))

const nextPage = (page: Page): Page => ({ ...page, page: Number(page['page'] ?? 1) + 1 })
const nextOpen: Place['next'] = (body, page) => (longestIn(body) < PAGE ? null : nextPage(page))

const seconds = (ms: number) => Math.floor(ms / 1_000)

export const GATE_LOOKUPS: Lookups = {
  // A look by `text` finds what stands open and nothing else.
  id: [],
  open: [
    {
      read: (exchange, { order }, _since, page) => openIn(exchange, order.market, page) as Promise<unknown[]>,
      next: nextOpen,
    },
  ],
  // By the time at which an order ended.
  history: [
    inSpans(SPAN_MS, {
      read: (exchange, { order }, { from, to }, page) =>
        call(exchange, 'privateSpotGetOrders', {
          ...pairOf(exchange, order.market),
          ...{ status: 'finished', limit: PAGE, page: 1, from: seconds(from), to: seconds(to) + 1, ...page },
        }) as Promise<unknown[]>,
      next: (body, page) => (lengthOf(body) < PAGE ? null : nextPage(page)),
    }),
  ],
  trades: [
    inSpans(SPAN_MS, {
      read: (exchange, { order }, { from, to }, page) =>
        exchange.fetchMyTrades(
          exchange.markets?.[order.market] === undefined ? undefined : order.market,
          from,
          PAGE,
          // The second that is under way as well.
          { page: 1, ...page, until: to + 1_000 },
        ),
      next: (body, page) => (lengthOf(body) < PAGE ? null : nextPage(page)),
    }),
  ],
}

/** Of every market: one list answers for all accounts' looks alike. */
export const GATE_OPEN_ORDERS: OpenOrders = {
  read: (exchange, _market, page) => openIn(exchange, undefined, page) as Promise<unknown[]>,
  next: nextOpen,
}

export const GATE_STREAM: OrderStream = {
  options: {},
  keepAwake: null,
  read: (exchange, message) => {
    // It says so before it closes a connection for a new version of its own.
    if (textOf(member(message, 'type')) === 'upgrade') return { kind: 'refused' }
    if (textOf(member(message, 'channel')) !== 'spot.orders') return null
    const event = textOf(member(message, 'event'))
    if ((member(message, 'error') ?? null) !== null) return { kind: 'refused' }
    if (event === 'subscribe') return { kind: 'up' }
    return event === 'update' ? inRows(exchange, GATE_ROWS, rowsOf(member(message, 'result'))) : null
  },
}
