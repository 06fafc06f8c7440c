// What came without an order and what it was worth on its day: of airdrops that the trader booked.

import { add, isZero, multiply } from '../../../shared/decimal.ts'
import type { Environment } from '../../../shared/order.ts'
import type { AirdropStore } from '../../ports/airdrops.ts'
import type { Received } from './cost.ts'

/** Answers with what came in an environment, by coin; the same map while no claim was booked. */
export function receivedOf({
  claims,
}: Pick<AirdropStore, 'claims'>): (environment: Environment) => ReadonlyMap<string, Received> {
  let of: ReturnType<typeof claims> | null = null
  const kept = new Map<Environment, Map<string, Received>>()
  return (environment) => {
    const all = claims()
    if (of !== all) kept.clear()
    of = all
    const known = kept.get(environment) ?? gathered(all.filter((claim) => claim.environment === environment))
    kept.set(environment, known)
    return known
  }
}

function gathered(claims: ReturnType<AirdropStore['claims']>): Map<string, Received> {
  const came = new Map<string, Received>()
  for (const { coinId, amount, price } of claims) {
    const before = came.get(coinId) ?? { amount: '0', spent: '0' }
    // Coins that came at no price are worth something all the same: by a cost of nothing their share would be too small.
    const spent = price === null || isZero(price) ? null : multiply(amount, price)
    came.set(coinId, {
      amount: add(before.amount, amount),
      spent: before.spent === null || spent === null ? null : add(before.spent, spent),
    })
  }
  return came
}
