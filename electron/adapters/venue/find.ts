// One round of look-ups: every place in which an order can be, each by the call that really asks for it. ccxt's own call
// for a client id is wrong at several venues, so the lists are read and searched here.

import type { LookUpLeg, VenueRecord } from '../../../shared/venues/record.ts'
import type { LegAnswer, Question } from '../../ports.ts'
import type { VenueOrder } from '../../venue.ts'
import type { Venue } from './client.ts'
import type { CallRules, Transport } from './transport.ts'
import { type Trade, toTrade, toVenueOrder, withFills } from './venue-orders.ts'

const DEADLINE_MS = 5_000
/** Before the sending by our clock, since the venue's may be behind. */
const BEFORE_MS = 60_000
/** A page that is full may not be the last one, so it proves nothing. */
const PAGE = 100

type Read = (exchange: Venue, question: Question, since: number) => Promise<unknown[]>

const symbolOf = ({ order }: Question) => order.market

/** The calls of a venue for a place, where the common one does not ask for what is meant. */
const OWN: Readonly<Record<string, Partial<Record<LookUpLeg, Read>>>> = {
  binance: {
    id: async (exchange, question) =>
      oneOrNone(() =>
        exchange.fetchOrder(undefined as unknown as string, symbolOf(question), {
          origClientOrderId: question.order.key,
        }),
      ),
    // All orders, whatever became of them.
    history: (exchange, question, since) => exchange.fetchOrders(symbolOf(question), since, PAGE),
  },
  okx: {
    id: async (exchange, question) =>
      oneOrNone(() =>
        exchange.fetchOrder(undefined as unknown as string, symbolOf(question), { clOrdId: question.order.key }),
      ),
    history: async (exchange, question, since) => [
      ...(await exchange.fetchClosedOrders(symbolOf(question), since, PAGE)),
      ...(await exchange.fetchCanceledOrders(symbolOf(question), since, PAGE)),
    ],
  },
  bybit: {
    id: (exchange, question) =>
      exchange.fetchOpenOrders(symbolOf(question), undefined, undefined, { orderLinkId: question.order.key }),
    // The common call for closed orders hides those that were cancelled.
    history: (exchange, question, since) => exchange.fetchCanceledAndClosedOrders(symbolOf(question), since, 50),
  },
  kraken: {
    open: (exchange, question) =>
      exchange.fetchOpenOrders(symbolOf(question), undefined, undefined, { clientOrderId: question.order.key }),
    history: (exchange, question) =>
      exchange.fetchClosedOrders(symbolOf(question), undefined, undefined, { clientOrderId: question.order.key }),
  },
  coinbase: {
    history: (exchange, question, since) => exchange.fetchOrders(symbolOf(question), since, PAGE),
  },
}

const COMMON: Readonly<Record<LookUpLeg, Read>> = {
  id: async () => [],
  open: (exchange, question) => exchange.fetchOpenOrders(symbolOf(question)),
  // At some venues the closed orders are only those that were filled.
  history: async (exchange, question, since) => {
    if (exchange.has['fetchOrders'] === true) return exchange.fetchOrders(symbolOf(question), since, PAGE)
    const closed = await exchange.fetchClosedOrders(symbolOf(question), since, PAGE)
    if (exchange.has['fetchCanceledOrders'] !== true) return closed
    return [...closed, ...(await exchange.fetchCanceledOrders(symbolOf(question), since, PAGE))]
  },
  trades: (exchange, question, since) => exchange.fetchMyTrades(symbolOf(question), since, PAGE),
}

// "There is no such order" is an answer. Whether it is one only ccxt tells here, from the venue's listed code.
async function oneOrNone(read: () => Promise<unknown>): Promise<unknown[]> {
  try {
    return [await read()]
  } catch (error) {
    if (error instanceof Error && error.constructor.name === 'OrderNotFound') return []
    throw error
  }
}

/** Asks every place of the record. Never rejects: a place that fails says so. */
export async function findOrder(
  exchange: Venue,
  transport: Transport,
  record: VenueRecord,
  question: Question,
): Promise<LegAnswer[]> {
  const since = question.since - BEFORE_MS
  const rules: CallRules = { deadlineMs: DEADLINE_MS }
  const legs: LegAnswer[] = []
  const trades: Trade[] = []
  for (const leg of record.legs) {
    const read = OWN[record.venue]?.[leg] ?? COMMON[leg]
    const { result } = await transport.watch(rules, () => read(exchange, question, since))
    if (!result.ok) legs.push({ leg, state: 'failed', detail: `The exchange did not answer for its ${NAMES[leg]}.` })
    else if (!Array.isArray(result.value)) legs.push({ leg, state: 'failed', detail: unreadable(leg) })
    else if (leg === 'trades') legs.push(tradesLeg(exchange, result.value, trades))
    else legs.push(ordersLeg(exchange, leg, result.value))
  }
  return tied(legs, trades)
}

const NAMES: Readonly<Record<LookUpLeg, string>> = {
  id: 'look-up by key',
  open: 'open orders',
  history: 'order history',
  trades: 'trades',
}

const unreadable = (leg: LookUpLeg) => `What the exchange answered for its ${NAMES[leg]} could not be read.`

function ordersLeg(exchange: Venue, leg: LookUpLeg, rows: unknown[]): LegAnswer {
  const orders = rows.map((row) => toVenueOrder(exchange, row))
  if (orders.includes(null)) return { leg, state: 'failed', detail: unreadable(leg) }
  if (rows.length >= PAGE) return { leg, state: 'failed', detail: `There are too many orders to look through at once.` }
  return { leg, state: 'answered', orders: orders.filter((order) => order !== null), strangers: [] }
}

function tradesLeg(exchange: Venue, rows: unknown[], into: Trade[]): LegAnswer {
  const read = rows.map((row) => toTrade(exchange, row))
  if (read.includes(null)) return { leg: 'trades', state: 'failed', detail: unreadable('trades') }
  into.push(...read.filter((trade) => trade !== null))
  if (rows.length >= PAGE)
    return { leg: 'trades', state: 'failed', detail: 'There are too many trades to look through.' }
  return { leg: 'trades', state: 'answered', orders: [], strangers: [] }
}

/** Gives the orders their fills, and names the orders that only trades tell of. */
function tied(legs: LegAnswer[], trades: Trade[]): LegAnswer[] {
  const listed = new Set(
    legs.flatMap((leg) => (leg.state === 'answered' ? leg.orders.map(({ orderId }) => orderId) : [])),
  )
  // Pages can overlap: a trade that is told twice was one. Where both sides of a trade are ours, both have its id.
  const once = [...new Map(trades.map((trade) => [`${trade.orderId}/${trade.fill.fillId}`, trade])).values()]
  const fillsOf = (order: VenueOrder) =>
    withFills(
      order,
      once.filter(({ orderId }) => orderId === order.orderId).map(({ fill }) => fill),
    )
  return legs.map((leg) => {
    if (leg.state === 'failed') return leg
    if (leg.leg !== 'trades') return { ...leg, orders: leg.orders.map(fillsOf) }
    const strangers = trades.map(({ orderId }) => orderId).filter((orderId) => !listed.has(orderId))
    return { ...leg, strangers: [...new Set(strangers)] }
  })
}
