// The portfolio of one environment at a time, and the trader's limits.

import { create } from 'zustand'
import type { Environment } from '../../../shared/order.ts'
import type { Portfolio, Rules } from '../../../shared/portfolio.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

interface PortfolioState {
  environment: Environment
  portfolio: Loadable<Portfolio>
  rules: Loadable<Rules>
  /** The slice that is pointed at. */
  highlighted: string | null
  setEnvironment: (environment: Environment) => void
  putPortfolio: (step: Partial<Loadable<Portfolio>>) => void
  putRules: (step: Partial<Loadable<Rules>>) => void
  highlight: (id: string | null) => void
}

export const usePortfolio = create<PortfolioState>()((set) => ({
  environment: 'practice',
  portfolio: NOT_LOADED,
  rules: NOT_LOADED,
  highlighted: null,
  setEnvironment: (environment) =>
    set((state) => (state.environment === environment ? {} : { environment, portfolio: NOT_LOADED })),
  putPortfolio: (step) => set((state) => ({ portfolio: { ...state.portfolio, ...step } })),
  putRules: (step) => set((state) => ({ rules: { ...state.rules, ...step } })),
  highlight: (highlighted) => set({ highlighted }),
}))
