// Asks for the criteria, changes them, and marks coins with them.

import type { CriterionVerdict } from '../../../shared/research/criteria.ts'
import { call } from '../../api.ts'
import { useCoins } from '../coins/coins-store.ts'
import { reportFailure } from '../report.ts'
import { useCriteria } from './criteria-store.ts'

async function attempt(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
}

/** Loads them. */
export function loadCriteria(): Promise<boolean> {
  return attempt(async () => useCriteria.getState().put(await call('criteria.list', {})))
}

/** Adds one of the trader's own. */
export function addCriterion(name: string): Promise<boolean> {
  return attempt(async () => {
    await call('criteria.save', { name })
    useCriteria.getState().put(await call('criteria.list', {}))
  })
}

/** Removes one with its marks. */
export function removeCriterion(criterionId: string): Promise<boolean> {
  return attempt(async () => {
    await call('criteria.remove', { criterionId })
    useCriteria.getState().put(await call('criteria.list', {}))
  })
}

/** Marks a coin, or takes the mark back with `null`. */
export function markCriterion(coinId: string, criterionId: string, verdict: CriterionVerdict | null): Promise<boolean> {
  return attempt(async () => useCoins.getState().setCoin(await call('criteria.mark', { coinId, criterionId, verdict })))
}
