// One round of look-ups: every place in which an order can be, read to its end.

import { isZero } from '../../../../shared/decimal.ts'
import { type Reason, reason } from '../../../../shared/reasons/reason.ts'
import { textOf } from '../../../../shared/venues/json.ts'
import type { LookupSource, VenueRecord } from '../../../../shared/venues/record.ts'
import type { Venue } from '../../../exchanges/common/library.ts'
import { oneOrder, type Page, type Place, symbolOf } from '../../../exchanges/common/lookups.ts'
import { adapterOf } from '../../../exchanges/registry.ts'
import type { LookupPass, LookupResult, OrderQuery } from '../../../ports/system.ts'
import type { VenueOrder } from '../../../ports/venue.ts'
import type { HttpOutcome } from '../../http-request.ts'
import type { Purpose } from '../budget.ts'
import type { MarketList } from '../markets/market-list.ts'
import { bodyOf } from '../raw-body.ts'
import type { Transport } from '../transport.ts'
import { type OrderReader, type Ours, readerOf } from './order-readers.ts'
import { type Trade, toTrade, withFills } from './venue-orders.ts'

const DEADLINE_MS = 5_000
/** Before the sending by our clock, since the venue's may be behind. */
const BEFORE_MS = 60_000
/** The same where the order was seen to stand, under a time that the venue took: only how exactly that was measured counts. */
const KNOWN_BEFORE_MS = 10_000
/** A list that is longer than so many pages is given up: the requests are needed for orders. */
const MAX_PAGES = 20
/** So many orders that only trades tell of are asked for by their id. */
const MAX_UNMATCHED = 10

/** What was read until the end, or until something failed. */
interface Rows {
  rows: unknown[]
  failed: Reason | null
}

/** Where orders are looked for, and for whom. */
export interface LookupContext {
  exchange: Venue
  transport: Transport
  record: VenueRecord
  list: Pick<MarketList, 'current' | 'listsNow'>
  purpose: Purpose
}

/**
 * Asks every place of the record. Never rejects: a place that fails says so. That an order is in none of them counts only
 * while its market is listed: of one that is renamed or gone exchanges tell nothing under the old name.
 */
export async function findOrder(
  source: LookupContext,
  question: OrderQuery,
): Promise<Pick<LookupPass, 'legs' | 'unlisted'>> {
  const { exchange, list } = source
  const { market, key } = question.order
  await list.current()
  const isListed = () => exchange.markets?.[market] !== undefined
  const isFound = (legs: LookupResult[]) =>
    ordersOf(legs).some((order) => order.key === key || order.orderId === question.orderId)
  let legs = await readPlaces(source, question)
  if (isListed() && !isFound(legs) && legs.every(({ state }) => state === 'answered')) {
    const lists = await list.listsNow(market)
    if (lists === null)
      return { legs: legs.map(({ leg }) => ({ leg, state: 'failed', detail: reason('LISTING_UNTOLD') })) }
    if (!lists) legs = await readPlaces(source, question)
  }
  if (isListed() || isFound(legs)) return { legs }
  const gone = reason('MARKET_GONE', { market })
  return { legs: legs.map(({ leg }) => ({ leg, state: 'failed', detail: gone })), unlisted: true }
}

/**
 * Orders whose ids are known, each from the one place that tells of it by itself, and the trades of all of them from one list,
 * with the ids of every other order that traded there meanwhile: a second one under the same key would be among these. `null`
 * for one of which not all of this is told: it has to be looked for in every place.
 */
export async function readKnown(
  source: Omit<LookupContext, 'list'>,
  questions: readonly OrderQuery[],
): Promise<(LookupResult[] | null)[]> {
  const { exchange, record } = source
  const { lookups, ordersById } = adapterOf(record.venue)
  const [place = byId] = record.legs.includes('id') ? lookups.id : []
  const all = ordersById === null || questions.length < 2 ? null : await byIds(source, ordersById, questions)
  const found: (KnownOrder | null)[] = []
  for (const question of questions) {
    const reader = readerOf(exchange, question.order.market)
    found.push(known(question, reader, all ?? (await readAll(source, place, question, 0, 'id', reader))))
  }
  const traded = found.flatMap((one, at) => (one === null || isUntouched(one.order) ? [] : (questions[at] ?? [])))
  const lists = new Map<string, Rows>()
  for (const [market, own] of Map.groupBy(traded, ({ order }) => order.market)) {
    const [first = own[0]] = own.toSorted((a, b) => a.since - b.since)
    if (first !== undefined) lists.set(market, await tradesSince(source, first, readerOf(exchange, market)))
  }
  return found.map((one, at) => {
    const question = questions[at]
    const list = question === undefined ? undefined : lists.get(question.order.market)
    if (one === null || question === undefined) return null
    if (isUntouched(one.order) || list === undefined) return [one.leg]
    const trades: Trade[] = []
    const leg = tradesLeg(exchange, list, { key: question.order.key, orderId: question.orderId }, trades)
    return attachFills([one.leg, leg], withoutFees(trades, one.otherFees), { orders: [], others: [] })
  })
}

