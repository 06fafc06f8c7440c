// Which row of the airdrop board is unfolded.

import { create } from 'zustand'

interface AirdropsViewState {
  unfolded: string | null
  toggle: (coinId: string) => void
}

export const useAirdropsView = create<AirdropsViewState>()((set) => ({
  unfolded: null,
  toggle: (coinId) => set((state) => ({ unfolded: state.unfolded === coinId ? null : coinId })),
}))
