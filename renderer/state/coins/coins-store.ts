// The coins, the one that is open, and how the list is filtered and sorted.

import { create } from 'zustand'
import type { Coin, CoinDetail } from '../../../shared/coin.ts'
import { type CoinFilter, NO_FILTER, nextSort } from '../../features/watchlist/watchlist-rows.ts'
import type { Sort } from '../../ui/table/DataTable.tsx'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

interface CoinsState {
  coins: Loadable<Coin[]>
  detail: Loadable<CoinDetail>
  filter: CoinFilter
  sort: Sort
  putCoins: (step: Partial<Loadable<Coin[]>>) => void
  /** Replaces one coin by its newer state. */
  setCoin: (coin: Coin) => void
  putDetail: (step: Partial<Loadable<CoinDetail>>) => void
  setFilter: (patch: Partial<CoinFilter>) => void
  sortBy: (column: string) => void
}

export const useCoins = create<CoinsState>()((set) => ({
  coins: NOT_LOADED,
  detail: NOT_LOADED,
  filter: NO_FILTER,
  sort: { column: 'rank', direction: 'ascending' },
  putCoins: (step) => set((state) => ({ coins: { ...state.coins, ...step } })),
  setCoin: (coin) =>
    set((state) => {
      const value = state.coins.value?.map((known) => (known.id === coin.id ? coin : known)) ?? null
      const open = state.detail.value
      const detail = open?.id === coin.id ? { ...state.detail, value: { ...open, ...coin } } : state.detail
      return { coins: { ...state.coins, value }, detail }
    }),
  putDetail: (step) => set((state) => ({ detail: { ...state.detail, ...step } })),
  setFilter: (patch) => set((state) => ({ filter: { ...state.filter, ...patch } })),
  sortBy: (column) => set((state) => ({ sort: nextSort(state.sort, column) })),
}))

/** The name of a coin for messages; its id while the list is not known. */
export function coinName(state: Pick<CoinsState, 'coins'>, coinId: string): string {
  return state.coins.value?.find((coin) => coin.id === coinId)?.name ?? coinId
}
