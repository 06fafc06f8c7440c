// The shape of one coin file in this catalogue.

import type { CoinSnapshot, LaterFact } from '../coin.ts'

/** One coin of the catalogue. The snapshot is never edited; what is learned later becomes another dated fact. */
export interface CatalogEntry {
  id: string
  snapshot: CoinSnapshot
  facts: readonly LaterFact[]
  /** The project's own site, where the research met it. */
  site?: { url: string; source: string; asOf: string }
}
