// How the list of coins is filtered and sorted.

import { create } from 'zustand'
import type { Sorting } from '../../ui/table/columns.ts'
import { type CoinFilter, NO_FILTER } from './watchlist-rows.ts'

interface WatchlistState {
  filter: CoinFilter
  sorting: Sorting
  setFilter: (patch: Partial<CoinFilter>) => void
  sortBy: (sorting: Sorting) => void
}

export const useWatchlist = create<WatchlistState>()((set) => ({
  filter: NO_FILTER,
  sorting: [{ id: 'rank', desc: false }],
  setFilter: (patch) => set((state) => ({ filter: { ...state.filter, ...patch } })),
  sortBy: (sorting) => set({ sorting }),
}))
