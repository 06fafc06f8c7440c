// What share each coin or narrative should have, and the plan that leads there.

import { create } from 'zustand'
import type { RebalancePlan, Targets } from '../../../shared/ledger/targets.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

interface TargetsState {
  targets: Loadable<Targets>
  plan: Loadable<RebalancePlan>
  put: (step: Partial<Loadable<Targets>>) => void
  putPlan: (step: Partial<Loadable<RebalancePlan>>) => void
}

export const useTargets = create<TargetsState>()((set) => ({
  targets: NOT_LOADED,
  plan: NOT_LOADED,
  put: (step) => set((state) => ({ targets: { ...state.targets, ...step } })),
  putPlan: (step) => set((state) => ({ plan: { ...state.plan, ...step } })),
}))
