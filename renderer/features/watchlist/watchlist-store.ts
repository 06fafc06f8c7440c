// How the list of coins is filtered, which of its tools is open, and which of its rows are chosen.

import { create } from 'zustand'
import { type CoinFilter, NO_FILTER } from './watchlist-rows.ts'

export type ListTool = 'filters' | 'columns' | 'views' | 'file' | 'compare'

/** The button that opens a tool, and is its name. */
export const toolButtonId = (tool: ListTool) => `list-${tool}`

interface WatchlistState {
  filter: CoinFilter
  tool: ListTool | null
  /** Ids of rows that something is to be done with; `null` while none are being chosen. */
  chosen: ReadonlySet<string> | null
  setFilter: (patch: Partial<CoinFilter>) => void
  set: (patch: Partial<Pick<WatchlistState, 'tool' | 'chosen'>>) => void
}

export const useWatchlist = create<WatchlistState>()((set) => ({
  filter: NO_FILTER,
  tool: null,
  chosen: null,
  setFilter: (patch) => set((state) => ({ filter: { ...state.filter, ...patch } })),
  set: (patch) => set(patch),
}))
