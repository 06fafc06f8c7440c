// Limits that the trader has set aside, and what became of each.

import { create } from 'zustand'
import type { Page } from '../../../shared/page.ts'
import type { RuleOverride } from '../../../shared/portfolio.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

interface OverridesState {
  page: Loadable<Page<RuleOverride>>
  put: (step: Partial<Loadable<Page<RuleOverride>>>) => void
}

export const useOverrides = create<OverridesState>()((set) => ({
  page: NOT_LOADED,
  put: (step) => set((state) => ({ page: { ...state.page, ...step } })),
}))
