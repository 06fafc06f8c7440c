// What a holding cost, by the own orders of its coin: a moving average over buys and sales, for a coin that has no price.
// Pure.
//
// The cost stands for the whole of what is held, or for nothing. Where more is held than these orders explain (it came from
// elsewhere, or by hand), what the rest cost nobody knows. To value only the known part would make the share too small and
// the limit looser, and to value the rest at the same average would be a guess: so all of it stays unknown. Where less is
// held (some was moved away, or went for fees) the average still holds for what is left.

import { add, compare, type Decimal, divide, isZero, multiply, subtract, sum } from '../../../shared/decimal.ts'
import type { Traded } from '../../ports/stores.ts'

/** What came without an order, such as an airdrop: it stands before the orders. */
export interface Received {
  amount: Decimal
  /** USDT in all; `null` where the price of that day is not known. */
  spent: Decimal | null
}

interface Basis {
  /** What the orders explain of the holding. */
  amount: Decimal
  /** What that cost in USDT, without fees; `null` from a buy on whose price is not known, until all of it is sold. */
  spent: Decimal | null
}

/**
 * The cost of `held` in USDT, without fees; `null` where it is not known.
 * @param orders all of one coin and environment, in the order in which they were written down: when single trades fell is
 * not told by every venue
 * @param rateOf USDT for one unit of a currency that was paid with; today's, since the one of that day is not kept
 */
export function costOf(
  held: Decimal,
  orders: readonly Traded[],
  rateOf: (asset: string, accountId: string) => Decimal | null,
  received: Received = { amount: '0', spent: '0' },
): Decimal | null {
  const none: Basis = { ...received }
  const { amount, spent } = orders.reduce((basis, order) => {
    const [base = '', quote = ''] = order.market.split('/')
    const fee = order.fees.find(({ asset }) => asset === base)?.amount ?? '0'
    if (order.side === 'sell') return sold(basis, add(order.filled, fee))
    // What a venue keeps of the coin itself never reached the holding.
    const got = compare(order.filled, fee) > 0 ? subtract(order.filled, fee) : '0'
    const [price, rate] = [averageOf(order), rateOf(quote, order.accountId)]
    const paid = price === null || rate === null ? null : multiply(multiply(order.filled, price), rate)
    return {
      amount: add(basis.amount, got),
      spent: basis.spent === null || paid === null ? null : add(basis.spent, paid),
    }
  }, none)
  if (spent === null || isZero(amount) || compare(held, amount) > 0) return null
  return divide(multiply(spent, held), amount)
}

/** A sale takes its part of the cost with it. More than the orders explain can be sold: what came from elsewhere. */
function sold({ amount, spent }: Basis, gone: Decimal): Basis {
  if (compare(gone, amount) >= 0) return { amount: '0', spent: '0' }
  const left = subtract(amount, gone)
  return { amount: left, spent: spent === null ? null : divide(multiply(spent, left), amount) }
}

/** As the venue told it, or by its single trades where they are all there. */
function averageOf({ averagePrice, filled, fills }: Traded): Decimal | null {
  // What traded at nothing was told wrongly.
  if (averagePrice !== null) return isZero(averagePrice) ? null : averagePrice
  const traded = sum(fills.map((fill) => fill.amount))
  if (isZero(traded) || compare(traded, filled) !== 0) return null
  return divide(sum(fills.map((fill) => multiply(fill.amount, fill.price))), traded)
}
