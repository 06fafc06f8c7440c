// What is known about a coin's listings: a stage belongs to a venue, and the latest one at each venue counts.

import type { Coin, CoinStage, ListingStage } from '../../../shared/coin.ts'
import { text } from '../../messages/en.ts'

/** The latest stage at each venue, in the order of the venues' first mention. "Unknown" is no evidence and is left out. */
export function latestByVenue(stages: readonly CoinStage[]): CoinStage[] {
  const byVenue = new Map<string | null, CoinStage>()
  for (const stage of stages) {
    const known = byVenue.get(stage.venue)
    // Dates keep their precision, and as text a year sorts before any day in it.
    if (stage.stage !== 'unknown' && (known === undefined || known.asOf <= stage.asOf)) byVenue.set(stage.venue, stage)
  }
  return [...byVenue.values()]
}

export interface ShownStage {
  venue: string | null
  words: string
  /** What it comes to in the words of the publication; `null` for a stage that these do not have. */
  stage: ListingStage | null
}

/** As the publication says it: what trades in whatever way is listed. */
const AS_PUBLISHED: Readonly<Record<string, ListingStage>> = {
  ...{ trading: 'listed', 'post-only': 'listed', 'limit-only': 'limit-only', 'cancel-only': 'listed' },
  ...{ halted: 'listed', delisting: 'listed', delisted: 'delisted' },
}

/** What exchanges list now, and of all others the latest that was found out: an exchange knows its own list best. */
export function shownStages({ stages, seen = [] }: Pick<Coin, 'stages' | 'seen'>): ShownStage[] {
  const told = seen.filter(({ stage }) => stage !== 'unknown')
  const found = latestByVenue(stages).filter(({ venue }) => !told.some((each) => each.venue === venue))
  return [
    ...told.map(({ venue, stage }) => {
      return { venue, words: text.stages.name[stage], stage: AS_PUBLISHED[stage] ?? null }
    }),
    ...found.map(({ venue, stage }) => ({ venue, words: text.coins.stage[stage], stage })),
  ]
}
