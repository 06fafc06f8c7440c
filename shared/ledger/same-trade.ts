// Which trades of a file are own trades that the ledger has from the exchange itself: their ids are others there, so they are
// known by what they say. Pure.
//
// A file tells whole seconds and some cut them, so a trade is the same within a second. An exchange that told what of an order is
// filled, and none of its trades, leaves only the span in which they fell; and some files have one row for a whole order.

import { add, compare, type Decimal, divide, isZero, multiply, subtract, sum } from '../decimal.ts'
import type { Movement } from './ledger.ts'

/** What an own order traded, as the ledger has it, and when that order was made. */
export interface OwnFill {
  movement: Movement
  orderedAt: string
}

/** A trade of an own order, what nobody told single trades of, or all that an order traded. */
export interface OwnTrade extends Pick<Movement, 'groupId' | 'kind' | 'asset' | 'coinId' | 'amount'> {
  /** The movements that it is in the ledger. */
  entryIds: string[]
  price: Decimal | null
  /** It fell between these two, both within. */
  since: string
  until: string
  /** The exchange's id of the trade, where it is one. */
  tradeId: string | null
}

/** Rows of a file that are an own trade, by their groups: what else a row of a trade says, as a second fee, belongs to it. */
export interface SameTrade {
  trade: OwnTrade
  groupIds: string[]
}

const SECOND = 1_000
/** Sums in a file are rounded to cents: prices that are further apart than this are of two trades. */
const PRICES_APART: Decimal = '0.005'

const keyOf = ({ kind, amount }: Pick<Movement, 'kind' | 'amount'>) => `${kind} ${amount}`
const moved = (at: string, by: number) => new Date(Date.parse(at) + by).toISOString()
const isRest = (entryId: string) => entryId.startsWith('rest:')

/** The id that the exchange gave a trade, as the ledger's entry of it says. */
function tradeIdOf({ entryId }: Movement): string | null {
  const [kind, , , ...id] = entryId.split(':')
  return kind === 'fill' && id.length > 0 ? id.join(':') : null
}

/** What one unit was traded at; `null` where nobody told. */
function priceOf({ price, total, amount }: Pick<Movement, 'price' | 'total' | 'amount'>): Decimal | null {
  if (price !== null) return price
  return total === null || isZero(amount) ? null : divide(total, amount)
}

/** Every trade that these fills can be: each by itself, and where an order has several, all of it. */
export function tradesOf(fills: readonly OwnFill[]): OwnTrade[] {
  return [...Map.groupBy(fills, ({ movement }) => movement.groupId).values()].flatMap((order) => {
    const single = order.map(({ movement, orderedAt }): OwnTrade => {
      const { entryId, groupId, kind, asset, coinId, amount, at } = movement
      const since = isRest(entryId) && orderedAt < at ? orderedAt : at
      const of = { groupId, kind, asset, coinId, amount, price: priceOf(movement) }
      return { ...of, entryIds: [entryId], since, until: at, tradeId: tradeIdOf(movement) }
    })
    const [first] = single
    return first === undefined || single.length < 2 ? single : [...single, whole(first, order)]
  })
}

function whole(first: OwnTrade, order: readonly OwnFill[]): OwnTrade {
  const movements = order.map(({ movement }) => movement)
  const times = movements.map(({ at }) => at).toSorted()
  const amount = sum(movements.map((movement) => movement.amount))
  const paid = movements.map((movement) => {
    const price = priceOf(movement)
    return price === null ? null : multiply(price, movement.amount)
  })
  const isPriced = paid.every((each) => each !== null) && !isZero(amount)
  const orderedAt = order[0]?.orderedAt ?? first.since
  return {
    ...first,
    ...{ amount, tradeId: null, entryIds: movements.map(({ entryId }) => entryId) },
    price: isPriced ? divide(sum(paid.flatMap((each) => each ?? [])), amount) : null,
    since: [orderedAt, times[0] ?? orderedAt].toSorted()[0] ?? orderedAt,
    until: times.at(-1) ?? first.until,
  }
}

/** How unlike they are, the smaller the liker; `null` where they are two trades. */
function unlike(row: Movement, trade: OwnTrade): readonly [number, number, Decimal, number] | null {
  if (row.asset !== trade.asset && (row.coinId === null || row.coinId !== trade.coinId)) return null
  const [id, ownId] = [row.tradeId ?? null, trade.tradeId]
  const isById = id !== null && ownId !== null
  if (isById && id !== ownId) return null
  const apart = priceApart(priceOf(row), trade.price)
  if (!isById && apart === null) return null
  if (!isById && !isWithin(row, trade)) return null
  const late = Math.abs(Date.parse(row.at) - Date.parse(trade.until))
  return [isById ? 0 : 1, trade.since === trade.until ? 0 : 1, apart ?? '0', late]
}

