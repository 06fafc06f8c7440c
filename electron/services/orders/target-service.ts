// The trader's targets, and the plan that leads there.

import type { Input } from '../../../shared/contract/contract.ts'
import { add, compare, type Decimal } from '../../../shared/decimal.ts'
import type { RebalancePlan, Target, Targets } from '../../../shared/ledger/targets.ts'
import type { Environment } from '../../../shared/order.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { TargetStore } from '../../ports/ledger.ts'
import type { CoinService } from '../research/coin-service.ts'
import { type RebalanceParts, rebalancePlan } from './rebalance.ts'

export interface TargetService {
  get(environment: Environment): Targets
  /** @throws AppError `NOT_FOUND` for a coin, `BAD_INPUT` for more than all, or for one target twice */
  save(input: Input<'targets.save'>): Targets
  plan(environment: Environment): Promise<RebalancePlan>
}

/** A drift of one percent of the portfolio is left alone where the trader has said nothing else. */
const BAND: Decimal = '0.01'

/** Builds it. */
export function createTargets(
  store: TargetStore,
  coins: Pick<CoinService, 'stage' | 'some'>,
  parts: Omit<RebalanceParts, 'targets' | 'coins'>,
  now: () => string,
): TargetService {
  const get = (environment: Environment): Targets =>
    store.targets(environment) ?? { environment, items: [], band: BAND, updatedAt: null }
  const nameOf = (target: Target) => ('coinId' in target ? `coin ${target.coinId}` : `narrative ${target.narrative}`)
  return {
    get,
    save: ({ environment = 'live', items, band }) => {
      for (const target of items) if ('coinId' in target) coins.stage(target.coinId)
      if (new Set(items.map(nameOf)).size < items.length) throw new AppError('BAD_INPUT', reason('TARGET_TWICE'))
      const sum = items.reduce<Decimal>((all, { share }) => add(all, share), '0')
      if (compare(sum, '1') > 0) throw new AppError('BAD_INPUT', reason('TARGETS_TOO_MUCH'))
      store.saveTargets({ environment, items, band: band ?? get(environment).band, updatedAt: now() })
      return get(environment)
    },
    plan: (environment) => rebalancePlan({ ...parts, coins, targets: get }, environment),
  }
}
