// What own orders traded, as movements: a row for each trade by its id, and one for what the exchange has told no single trade
// of. They are written in the transaction that writes the trade, so that neither is ever without the other. Where an import had
// brought the same trade before, its row goes in that transaction too: nothing is ever counted twice, or not at all.

import { add, compare, isZero, multiply, normalize, subtract } from '../../../../shared/decimal.ts'
import type { Movement } from '../../../../shared/ledger/ledger.ts'
import { type OwnTrade, sameTrades, tradesOf } from '../../../../shared/ledger/same-trade.ts'
import type { Fee, Order } from '../../../../shared/order.ts'
import type { VenueFill } from '../../../ports/venue.ts'
import type { Database } from '../database.ts'
import { soundRows } from '../row-check.ts'
import { addMovement, removeMovement, replaceMovement, SEEN, toMovement } from './ledger-rows.ts'

/** A trade as a movement; `null` where it moved nothing. */
function ofFill(order: Order, fill: VenueFill, coinOf: CoinOf): Movement | null {
  if (isZero(fill.amount)) return null
  return {
    ...common(
      order,
      `fill:${order.accountId}:${order.intentId}:${fill.fillId}`,
      timeOf(fill.at, order.createdAt),
      coinOf,
    ),
    amount: fill.amount,
    // What traded at nothing was told wrongly.
    price: isZero(fill.price) ? null : fill.price,
    fee: feeOf(order, fill.fee, coinOf),
  }
}

interface Filled {
  filled: string
  averagePrice: string | null
  fee: Fee | null
}

/** The coin that goes by a ticker alone; `null` for none, and for several. */
export type CoinOf = (ticker: string) => string | null

/**
 * Books the trades that `order` has told, each once. What is filled beyond them is one row, until they are told: its fee is the
 * order's own, where no trade had one. What became of an order is written down whatever stands in the ledger: a row there that
 * nobody can read leaves its trades unbooked, and is named.
 * @throws AppError for a fault of the storage
 */
export function bookFills(
  db: Database,
  order: Order,
  fills: readonly VenueFill[],
  all: Filled,
  at: string,
  coinOf: CoinOf,
): void {
  const fault = db.savepoint(() => book(db, order, fills, all, at, coinOf))
  if (fault !== null) db.setAside({ table: 'ledger', row: `order:${order.intentId}`, column: 'amount' })
}

/** How often a trade was booked: an import that is under way asks for those that came meanwhile. */
const bookings = new WeakMap<Database, number>()

/** As `LedgerStore.fillsBooked`. */
export const fillsBooked = (db: Database): number => bookings.get(db) ?? 0

function book(
  db: Database,
  order: Order,
  fills: readonly VenueFill[],
  { filled, averagePrice, fee }: Filled,
  at: string,
  coinOf: CoinOf,
): void {
  const added = new Set<string>()
  for (const fill of fills) {
    const movement = ofFill(order, fill, coinOf)
    if (movement !== null && addMovement(db, movement, true)) added.add(movement.entryId)
  }
  const restId = `rest:${order.intentId}`
  if (bookRest(db, order, restId, { filled, averagePrice, fee }, at, coinOf)) added.add(restId)
  if (added.size === 0) return
  bookings.set(db, fillsBooked(db) + 1)
  replaceImported(db, order, added)
}

/** What is filled beyond the trades that were told; answers whether it is more than it was. */
function bookRest(
  db: Database,
  order: Order,
  restId: string,
  { filled, averagePrice, fee }: Filled,
  at: string,
  coinOf: CoinOf,
): boolean {
  const booked = bookedOf(db, order.intentId)
  const before = booked.find(({ entryId }) => entryId === restId) ?? null
  const trades = booked.filter(({ entryId }) => entryId !== restId)
  const rest = subtract(
    filled,
    trades.reduce((sum, { amount }) => add(sum, amount), '0'),
  )
  if (compare(rest, '0') <= 0) {
    if (before !== null) removeMovement(db, restId)
    return false
  }
  // Of the average all is known but the trades; a sum that cannot be is no price.
  const paid = averagePrice === null || isZero(averagePrice) ? null : multiply(averagePrice, filled)
  const known = trades.reduce<string | null>(
    (sum, { amount, price }) => (sum === null || price === null ? null : add(sum, multiply(amount, price))),
    '0',
  )
  const left = paid === null || known === null ? null : subtract(paid, known)
  const movement: Movement = {
    ...common(order, restId, before?.at ?? at, coinOf),
    amount: normalize(rest),
    total: left !== null && compare(left, '0') > 0 ? left : null,
    fee: trades.length === 0 ? feeOf(order, fee, coinOf) : null,
  }
  if (before?.amount === movement.amount && before.total === movement.total) return false
  replaceMovement(db, movement, true)
  return compare(movement.amount, before?.amount ?? '0') > 0
}

