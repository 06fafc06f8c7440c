// How much a run may cost: every order is counted at its worst before it goes out, in exact decimals, and only what is
// proven not to trade is given back.

import { add, ceilTo, compare, type Decimal, divide, multiply, subtract, sum } from '../../shared/decimal.ts'

/** More than all probes of one venue send. */
const MAX_ORDERS = 24
/** Shares of a cost are rounded up to this. */
const CENT = '0.00000001'

export interface SpendGuard {
  /** Why orders of these costs may not go out together; `null` when they may. Takes nothing. */
  problem(costs: readonly Decimal[]): string | null
  /** Counts an order that is about to go out. @throws RangeError when `problem` was not asked, and would have said no */
  take(cost: Decimal, amount: Decimal): Taken
  /** What can have been spent by now, in the quote currency. */
  atRisk(): Decimal
  /** The highest that it ever was. */
  peak(): Decimal
  orders(): number
}

export interface Taken {
  /** How much of the amount has traded for certain, and no more ever will: the rest of its cost is given back. */
  settle(filled: Decimal): void
}

/** Builds the guard of one run. @param limit in the quote currency */
export function createSpendGuard(limit: Decimal, quote: string): SpendGuard {
  const counted: { cost: Decimal }[] = []
  let peak = '0'
  const atRisk = () => sum(counted.map(({ cost }) => cost))
  const problem = (costs: readonly Decimal[]) => {
    if (counted.length + costs.length > MAX_ORDERS) return `More than ${MAX_ORDERS} orders are not sent in one run.`
    const wanted = sum(costs)
    if (compare(add(atRisk(), wanted), limit) <= 0) return null
    return `It could cost ${wanted} ${quote}, and of the limit of ${limit} ${quote} only ${subtract(limit, atRisk())} is left.`
  }
  return {
    problem,
    take: (cost, amount) => {
      const why = problem([cost])
      if (why !== null) throw new RangeError(why)
      const entry = { cost }
      counted.push(entry)
      if (compare(atRisk(), peak) > 0) peak = atRisk()
      return {
        settle: (filled) => {
          const spent = ceilTo(divide(multiply(cost, filled), amount), CENT)
          if (compare(spent, entry.cost) < 0) entry.cost = spent
        },
      }
    },
    atRisk,
    peak: () => peak,
    orders: () => counted.length,
  }
}
