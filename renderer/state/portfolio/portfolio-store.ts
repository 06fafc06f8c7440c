// The portfolio of one environment at a time.

import { create } from 'zustand'
import type { Environment } from '../../../shared/order.ts'
import type { Portfolio } from '../../../shared/portfolio.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

interface PortfolioState {
  environment: Environment
  portfolio: Loadable<Portfolio>
  setEnvironment: (environment: Environment) => void
  putPortfolio: (step: Partial<Loadable<Portfolio>>) => void
}

export const usePortfolio = create<PortfolioState>()((set) => ({
  environment: 'practice',
  portfolio: NOT_LOADED,
  setEnvironment: (environment) =>
    set((state) => (state.environment === environment ? {} : { environment, portfolio: NOT_LOADED })),
  putPortfolio: (step) => set((state) => ({ portfolio: { ...state.portfolio, ...step } })),
}))
