// How the list of coins is filtered and sorted.

import { create } from 'zustand'
import type { Sort } from '../../ui/table/columns.ts'
import { type CoinFilter, NO_FILTER, nextSort } from './watchlist-rows.ts'

interface WatchlistState {
  filter: CoinFilter
  sort: Sort
  setFilter: (patch: Partial<CoinFilter>) => void
  sortBy: (column: string) => void
}

export const useWatchlist = create<WatchlistState>()((set) => ({
  filter: NO_FILTER,
  sort: { column: 'rank', direction: 'ascending' },
  setFilter: (patch) => set((state) => ({ filter: { ...state.filter, ...patch } })),
  sortBy: (column) => set((state) => ({ sort: nextSort(state.sort, column) })),
}))
