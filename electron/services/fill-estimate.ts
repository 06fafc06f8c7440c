// What an order of this size would meet in the book of a market: the price on average, and how far that is from the best.
// Pure. The book is as old as its time says, and others take from it meanwhile.

import { add, compare, type Decimal, divide, isZero, multiply, subtract } from '../../shared/decimal.ts'
import type { Depth, FillEstimate, Side } from '../../shared/order.ts'

/**
 * @param limit the price beyond which the order does not trade; `null` for a market order
 * @returns `null` where nothing of it would trade at once, or no price is in the book
 */
export function estimateFill(depth: Depth, side: Side, amount: Decimal, limit: Decimal | null): FillEstimate | null {
  /** Above 0 where the first price is worse than the second. */
  const order = (price: Decimal, than: Decimal) => (side === 'buy' ? compare(price, than) : compare(than, price))
  // A venue's book is sorted; one that is not must not make a price look better than its best.
  const levels = (side === 'buy' ? depth.asks : depth.bids)
    .filter(([price, size]) => !isZero(price) && !isZero(size))
    .toSorted(([a], [b]) => order(a, b))
    .filter(([price]) => limit === null || order(price, limit) <= 0)
  const best = levels[0]?.[0]
  if (best === undefined || isZero(amount)) return null
  let left = amount
  let cost: Decimal = '0'
  for (const [price, size] of levels) {
    const taken = compare(size, left) < 0 ? size : left
    cost = add(cost, multiply(taken, price))
    left = subtract(left, taken)
  }
  const price = divide(cost, subtract(amount, left))
  const loss = side === 'buy' ? subtract(price, best) : subtract(best, price)
  // Cut to its last place, an average can come out better than its best by a hair.
  const slippage = order(price, best) > 0 ? divide(loss, best) : '0'
  return { price, slippage, isWhole: isZero(left), at: depth.at }
}
