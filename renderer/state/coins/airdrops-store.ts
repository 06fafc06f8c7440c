// The airdrop board.

import { create } from 'zustand'
import type { Airdrop } from '../../../shared/airdrops/airdrops.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

interface AirdropsState {
  airdrops: Loadable<Airdrop[]>
  put: (step: Partial<Loadable<Airdrop[]>>) => void
  setAirdrop: (airdrop: Airdrop) => void
}

export const useAirdrops = create<AirdropsState>()((set) => ({
  airdrops: NOT_LOADED,
  put: (step) => set((state) => ({ airdrops: { ...state.airdrops, ...step } })),
  setAirdrop: (airdrop) =>
    set((state) => ({
      airdrops: {
        ...state.airdrops,
        value: state.airdrops.value?.map((known) => (known.coinId === airdrop.coinId ? airdrop : known)) ?? null,
      },
    })),
}))
