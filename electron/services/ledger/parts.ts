// How a whole is shared among its parts so that they add up to it: proceeds over lots, a new amount over the old ones.
//
// Each part gets what the parts up to and with it are due, cut after 18 decimals, less what those before it got. So the last
// one gets the rest, and the sum is the whole to the last digit.

import { add, type Decimal, isZero, product, proportion, subtract } from '../../../shared/decimal.ts'
import type { BookedPart } from '../../../shared/ledger/ledger.ts'
import { type Lot, together } from './lots.ts'

/** `whole` shared by the amounts, which add up to `amount`. */
function shares(whole: Decimal, amounts: readonly Decimal[], amount: Decimal): Decimal[] {
  let [reached, given] = ['0', '0']
  return amounts.map((each) => {
    reached = add(reached, each)
    const due = proportion(whole, reached, amount)
    const share = subtract(due, given)
    given = due
    return share
  })
}

/** What became of each lot of a movement that brought `proceeds`. */
export function shared(lots: readonly Lot[], amount: Decimal, proceeds: Decimal | null): BookedPart[] {
  const amounts = lots.map((lot) => lot.amount)
  const brought = proceeds === null || isZero(amount) ? null : shares(proceeds, amounts, amount)
  return lots.map(({ lotId, acquiredAt, amount: part, cost, missing }, at) => {
    const own = brought?.[at] ?? null
    const result = own === null || cost === null ? null : subtract(own, cost)
    return { lotId, acquiredAt: missing ? null : acquiredAt, amount: part, cost, proceeds: own, result, missing }
  })
}

/** The same lots with their dates and costs as `to` of another asset. */
export function scaled(lots: readonly Lot[], from: Decimal, to: Decimal): Lot[] {
  const amounts = shares(
    to,
    lots.map(({ amount }) => amount),
    from,
  )
  const grown = lots.map(
    (lot, at): Lot => ({
      ...lot,
      amount: amounts[at] ?? '0',
      paid: lot.paid === null ? null : product(lot.paid, from),
      of: product(lot.of, to),
    }),
  )
  // A lot so small that nothing of the new asset falls to it leaves its cost to the last one: none is lost.
  const some = grown.filter(({ amount }) => !isZero(amount))
  const last = some.at(-1)
  if (last === undefined) return []
  const dust = grown
    .filter(({ amount }) => isZero(amount))
    .reduce<Decimal | null>((sum, { cost }) => together(sum, cost), '0')
  return some.map((lot) => (lot === last ? { ...lot, cost: together(lot.cost, dust) } : lot))
}
