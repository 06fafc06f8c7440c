// What is known about a coin's listings: a stage belongs to a venue, and the latest one at each venue counts.

import type { CoinStage } from '../../../shared/coin.ts'

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
