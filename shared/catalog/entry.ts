// The shape of one coin file in this catalogue.

import type { CoinSnapshot, LaterFact } from '../coin.ts'
import type { CoinContract } from '../markets/contracts.ts'

/** Where a coin’s token lies, as `source` says it; seen there on `date`. */
export interface KnownContract extends CoinContract {
  source: string
  date: string
}

/** One coin of the catalogue. The snapshot is never edited; what is learned later becomes another dated fact. */
export interface CatalogEntry {
  id: string
  snapshot: CoinSnapshot
  facts: readonly LaterFact[]
  /** Without an entry none is known: a coin of its own chain has no contract there. */
  contracts?: readonly KnownContract[]
  /** The project's own site, where the research met it. */
  site?: { url: string; source: string; asOf: string }
}