/** It rests there, and nothing of it was traded. */
const isUntouched = ({ status, filled }: VenueOrder) => status === 'open' && isZero(filled)

interface KnownOrder {
  leg: LookupResult
  order: VenueOrder
  otherFees: Set<string>
}

function known({ order: { key }, orderId }: OrderQuery, reader: OrderReader, answer: Rows): KnownOrder | null {
  const otherFees = new Set<string>()
  const leg = ordersLeg(reader, 'id', answer, { key, orderId }, otherFees)
  const [order, ...more] = ordersOf([leg]).filter((each) => each.key === key || each.orderId === orderId)
  const isIt = leg.state === 'answered' && order !== undefined && order.orderId === orderId && more.length === 0
  return isIt ? { leg: { ...leg, orders: [order] }, order, otherFees } : null
}

/** Several orders by one request. */
async function byIds(
  { exchange, transport, purpose }: Omit<LookupContext, 'list'>,
  ask: (exchange: Venue, ids: string[]) => Promise<unknown>,
  questions: readonly OrderQuery[],
): Promise<Rows> {
  const ids = questions.flatMap(({ orderId }) => orderId ?? [])
  const rules = { deadlineMs: DEADLINE_MS, purpose }
  const { result, outcomes } = await transport.watch(rules, () => ask(exchange, ids))
  const rows = readerOf(exchange, null).rows(result.ok ? result.value : undefined, listIn(outcomes), 'one')
  return { rows: rows ?? [], failed: rows === null ? unreadable('id') : null }
}

/** The trades of a market since the first of these orders, by the exchange's own time of it. */
async function tradesSince(
  source: Omit<LookupContext, 'list'>,
  question: OrderQuery,
  reader: OrderReader,
): Promise<Rows> {
  const trades: Rows = { rows: [], failed: null }
  for (const place of adapterOf(source.record.venue).lookups.trades) {
    const { rows, failed } = await readAll(source, place, question, question.since - KNOWN_BEFORE_MS, 'trades', reader)
    trades.rows.push(...rows)
    trades.failed ??= failed
  }
  return trades
}

/** One order by the exchange's own id. */
const byId: Place = oneOrder((exchange, question) =>
  exchange.fetchOrder(question.orderId ?? '', symbolOf(exchange, question)),
)

/** The same without a word on the market. */
export async function readPlaces(source: Omit<LookupContext, 'list'>, question: OrderQuery): Promise<LookupResult[]> {
  const { exchange, record } = source
  const since = question.since - BEFORE_MS
  const legs: LookupResult[] = []
  const trades: Trade[] = []
  const otherFees = new Set<string>()
  const { key, market } = question.order
  const reader = readerOf(exchange, market)
  const ours = { key, orderId: question.orderId }
  for (const leg of record.legs) {
    const told: Rows = { rows: [], failed: null }
    for (const place of adapterOf(record.venue).lookups[leg]) {
      const more = await readAll(source, place, question, since, leg, reader)
      told.rows.push(...more.rows)
      told.failed ??= more.failed
    }
    legs.push(
      leg === 'trades' ? tradesLeg(exchange, told, ours, trades) : ordersLeg(reader, leg, told, ours, otherFees),
    )
  }
  return attachFills(legs, withoutFees(trades, otherFees), await resolved(source, question, legs, trades, reader))
}

async function readAll(
  { exchange, transport, purpose }: Omit<LookupContext, 'list'>,
  place: Place,
  question: OrderQuery,
  since: number,
  leg: LookupSource,
  reader: OrderReader,
): Promise<Rows> {
  const rows: unknown[] = []
  let page: Page = {}
  for (let at = 0; at < MAX_PAGES; at += 1) {
    const asked = page
    const { result, outcomes } = await transport.watch({ deadlineMs: DEADLINE_MS, purpose }, () =>
      place.read(exchange, question, since, asked),
    )
    const body = listIn(outcomes)
    const parsed = result.ok ? result.value : undefined
    const isNone = place.mayHaveNone === true && Array.isArray(parsed) && parsed.length === 0
    const listed =
      leg === 'trades' ? reader.trades(parsed, body) : (reader.rows(parsed, body, leg) ?? (isNone ? [] : undefined))
    if (!Array.isArray(listed)) {
      return { rows, failed: result.ok ? unreadable(leg) : reason('PLACE_UNANSWERED', { leg }) }
    }
    rows.push(...listed)
    const next = place.next(body, page, { from: since, to: exchange.milliseconds() })
    if (next === null) return { rows, failed: null }
    if (next === 'too-long') break
    page = next
  }
  return { rows, failed: reason('PLACE_TOO_LONG', { leg }) }
}

/** The last answer; what comes with a failure is no list. */
function listIn(outcomes: HttpOutcome[]): unknown {
  const last = outcomes.at(-1)
  return last?.phase === 'answered' && last.status === 200 ? bodyOf(last) : undefined
}

const unreadable = (leg: LookupSource) => reason('PLACE_UNREADABLE', { leg })

/**
 * A row with other ids is somebody else's, whatever its shape. One that could be ours and cannot be read proves nothing; but
 * where ours can be read, neither such a row nor the end of a list that failed hides it.
 */
