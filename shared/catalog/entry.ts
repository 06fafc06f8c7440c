// The shape of one coin file in this catalogue.

import type { CoinSnapshot, LaterFact } from '../coin.ts'

/** One coin of the catalogue. The snapshot is never edited; what is learned later becomes another dated fact. */
export interface CatalogEntry {
  id: string
  snapshot: CoinSnapshot
  facts: readonly LaterFact[]
}
