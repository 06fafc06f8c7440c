// The airdrop board and which row is unfolded.

import { create } from 'zustand'
import type { Airdrop } from '../../../shared/coin.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

interface AirdropsState {
  airdrops: Loadable<Airdrop[]>
  unfolded: string | null
  put: (step: Partial<Loadable<Airdrop[]>>) => void
  setAirdrop: (airdrop: Airdrop) => void
  toggle: (coinId: string) => void
}

export const useAirdrops = create<AirdropsState>()((set) => ({
  airdrops: NOT_LOADED,
  unfolded: null,
  put: (step) => set((state) => ({ airdrops: { ...state.airdrops, ...step } })),
  setAirdrop: (airdrop) =>
    set((state) => ({
      airdrops: {
        ...state.airdrops,
        value: state.airdrops.value?.map((known) => (known.coinId === airdrop.coinId ? airdrop : known)) ?? null,
      },
    })),
  toggle: (coinId) => set((state) => ({ unfolded: state.unfolded === coinId ? null : coinId })),
}))
