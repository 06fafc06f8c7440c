// Where each venue keeps orders and trades, and how its lists are read to their end: by the call that really asks for it,
// page by page. ccxt's own call for a client id is wrong at several venues, so the lists are read and searched here.

import { member, textOf } from '../../../../shared/venues/json.ts'
import type { LookUpLeg } from '../../../../shared/venues/record.ts'
import type { Question } from '../../../ports/system.ts'
import type { Venue } from '../client.ts'

/** What asks for a further page; empty for the first. */
export type Page = Record<string, unknown>

export interface Place {
  /** @param since milliseconds since 1970, on the venue's clock */
  read(exchange: Venue, question: Question, since: number, page: Page): Promise<unknown[]>
  /** What asks for the page after this one, from the answer as it came; `null` at the end, `too-long` where there is no way. */
  next(body: unknown, page: Page): Page | null | 'too-long'
}

const symbolOf = ({ order }: Question) => order.market

const single = (read: Place['read']): Place => ({ read, next: () => null })

/** A list without a way to its second page: one that is full may not be all. */
const onePage = (size: number, read: Place['read'], rows: (body: unknown) => unknown = (body) => body): Place => ({
  read,
  next: (body) => (lengthOf(rows(body)) >= size ? 'too-long' : null),
})

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

// "There is no such order" is an answer. Whether it is one only ccxt tells here, from the venue's listed code.
async function oneOrNone(read: () => Promise<unknown>): Promise<unknown[]> {
  try {
    return [await read()]
  } catch (error) {
    if (error instanceof Error && error.constructor.name === 'OrderNotFound') return []
    throw error
  }
}

const byField = (name: string): Place =>
  single((exchange, question) =>
    oneOrNone(() =>
      exchange.fetchOrder(undefined as unknown as string, symbolOf(question), { [name]: question.order.key }),
    ),
  )

/** Kraken counts from the newest; what comes in between two pages moves a row to the next one, and loses none. */
const byOffset = (size: number, read: Place['read']): Place => ({
  read,
  next: (body, page) => {
    const at = Number(page['ofs'] ?? 0) + size
    const count = member(body, 'result', 'count')
    return typeof count === 'number' && at < count ? { ofs: at } : null
  },
})

/** Coinbase names no cursor after the last page. */
const byCursor = (read: Place['read']): Place => ({
  read,
  next: (body) => {
    const cursor = textOf(member(body, 'cursor'))
    return cursor === null || member(body, 'has_next') === false ? null : { cursor }
  },
})

/** Bybit may name a cursor after the last page too, whose page is then empty. */
const byPageCursor = (read: Place['read']): Place => ({
  read,
  next: (body) => {
    const cursor = textOf(member(body, 'result', 'nextPageCursor'))
    return cursor === null || lengthOf(member(body, 'result', 'list')) === 0 ? null : { cursor }
  },
})

/** OKX goes on after the last row's own id, a hundred rows a page. */
const afterRow = (id: string, read: Place['read']): Place => ({
  read,
  next: (body) => {
    const count = lengthOf(member(body, 'data'))
    const after = textOf(member(body, 'data', count - 1, id))
    return count >= 100 && after !== null ? { after } : null
  },
})

type Places = Partial<Record<LookUpLeg, readonly Place[]>>

/** Where the common calls do not ask for what is meant. */
const OWN: Readonly<Record<string, Places>> = {
  binance: {
    id: [byField('origClientOrderId')],
    // All orders, whatever became of them. Binance answers with a thousand at most.
    history: [onePage(1_000, (exchange, question, since) => exchange.fetchOrders(symbolOf(question), since, 1_000))],
    trades: [onePage(1_000, (exchange, question, since) => exchange.fetchMyTrades(symbolOf(question), since, 1_000))],
  },
  okx: {
    id: [byField('clOrdId')],
    open: [
      afterRow('ordId', (exchange, question, _since, page) =>
        exchange.fetchOpenOrders(symbolOf(question), undefined, undefined, page),
      ),
    ],
    history: [
      afterRow('ordId', (exchange, question, since, page) =>
        exchange.fetchClosedOrders(symbolOf(question), since, undefined, page),
      ),
      afterRow('ordId', (exchange, question, since, page) =>
        exchange.fetchCanceledOrders(symbolOf(question), since, undefined, page),
      ),
    ],
    trades: [
      afterRow('billId', (exchange, question, since, page) =>
        exchange.fetchMyTrades(symbolOf(question), since, undefined, page),
      ),
    ],
  },
  bybit: {
    id: [
      single((exchange, question) =>
        exchange.fetchOpenOrders(symbolOf(question), undefined, undefined, { orderLinkId: question.order.key }),
      ),
    ],
    open: [
      byPageCursor((exchange, question, _since, page) =>
        exchange.fetchOpenOrders(symbolOf(question), undefined, 50, page),
      ),
    ],
    // The common call for closed orders hides those that were cancelled.
    history: [
      byPageCursor((exchange, question, since, page) =>
        exchange.fetchCanceledAndClosedOrders(symbolOf(question), since, 50, page),
      ),
    ],
    trades: [
      byPageCursor((exchange, question, since, page) => exchange.fetchMyTrades(symbolOf(question), since, 100, page)),
    ],
  },
  kraken: {
    open: [
      single((exchange, question) =>
        exchange.fetchOpenOrders(symbolOf(question), undefined, undefined, { clientOrderId: question.order.key }),
      ),
    ],
    history: [
      byOffset(50, (exchange, question, _since, page) =>
        exchange.fetchClosedOrders(symbolOf(question), undefined, undefined, {
          clientOrderId: question.order.key,
          ...page,
        }),
      ),
    ],
    // Of all markets; ccxt keeps those of one.
    trades: [
      byOffset(50, (exchange, question, since, page) =>
        exchange.fetchMyTrades(symbolOf(question), since, undefined, page),
      ),
    ],
  },
  coinbase: {
    history: [
      byCursor((exchange, question, since, page) => exchange.fetchOrders(symbolOf(question), since, 100, page)),
    ],
    trades: [
      byCursor((exchange, question, since, page) => exchange.fetchMyTrades(symbolOf(question), since, 100, page)),
    ],
  },
}

/** Of a venue that is not written down here a page of a hundred counts as full. */
const PAGE = 100

const COMMON: Readonly<Record<LookUpLeg, readonly Place[]>> = {
  id: [],
  open: [single((exchange, question) => exchange.fetchOpenOrders(symbolOf(question)))],
  // At some venues the closed orders are only those that were filled.
  history: [
    onePage(PAGE, async (exchange, question, since) => {
      if (exchange.has['fetchOrders'] === true) return exchange.fetchOrders(symbolOf(question), since, PAGE)
      const closed = await exchange.fetchClosedOrders(symbolOf(question), since, PAGE)
      if (exchange.has['fetchCanceledOrders'] !== true) return closed
      return [...closed, ...(await exchange.fetchCanceledOrders(symbolOf(question), since, PAGE))]
    }),
  ],
  trades: [onePage(PAGE, (exchange, question, since) => exchange.fetchMyTrades(symbolOf(question), since, PAGE))],
}

/** The lists that make up one leg at a venue. */
export function placesOf(venue: string, leg: LookUpLeg): readonly Place[] {
  return OWN[venue]?.[leg] ?? COMMON[leg]
}
