// The coins, and the one that is open.

import { create } from 'zustand'
import type { Coin, CoinDetail } from '../../../shared/coin.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

export interface CoinsState {
  coins: Loadable<Coin[]>
  detail: Loadable<CoinDetail>
  putCoins: (step: Partial<Loadable<Coin[]>>) => void
  /** Replaces one coin by its newer state. */
  setCoin: (coin: Coin) => void
  putDetail: (step: Partial<Loadable<CoinDetail>>) => void
}

export const useCoins = create<CoinsState>()((set) => ({
  coins: NOT_LOADED,
  detail: NOT_LOADED,
  putCoins: (step) => set((state) => ({ coins: { ...state.coins, ...step } })),
  setCoin: (coin) =>
    set((state) => {
      const value = state.coins.value?.map((known) => (known.id === coin.id ? coin : known)) ?? null
      const open = state.detail.value
      const detail = open?.id === coin.id ? { ...state.detail, value: { ...open, ...coin } } : state.detail
      return { coins: { ...state.coins, value }, detail }
    }),
  putDetail: (step) => set((state) => ({ detail: { ...state.detail, ...step } })),
}))

/** The name of a coin for messages; its id while the list is not known. */
export function coinName(state: Pick<CoinsState, 'coins'>, coinId: string): string {
  return state.coins.value?.find((coin) => coin.id === coinId)?.name ?? coinId
}
