// Which view of the portfolio is shown.

import { create } from 'zustand'

export const PORTFOLIO_VIEWS = ['holdings', 'allocation', 'movements', 'import', 'results'] as const
export type PortfolioView = (typeof PORTFOLIO_VIEWS)[number]

interface PortfolioViewState {
  view: PortfolioView
  show: (view: PortfolioView) => void
}

export const usePortfolioView = create<PortfolioViewState>()((set) => ({
  view: 'holdings',
  show: (view) => set({ view }),
}))
