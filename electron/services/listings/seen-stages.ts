// In which stage each exchange that is on lists a coin now, of markets that are known to be the coin's.

import type { SeenStage } from '../../../shared/coin.ts'
import { MARKET_STAGES, type MarketStage } from '../../../shared/markets/market-stages.ts'
import type { ListedRow, ListingStore } from '../../ports/listings.ts'
import type { MarketLists } from '../../ports/market-lists.ts'
import type { ListingView } from './listing-view.ts'

/** Of several markets at one exchange the first of these says what can be done there. */
const FIRST: readonly MarketStage[] = ['trading', 'limit-only', 'post-only', 'auction', 'pre-launch', 'announced']
const rankOf = (stage: MarketStage): number => {
  const at = FIRST.indexOf(stage)
  return at < 0 ? FIRST.length + MARKET_STAGES.indexOf(stage) : at
}

export interface SeenStageParts {
  store: Pick<ListingStore, 'rows' | 'reads'>
  lists: Pick<MarketLists, 'venues'>
  coinsOf: ListingView['coinsOf']
}

/** Builds what answers with the stages of every coin that has any; one that only shares a ticker has none. */
export function createSeenStages({ store, lists, coinsOf }: SeenStageParts): () => ReadonlyMap<string, SeenStage[]> {
  return () => {
    const seen = new Map<string, SeenStage[]>()
    const reads = store.reads()
    for (const venue of lists.venues()) {
      const at = reads.get(venue)?.readAt
      if (at === undefined) continue
      for (const [coinId, { market, stage }] of firstOfEach(store.rows(venue), coinsOf)) {
        seen.set(coinId, [...(seen.get(coinId) ?? []), { venue, market, stage, seenAt: at }])
      }
    }
    return seen
  }
}

function firstOfEach(rows: readonly ListedRow[], coinsOf: ListingView['coinsOf']): Map<string, ListedRow> {
  const best = new Map<string, ListedRow>()
  for (const row of rows) {
    for (const { coinId, match } of coinsOf(row)) {
      if (match !== 'contract' && match !== 'confirmed') continue
      const before = best.get(coinId)
      if (before === undefined || rankOf(row.stage) < rankOf(before.stage)) best.set(coinId, row)
    }
  }
  return best
}
