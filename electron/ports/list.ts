// What is kept of the list as a tool: views, how its columns stand, and what a file of it changes.

import type { CoinKind } from '../../shared/assets.ts'
import type { AirdropProgress, CoinTicker } from '../../shared/coin.ts'
import type { ListColumns, SavedView } from '../../shared/list/views.ts'
import type { CoinContract } from '../../shared/markets/contracts.ts'

export interface ViewStore {
  /** In the order of their names. */
  saved(): SavedView[]
  save(view: SavedView): void
  remove(viewId: string): void
  last(): ListColumns | null
  remember(columns: ListColumns): void
}

/** An own coin that is new or changed. */
export interface OwnCoinChange {
  id: string
  name: string
  ticker: string | null
  what: string
  narratives: string[]
}

/** What the trader says of a coin. */
export interface CoinMarkChange {
  id: string
  watched: boolean | null
  tags: string[]
  early: boolean | null
  kind: CoinKind | null
  tickers: CoinTicker[]
  contracts: CoinContract[]
  note: string
}

export interface AirdropWorkChange {
  id: string
  progress: AirdropProgress
  deadline: string | null
  note: string
}

export interface ListFileStore {
  /** All of it in one transaction, each table by one statement: 100,000 rows are written in the time of a few thousand calls. */
  write(changes: { own: OwnCoinChange[]; marks: CoinMarkChange[]; work: AirdropWorkChange[] }, at: string): void
}
