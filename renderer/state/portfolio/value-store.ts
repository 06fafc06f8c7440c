// What the portfolio was worth, day by day.

import { create } from 'zustand'
import type { ValueHistory, ValueRange } from '../../../shared/ledger/value-history.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

interface ValueState {
  range: ValueRange
  history: Loadable<ValueHistory>
  choose: (range: ValueRange) => void
  put: (step: Partial<Loadable<ValueHistory>>) => void
}

export const useValue = create<ValueState>()((set) => ({
  range: '30d',
  history: NOT_LOADED,
  choose: (range) => set({ range, history: NOT_LOADED }),
  put: (step) => set((state) => ({ history: { ...state.history, ...step } })),
}))
