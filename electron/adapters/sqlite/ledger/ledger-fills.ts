// What own orders traded, as movements: a row for each trade by its id, and one for what the exchange has told no single trade
// of. They are written in the transaction that writes the trade, so that neither is ever without the other.

import { add, compare, isZero, multiply, normalize, subtract } from '../../../../shared/decimal.ts'
import type { Movement } from '../../../../shared/ledger/ledger.ts'
import type { Fee, Order } from '../../../../shared/order.ts'
import type { VenueFill } from '../../../ports/venue.ts'
import type { Database } from '../database.ts'
import { addMovement, removeMovement, replaceMovement, toMovement } from './ledger-rows.ts'

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

function book(
  db: Database,
  order: Order,
  fills: readonly VenueFill[],
  { filled, averagePrice, fee }: Filled,
  at: string,
  coinOf: CoinOf,
): void {
  for (const fill of fills) {
    const movement = ofFill(order, fill, coinOf)
    if (movement !== null) addMovement(db, movement, true)
  }
  const restId = `rest:${order.intentId}`
  const booked = bookedOf(db, order.intentId)
  const before = booked.find(({ entryId }) => entryId === restId) ?? null
  const trades = booked.filter(({ entryId }) => entryId !== restId)
  const rest = subtract(
    filled,
    trades.reduce((sum, { amount }) => add(sum, amount), '0'),
  )
  if (compare(rest, '0') <= 0) {
    if (before !== null) removeMovement(db, restId)
    return
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
  if (before?.amount !== movement.amount || before.total !== movement.total) replaceMovement(db, movement, true)
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
