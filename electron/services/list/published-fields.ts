// What a researched coin is called in a file of the list: as published, and never read back.

import { tickerOf } from '../../../shared/catalog/derive.ts'
import type { CatalogEntry } from '../../../shared/catalog/entry.ts'

/** Its fields. */
export const fieldsOf = (entry: CatalogEntry) => ({
  id: entry.id,
  name: entry.snapshot.name,
  ticker: tickerOf(entry),
  what: entry.snapshot.what,
  narratives: [...entry.snapshot.narratives],
})
