// The published selection rule as a filter: a tech score of so much or more. What has no tech score is unknown.

import type { Coin } from './coin.ts'

export interface Screening<T> {
  passes: T[]
  fails: T[]
  /** Coins without a tech score, a fundamental score included: the two kinds cannot be compared. */
  unknown: T[]
}

/** Sorts coins by whether their tech score reaches `min`, keeping their order. An unknown is never counted as a fail. */
export function screenByTechScore<T extends Pick<Coin, 'score'>>(coins: readonly T[], min: number): Screening<T> {
  const screening: Screening<T> = { passes: [], fails: [], unknown: [] }
  for (const coin of coins) {
    if (coin.score?.kind !== 'tech') screening.unknown.push(coin)
    else if (coin.score.value >= min) screening.passes.push(coin)
    else screening.fails.push(coin)
  }
  return screening
}