/** Takes away what an import had brought of the trades that are booked with these entries. */
function replaceImported(db: Database, order: Order, added: ReadonlySet<string>): void {
  const movements = bookedOf(db, order.intentId)
  const trades = tradesOf(movements.map((movement) => ({ movement, orderedAt: order.createdAt }))).filter(
    ({ entryIds }) => entryIds.some((entryId) => added.has(entryId)),
  )
  const rows = new Map(
    trades.flatMap((trade) => importedNear(db, order, trade)).map((row) => [row.entryId, row] as const),
  )
  for (const { groupIds } of sameTrades([...rows.values()], trades)) {
    for (const groupId of groupIds) {
      for (const { entry_id: entryId } of db.all(
        `SELECT entry_id FROM ledger WHERE group_id = ? AND ${IMPORTED}`,
        groupId,
      )) {
        removeMovement(db, String(entryId))
      }
    }
  }
}

const IMPORTED = `source >= 'import:' AND source < 'import:~' AND ${SEEN}`
/** What fell in the span of one order, of all that files can say about it. */
const MOST_ROWS = 2_000

/** Imported trades at the account, or under its exchange's name where a file says no account, that may be this one. */
function importedNear(db: Database, order: Order, trade: OwnTrade): Movement[] {
  const venue = db.get('SELECT venue FROM accounts WHERE account_id = ?', order.accountId)?.['venue']
  const where = [order.accountId, String(venue ?? order.accountId), order.environment, order.side] as const
  const at = (time: string, by: number) => new Date(Date.parse(time) + by).toISOString()
  const near = db.all(
    `SELECT * FROM ledger WHERE account_id IN (?, ?) AND environment = ? AND kind = ? AND at >= ? AND at <= ?
       AND ${IMPORTED} ORDER BY at, place LIMIT ${MOST_ROWS}`,
    ...[...where, at(trade.since, -1_000), at(trade.until, 1_000)],
  )
  const sql = `SELECT * FROM ledger WHERE trade_id = ? AND account_id IN (?, ?) AND environment = ? AND kind = ? AND ${IMPORTED}`
  const named = trade.tradeId === null ? [] : db.all(sql, trade.tradeId, ...where)
  return soundRows(db, 'ledger', [...near, ...named]).map(toMovement)
}

const bookedOf = (db: Database, intentId: string): Movement[] =>
  db.all('SELECT * FROM ledger WHERE group_id = ?', `order:${intentId}`).map(toMovement)

function common(order: Order, entryId: string, at: string, coinOf: CoinOf): Omit<Movement, 'amount'> {
  const { intentId, environment, accountId, side, coinId } = order
  const [asset = '', currency = ''] = order.market.split('/')
  return {
    ...{ entryId, groupId: `order:${intentId}`, sequence: 0, environment, at, accountId, kind: side, coinId, asset },
    ...{
      price: null,
      currency,
      currencyCoinId: coinOf(currency),
      total: null,
      fee: null,
      to: null,
      source: 'fill',
      note: '',
    },
  }
}

function feeOf({ market, coinId }: Order, fee: Fee | null, coinOf: CoinOf): Movement['fee'] {
  if (fee === null || fee.asset === '' || isZero(fee.amount)) return null
  return {
    asset: fee.asset,
    coinId: fee.asset === market.split('/')[0] ? coinId : coinOf(fee.asset),
    amount: fee.amount,
  }
}

/** An exchange may spell it in its own way; what is no time at all happened when the order was made. */
function timeOf(text: string, otherwise: string): string {
  const at = Date.parse(text)
  return Number.isNaN(at) ? otherwise : new Date(at).toISOString()
}
