// Which row of the airdrop board is unfolded.

import { create } from 'zustand'

export type TasksView = 'list' | 'month'

interface AirdropsViewState {
  unfolded: string | null
  /** How the tasks are shown. */
  tasks: TasksView
  toggle: (coinId: string) => void
}

export const useAirdropsView = create<AirdropsViewState>()((set) => ({
  unfolded: null,
  tasks: 'list',
  toggle: (coinId) => set((state) => ({ unfolded: state.unfolded === coinId ? null : coinId })),
}))