const isWithin = ({ at }: Movement, { since, until }: OwnTrade) =>
  at >= moved(since, -SECOND) && at <= moved(until, SECOND)

/** By what part of itself the price of a row is another; `null` for too much. What nobody told is the same. */
function priceApart(one: Decimal | null, other: Decimal | null): Decimal | null {
  if (one === null || other === null || isZero(other)) return '0'
  const difference = compare(one, other) < 0 ? subtract(other, one) : subtract(one, other)
  const part = divide(difference, other)
  return compare(part, PRICES_APART) > 0 ? null : part
}

interface Pair {
  row: Movement
  trade: OwnTrade
  by: readonly [number, number, Decimal, number]
}

/** By id first, then trades of a known time, the same price, the nearest time; of equals always the same ones. */
function byLikeness({ by: a, row, trade }: Pair, { by: b, row: otherRow, trade: otherTrade }: Pair): number {
  const named = (one: Pair['row'], of: OwnTrade) => `${one.entryId} ${of.entryIds.join(' ')}`
  const order = a[0] - b[0] || a[1] - b[1] || compare(a[2], b[2]) || a[3] - b[3]
  return order || (named(row, trade) < named(otherRow, otherTrade) ? -1 : 1)
}

/** The first of rows in the order of time that is not before `at`. */
export function firstAt(rows: readonly Pick<Movement, 'at'>[], at: string): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rows[middle]?.at ?? '') < at) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Which rows are which own trades: of the same side, amount, price and time, or of the same id where the file has one. Each row and
 * each trade once, so that of two equal ones only as many are known as were own.
 */
export function sameTrades(rows: readonly Movement[], trades: readonly OwnTrade[]): SameTrade[] {
  if (trades.length === 0 || rows.length === 0) return []
  const wanted = new Set(trades.map(keyOf))
  const traded = rows
    .filter((row) => row.kind === 'buy' || row.kind === 'sell')
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const ofKey = Map.groupBy(
    traded.filter((row) => wanted.has(keyOf(row))),
    keyOf,
  )
  const byId = Map.groupBy(
    traded.filter(({ tradeId }) => tradeId !== undefined),
    ({ tradeId }) => tradeId,
  )
  const pairs = trades.flatMap((trade) => {
    const alike = ofKey.get(keyOf(trade)) ?? []
    const near = alike.slice(
      firstAt(alike, moved(trade.since, -SECOND)),
      firstAt(alike, moved(trade.until, SECOND + 1)),
    )
    const named = trade.tradeId === null ? [] : (byId.get(trade.tradeId) ?? [])
    const same = named.filter((row) => keyOf(row) === keyOf(trade))
    return [...new Set([...near, ...same])].flatMap((row): Pair[] => {
      const by = unlike(row, trade)
      return by === null ? [] : [{ row, trade, by }]
    })
  })
  const [takenRows, takenFills] = [new Set<string>(), new Set<string>()]
  const found: SameTrade[] = []
  const take = (of: readonly Movement[], trade: OwnTrade) => {
    for (const { entryId } of of) takenRows.add(entryId)
    for (const entryId of trade.entryIds) takenFills.add(entryId)
    found.push({ trade, groupIds: of.map(({ groupId }) => groupId) })
  }
  for (const { row, trade } of pairs.toSorted(byLikeness)) {
    const isTaken = takenRows.has(row.entryId) || trade.entryIds.some((entryId) => takenFills.has(entryId))
    if (!isTaken) take([row], trade)
  }
  for (const trade of trades) {
    if (!trade.entryIds.every(isRest) || trade.entryIds.some((entryId) => takenFills.has(entryId))) continue
    const run = runOf(traded, takenRows, trade)
    if (run.length > 0) take(run, trade)
  }
  return found
}

/** Rows one after another within the span of an order that come to what it traded to the last digit. */
function runOf(rows: readonly Movement[], taken: ReadonlySet<string>, trade: OwnTrade): Movement[] {
  const near = rows
    .slice(firstAt(rows, moved(trade.since, -SECOND)), firstAt(rows, moved(trade.until, SECOND + 1)))
    .filter((row) => row.kind === trade.kind && !taken.has(row.entryId))
    .filter((row) => row.asset === trade.asset || (row.coinId !== null && row.coinId === trade.coinId))
  let [from, until, reached] = [0, 0, '0']
  while (until < near.length) {
    reached = add(reached, near[until]?.amount ?? '0')
    until += 1
    while (compare(reached, trade.amount) > 0) {
      reached = subtract(reached, near[from]?.amount ?? '0')
      from += 1
    }
    if (compare(reached, trade.amount) === 0 && until > from) return near.slice(from, until)
  }
  return []
}
