// Staged orders: those that wait for their markets, and what became of the others.

import { create } from 'zustand'
import type { Staged } from '../../../shared/markets/staged.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

interface StagedState {
  /** Newest first. */
  staged: Loadable<Staged[]>
  put: (step: Partial<Loadable<Staged[]>>) => void
  /** One that is new, or another now. */
  note: (staged: Staged) => void
}

export const useStaged = create<StagedState>()((set) => ({
  staged: NOT_LOADED,
  put: (step) => set((state) => ({ staged: { ...state.staged, ...step } })),
  note: (one) =>
    set((state) => {
      const known = state.staged.value
      // Before the first reading one alone must not look like the whole list.
      if (known === null) return {}
      const isKnown = known.some(({ stagedId }) => stagedId === one.stagedId)
      const value = isKnown ? known.map((each) => (each.stagedId === one.stagedId ? one : each)) : [one, ...known]
      return { staged: { ...state.staged, value } }
    }),
}))
