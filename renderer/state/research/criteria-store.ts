// The trader's criteria.

import { create } from 'zustand'
import type { Criterion } from '../../../shared/research/criteria.ts'

interface CriteriaState {
  /** `null` until they were asked for. */
  criteria: readonly Criterion[] | null
  put: (criteria: readonly Criterion[]) => void
}

export const useCriteria = create<CriteriaState>()((set) => ({
  criteria: null,
  put: (criteria) => set({ criteria }),
}))
