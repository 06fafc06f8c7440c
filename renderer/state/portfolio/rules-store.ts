// The trader's limits.

import { create } from 'zustand'
import type { Rules } from '../../../shared/portfolio.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

interface RulesState {
  rules: Loadable<Rules>
  put: (step: Partial<Loadable<Rules>>) => void
}

export const useRules = create<RulesState>()((set) => ({
  rules: NOT_LOADED,
  put: (step) => set((state) => ({ rules: { ...state.rules, ...step } })),
}))
