// What an order of this size would meet in the book of a market: the price on average, and how far that is from the best.
// Pure. The book is as old as its time says, and others take from it meanwhile.

import { add, compare, type Decimal, divide, isZero, min, multiply, subtract } from '../../../../shared/decimal.ts'
import type { Depth, FillEstimate, Side } from '../../../../shared/order.ts'

interface Met {
  best: Decimal
  /** What of the amount would trade at once, and what that comes to. */
  amount: Decimal
  cost: Decimal
}

/** Goes through the levels that the order would trade at, the best one first. */
function meet(depth: Depth, side: Side, amount: Decimal, limit: Decimal | null): Met | null {
  // A venue's book is sorted; one that is not must not make a price look better than its best.
  const levels = (side === 'buy' ? depth.asks : depth.bids)
    .filter(([price, size]) => !isZero(price) && !isZero(size))
    .toSorted(([a], [b]) => worse(side, a, b))
    .filter(([price]) => limit === null || worse(side, price, limit) <= 0)
  const best = levels[0]?.[0]
  if (best === undefined || isZero(amount)) return null
  let left = amount
  let cost: Decimal = '0'
  for (const [price, size] of levels) {
    const taken = min(size, left)
    cost = add(cost, multiply(taken, price))
    left = subtract(left, taken)
  }
  return { best, amount: subtract(amount, left), cost }
}

/** Above 0 where the first price is worse than the second. */
const worse = (side: Side, price: Decimal, than: Decimal) =>
  side === 'buy' ? compare(price, than) : compare(than, price)

/**
 * @param limit the price beyond which the order does not trade; `null` for a market order
 * @returns `null` where nothing of it would trade at once, or no price is in the book
 */
export function estimateFill(depth: Depth, side: Side, amount: Decimal, limit: Decimal | null): FillEstimate | null {
  const met = meet(depth, side, amount, limit)
  if (met === null) return null
  const { best } = met
  const price = divide(met.cost, met.amount)
  const loss = side === 'buy' ? subtract(price, best) : subtract(best, price)
  // Cut to its last place, an average can come out better than its best by a hair.
  const slippage = worse(side, price, best) > 0 ? divide(loss, best) : '0'
  return { price, slippage, isWhole: compare(met.amount, amount) === 0, at: depth.at, asOfMs: depth.asOfMs ?? null }
}

/**
 * What the order would come to, in the quote currency: what trades at once by the book, the rest at the limit price, or
 * without one at the average of what the book holds. `null` where nothing of it would trade at once.
 */
export function valueInBook(depth: Depth, side: Side, amount: Decimal, limit: Decimal | null): Decimal | null {
  const met = meet(depth, side, amount, limit)
  if (met === null) return null
  const left = subtract(amount, met.amount)
  return isZero(left) ? met.cost : add(met.cost, multiply(left, limit ?? divide(met.cost, met.amount)))
}
