// Where a venue keeps orders and trades, and how its lists are read to their end: by the call that really asks for it, page
// by page. ccxt's own call for a client id is wrong at several venues, so the lists are read and searched here.

import type { LookupSource } from '../../../shared/venues/record.ts'
import type { OrderQuery } from '../../ports/system.ts'
import type { Venue } from './library.ts'

/** What asks for a further page; empty for the first. */
export type Page = Record<string, unknown>

/** The time about which a list is asked, milliseconds since 1970 on the venue's clock. */
export interface Span {
  from: number
  to: number
}

export interface Place {
  /** @param since milliseconds since 1970, on the venue's clock */
  read(exchange: Venue, question: OrderQuery, since: number, page: Page): Promise<unknown[]>
  /**
   * What asks for the page after this one, from the answer as it came; `null` at the end, `too-long` where there is no way.
   * `whole` is the time from `since` until now.
   */
  next(body: unknown, page: Page, whole: Span): Page | null | 'too-long'
  /** Of one order that is asked for, "there is none" is an answer, which carries no list. */
  mayHaveNone?: true
}

/**
 * Of a market that is listed no more the library has no id, so what can be asked without one is asked for all markets; what
 * cannot fails.
 */
export const symbolOf = (exchange: Venue, { order }: OrderQuery) =>
  exchange.markets?.[order.market] === undefined ? undefined : order.market

export const single = (read: Place['read']): Place => ({ read, next: () => null })

/** A list without a way to its second page: one that is full may not be all. */
export const onePage = (
  size: number,
  read: Place['read'],
  rows: (body: unknown) => unknown = (body) => body,
): Place => ({
  read,
  next: (body) => (lengthOf(rows(body)) >= size ? 'too-long' : null),
})

/** A list that tells of one span of time at most, however long ago an order was sent. */
interface SpanList {
  read(exchange: Venue, question: OrderQuery, span: Span, page: Page): Promise<unknown[]>
  /** Within the span; `null` at its end. */
  next(body: unknown, page: Page): Page | null
}

/** Reads such a list span after span, from the sending until now; the name of the first moment is no part of what is asked. */
export function inSpans(spanMs: number, { read, next }: SpanList): Place {
  const begun = (page: Page, since: number) => (typeof page['spanFrom'] === 'number' ? page['spanFrom'] : since)
  return {
    read: (exchange, question, since, { spanFrom, ...page }) => {
      const from = begun({ spanFrom }, since)
      return read(exchange, question, { from, to: Math.min(from + spanMs, exchange.milliseconds()) }, page)
    },
    next: (body, { spanFrom, ...page }, whole) => {
      const from = begun({ spanFrom }, whole.from)
      const further = next(body, page)
      if (further !== null) return { ...further, spanFrom: from }
      return from + spanMs < whole.to ? { spanFrom: from + spanMs } : null
    },
  }
}

export const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

/** "There is no such order" is an answer. Whether it is one only ccxt tells here, from the venue’s listed code. */
async function oneOrNone(read: () => Promise<unknown>): Promise<unknown[]> {
  try {
    return [await read()]
  } catch (error) {
    if (error instanceof Error && error.constructor.name === 'OrderNotFound') return []
    throw error
  }
}

/** The list of all open orders, of one market or of every one. */
export interface OpenOrders extends Pick<Place, 'next'> {
  read(exchange: Venue, market: string | undefined, page: Page): Promise<unknown[]>
}

/** Where the common call answers with all of them at once. */
export const COMMON_OPEN_ORDERS: OpenOrders = {
  read: (exchange, market) => exchange.fetchOpenOrders(market),
  next: () => null,
}

/** One order that is asked for by itself; that there is none is an answer here. */
export const oneOrder = (read: (...args: Parameters<Place['read']>) => Promise<unknown>): Place => ({
  ...single((...args) => oneOrNone(() => read(...args))),
  mayHaveNone: true,
})

export const byField = (name: string): Place =>
  oneOrder((exchange, question) =>
    exchange.fetchOrder(undefined as unknown as string, symbolOf(exchange, question), { [name]: question.order.key }),
  )

/** The lists that make up each leg at a venue. */
export type Lookups = Readonly<Record<LookupSource, readonly Place[]>>

/** Of a venue that is not written down here a page of a hundred counts as full. */
const PAGE = 100

/** Where the common calls ask for what is meant. */
export const COMMON_LOOKUPS: Lookups = {
  id: [],
  open: [single((exchange, question) => exchange.fetchOpenOrders(symbolOf(exchange, question)))],
  // At some venues the closed orders are only those that were filled.
  history: [
    onePage(PAGE, async (exchange, question, since) => {
      if (exchange.has['fetchOrders'] === true) return exchange.fetchOrders(symbolOf(exchange, question), since, PAGE)
      const closed = await exchange.fetchClosedOrders(symbolOf(exchange, question), since, PAGE)
      if (exchange.has['fetchCanceledOrders'] !== true) return closed
      return [...closed, ...(await exchange.fetchCanceledOrders(symbolOf(exchange, question), since, PAGE))]
    }),
  ],
  trades: [
    onePage(PAGE, (exchange, question, since) => exchange.fetchMyTrades(symbolOf(exchange, question), since, PAGE)),
  ],
}
