// The operations on the trader's criteria: name, input and output of each.

import type { Coin } from '../../coin.ts'
import type { Criterion, CriterionVerdict } from '../../research/criteria.ts'
import type { Nothing } from '../nothing.ts'

export interface CriterionOperations {
  /** The publication's four, then the trader's own. */
  'criteria.list': { input: Nothing; output: Criterion[] }
  /** A new one without `criterionId`. */
  'criteria.save': { input: { criterionId?: string | undefined; name: string }; output: Criterion }
  'criteria.remove': { input: { criterionId: string }; output: null }
  /** `null` takes the trader's word back. */
  'criteria.mark': { input: { coinId: string; criterionId: string; verdict: CriterionVerdict | null }; output: Coin }
}

/** A record, so that a name that is missing here does not compile. */
export const CRITERION_OPERATIONS: Record<keyof CriterionOperations, true> = {
  'criteria.list': true,
  'criteria.save': true,
  'criteria.remove': true,
  'criteria.mark': true,
}