function ordersLeg(
  reader: OrderReader,
  leg: LookupSource,
  { rows, failed }: Rows,
  ours: Ours,
  otherFees: Set<string>,
): LookupResult {
  for (const raw of rows.filter((row) => reader.hasOtherFee(row))) otherFees.add(textOf(reader.orderId(raw)) ?? '')
  const read = rows.map((raw) => ({ owner: reader.owner(raw, ours), order: reader.order(raw) }))
  const orders = read.flatMap(({ order }) => (order === null ? [] : [order]))
  const isFound = read.some(({ owner, order }) => owner === 'ours' && order !== null)
  const unread = read.filter(({ owner, order }) => order === null && owner !== 'other')
  if (isFound || (failed === null && unread.length === 0)) return { leg, state: 'answered', orders, unmatched: [] }
  if (unread.some(({ owner }) => owner === 'ours'))
    return { leg, state: 'failed', detail: reason('ORDER_UNREADABLE', { leg }) }
  return { leg, state: 'failed', detail: failed ?? unreadable(leg) }
}

function tradesLeg(exchange: Venue, { rows, failed }: Rows, ours: Ours, into: Trade[]): LookupResult {
  const read = rows.map((row) => toTrade(exchange, row))
  const isUnread = read.some((trade) => trade === null || (trade.fill === null && trade.orderId === ours.orderId))
  into.push(...read.filter((trade) => trade !== null))
  if (failed !== null || isUnread) return { leg: 'trades', state: 'failed', detail: failed ?? unreadable('trades') }
  return { leg: 'trades', state: 'answered', orders: [], unmatched: [] }
}

/** What these orders' trades tell of their fees was taken in another asset: nobody knows how much of it. */
const withoutFees = (trades: Trade[], orderIds: ReadonlySet<string>): Trade[] =>
  trades.map(({ orderId, fill }) =>
    fill === null || !orderIds.has(orderId)
      ? { orderId, fill }
      : { orderId, fill: { ...fill, fee: { asset: '', amount: '0' } } },
  )

/** The ids of orders that trades tell of and no list. */
function unmatchedOf(legs: LookupResult[], trades: Trade[]): string[] {
  const listed = new Set(ordersOf(legs).map(({ orderId }) => orderId))
  return [...new Set(trades.map(({ orderId }) => orderId))].filter((orderId) => !listed.has(orderId))
}

const ordersOf = (legs: LookupResult[]) => legs.flatMap((leg) => (leg.state === 'answered' ? leg.orders : []))

/** Asks by their ids for orders that only trades tell of: one with another key than ours explains its trade. */
async function resolved(
  { exchange, transport, purpose }: Omit<LookupContext, 'list'>,
  { order: { key, market }, orderId: known }: OrderQuery,
  legs: LookupResult[],
  trades: Trade[],
  reader: OrderReader,
): Promise<Met> {
  const unmatched = unmatchedOf(legs, trades)
  const isFound = ordersOf(legs).some((order) => order.key === key || order.orderId === known)
  const met: Met = { orders: [], others: [] }
  if (isFound || unmatched.length > MAX_UNMATCHED) return met
  for (const orderId of unmatched) {
    const symbol = exchange.markets?.[market] === undefined ? undefined : market
    const { result, outcomes } = await transport.watch({ deadlineMs: DEADLINE_MS, purpose }, () =>
      exchange.fetchOrder(orderId, symbol),
    )
    const listed = reader.rows(result.ok ? [result.value] : undefined, listIn(outcomes), 'one') ?? []
    const raw = listed.find((one) => textOf(reader.orderId(one)) === orderId)
    if (raw === undefined) continue
    const order = reader.order(raw)
    if (order !== null) met.orders.push(order)
    // Its id alone says nothing here; that it has another key does.
    else if (reader.owner(raw, { key, orderId: null }) === 'other') met.others.push(orderId)
  }
  return met
}

/** Orders that only trades told of, and the ids of others’ that could not be read. */
interface Met {
  orders: VenueOrder[]
  others: string[]
}

/** Gives the orders their fills, and names the orders that only trades tell of. */
function attachFills(legs: LookupResult[], trades: Trade[], met: Met): LookupResult[] {
  // Pages can overlap: a trade that is told twice was one. Where both sides of a trade are ours, both have its id.
  const once = [...new Map(trades.map((trade) => [`${trade.orderId}/${trade.fill?.fillId ?? ''}`, trade])).values()]
  const fillsOf = (order: VenueOrder) =>
    withFills(
      order,
      once.flatMap(({ orderId, fill }) => (orderId === order.orderId && fill !== null ? [fill] : [])),
    )
  const names = [...met.orders.map(({ orderId }) => orderId), ...met.others]
  const unmatched = unmatchedOf(legs, trades).filter((orderId) => !names.includes(orderId))
  return legs.map((leg) => {
    if (leg.state === 'failed') return leg
    return leg.leg === 'trades'
      ? { ...leg, orders: met.orders.map(fillsOf), unmatched }
      : { ...leg, orders: leg.orders.map(fillsOf) }
  })
}
