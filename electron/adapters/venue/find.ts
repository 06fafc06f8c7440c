// One round of look-ups: every place in which an order can be, read to its end.

import type { LookUpLeg, VenueRecord } from '../../../shared/venues/record.ts'
import type { LegAnswer, Question } from '../../ports.ts'
import type { VenueOrder } from '../../venue.ts'
import type { Venue } from './client.ts'
import { type Page, type Place, placesOf } from './places.ts'
import { bodyOf } from './raw-body.ts'
import type { CallRules, Transport } from './transport.ts'
import { type Trade, toTrade, toVenueOrder, withFills } from './venue-orders.ts'

const RULES: CallRules = { deadlineMs: 5_000 }
/** Before the sending by our clock, since the venue's may be behind. */
const BEFORE_MS = 60_000
/** A list that is longer than so many pages is given up: the requests are needed for orders. */
const MAX_PAGES = 20
/** So many orders that only trades tell of are asked for by their id. */
const MAX_STRANGERS = 10

type Rows = { ok: true; rows: unknown[] } | { ok: false; detail: string }

/** Asks every place of the record. Never rejects: a place that fails says so. */
export async function findOrder(
  exchange: Venue,
  transport: Transport,
  record: VenueRecord,
  question: Question,
): Promise<LegAnswer[]> {
  const since = question.since - BEFORE_MS
  const legs: LegAnswer[] = []
  const trades: Trade[] = []
  for (const leg of record.legs) {
    const told: Rows = { ok: true, rows: [] }
    let failed: string | null = null
    for (const place of placesOf(record.venue, leg)) {
      const more = await readAll(exchange, transport, place, question, since, leg)
      if (more.ok) told.rows.push(...more.rows)
      else failed ??= more.detail
    }
    if (failed !== null) legs.push({ leg, state: 'failed', detail: failed })
    else if (leg === 'trades') legs.push(tradesLeg(exchange, told.rows, trades))
    else legs.push(ordersLeg(exchange, leg, told.rows))
  }
  return tied(legs, trades, await introduced(exchange, transport, question, legs, trades))
}

async function readAll(
  exchange: Venue,
  transport: Transport,
  place: Place,
  question: Question,
  since: number,
  leg: LookUpLeg,
): Promise<Rows> {
  const rows: unknown[] = []
  let page: Page = {}
  for (let at = 0; at < MAX_PAGES; at += 1) {
    const asked = page
    const { result, outcomes } = await transport.watch(RULES, () => place.read(exchange, question, since, asked))
    if (!result.ok) return { ok: false, detail: `The exchange did not answer for its ${NAMES[leg]}.` }
    if (!Array.isArray(result.value)) return { ok: false, detail: unreadable(leg) }
    rows.push(...result.value)
    const next = place.next(bodyOf(outcomes.at(-1)), page)
    if (next === null) return { ok: true, rows }
    if (next === 'too-long') break
    page = next
  }
  return { ok: false, detail: `There are too many ${NAMES[leg]} to look through.` }
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
  return { leg, state: 'answered', orders: orders.filter((order) => order !== null), strangers: [] }
}

function tradesLeg(exchange: Venue, rows: unknown[], into: Trade[]): LegAnswer {
  const read = rows.map((row) => toTrade(exchange, row))
  if (read.includes(null)) return { leg: 'trades', state: 'failed', detail: unreadable('trades') }
  into.push(...read.filter((trade) => trade !== null))
  return { leg: 'trades', state: 'answered', orders: [], strangers: [] }
}

/** The ids of orders that trades tell of and no list. */
function strangersOf(legs: LegAnswer[], trades: Trade[]): string[] {
  const listed = new Set(ordersOf(legs).map(({ orderId }) => orderId))
  return [...new Set(trades.map(({ orderId }) => orderId))].filter((orderId) => !listed.has(orderId))
}

const ordersOf = (legs: LegAnswer[]) => legs.flatMap((leg) => (leg.state === 'answered' ? leg.orders : []))

/** Asks by their ids for orders that only trades tell of: one with another key than ours explains its trade. */
async function introduced(
  exchange: Venue,
  transport: Transport,
  { order: { key, market }, orderId: known }: Question,
  legs: LegAnswer[],
  trades: Trade[],
): Promise<VenueOrder[]> {
  const strangers = strangersOf(legs, trades)
  const isFound = ordersOf(legs).some((order) => order.key === key || order.orderId === known)
  if (isFound || strangers.length > MAX_STRANGERS) return []
  const met: VenueOrder[] = []
  for (const orderId of strangers) {
    const { result } = await transport.watch(RULES, () => exchange.fetchOrder(orderId, market))
    const order = result.ok ? toVenueOrder(exchange, result.value) : null
    if (order !== null && order.orderId === orderId) met.push(order)
  }
  return met
}

/** Gives the orders their fills, and names the orders that only trades tell of. */
function tied(legs: LegAnswer[], trades: Trade[], met: VenueOrder[]): LegAnswer[] {
  // Pages can overlap: a trade that is told twice was one. Where both sides of a trade are ours, both have its id.
  const once = [...new Map(trades.map((trade) => [`${trade.orderId}/${trade.fill.fillId}`, trade])).values()]
  const fillsOf = (order: VenueOrder) =>
    withFills(
      order,
      once.filter(({ orderId }) => orderId === order.orderId).map(({ fill }) => fill),
    )
  const names = met.map(({ orderId }) => orderId)
  const strangers = strangersOf(legs, trades).filter((orderId) => !names.includes(orderId))
  return legs.map((leg) => {
    if (leg.state === 'failed') return leg
    return leg.leg === 'trades'
      ? { ...leg, orders: met.map(fillsOf), strangers }
      : { ...leg, orders: leg.orders.map(fillsOf) }
  })
}
