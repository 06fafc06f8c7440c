// What public data says of the open coin: prices of every source, facts, grades, history, and the trader's own trades of it.

import { create } from 'zustand'
import type { Order } from '../../../shared/order.ts'
import type { History, HistoryRange, QuoteDetail } from '../../../shared/sources/quotes.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

export type ChartView = 'line' | 'candles' | 'table'

interface CoinMarketState {
  coinId: string | null
  range: HistoryRange
  view: ChartView
  detail: Loadable<QuoteDetail>
  history: Loadable<History>
  /** Orders of the coin that filled, of every account. */
  trades: Loadable<Order[]>
  /** Begins with another coin: nothing of the one before is shown of it. */
  begin: (coinId: string) => void
  setRange: (range: HistoryRange) => void
  setView: (view: ChartView) => void
  putDetail: (step: Partial<Loadable<QuoteDetail>>) => void
  putHistory: (step: Partial<Loadable<History>>) => void
  putTrades: (step: Partial<Loadable<Order[]>>) => void
}

export const useCoinMarket = create<CoinMarketState>()((set) => ({
  coinId: null,
  range: '30d',
  view: 'line',
  detail: NOT_LOADED,
  history: NOT_LOADED,
  trades: NOT_LOADED,
  begin: (coinId) => set({ coinId, detail: NOT_LOADED, history: NOT_LOADED, trades: NOT_LOADED }),
  setRange: (range) => set({ range, history: NOT_LOADED }),
  setView: (view) => set({ view }),
  putDetail: (step) => set((state) => ({ detail: { ...state.detail, ...step } })),
  putHistory: (step) => set((state) => ({ history: { ...state.history, ...step } })),
  putTrades: (step) => set((state) => ({ trades: { ...state.trades, ...step } })),
}))
