// What came without an order and what it was worth on its day: of airdrops as the ledger has them.

import { add, type Decimal, isZero } from '../../../shared/decimal.ts'
import { totalOf } from '../../../shared/ledger/amounts.ts'
import type { Movement } from '../../../shared/ledger/ledger.ts'
import type { Environment } from '../../../shared/order.ts'
import type { TraderStore } from '../../ports/stores.ts'
import type { Received } from './cost.ts'

/** Answers with what came in an environment, by coin; the same map while no airdrop of the ledger is another. */
export function receivedOf({
  ownAirdrops,
}: Pick<TraderStore, 'ownAirdrops'>): (environment: Environment) => ReadonlyMap<string, Received> {
  let of: ReturnType<typeof ownAirdrops> | null = null
  const kept = new Map<Environment, Map<string, Received>>()
  return (environment) => {
    const all = ownAirdrops()
    if (of !== all) kept.clear()
    of = all
    const known = kept.get(environment) ?? gathered(all.filter((airdrop) => airdrop.environment === environment))
    kept.set(environment, known)
    return known
  }
}

function gathered(airdrops: readonly Movement[]): Map<string, Received> {
  const came = new Map<string, Received>()
  for (const airdrop of airdrops) {
    if (airdrop.coinId === null) continue
    const before = came.get(airdrop.coinId) ?? { amount: '0', spent: '0' }
    const worth = worthOf(airdrop)
    came.set(airdrop.coinId, {
      amount: add(before.amount, airdrop.amount),
      spent: before.spent === null || worth === null ? null : add(before.spent, worth),
    })
  }
  return came
}

/** In USDT; `null` is unknown. What came at no price is worth something all the same: by nothing its share would be too small. */
function worthOf(airdrop: Movement): Decimal | null {
  const total = totalOf(airdrop)
  // The rate of another currency on that day is not kept here.
  return total === null || isZero(total) || airdrop.currency !== 'USDT' ? null : total
}
