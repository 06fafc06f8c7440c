// What a trader looks for in a coin before he buys it, and whether a coin has it: the publication's four, and free ones.

import type { Coin } from '../coin.ts'

/** Those of the publication: its tech score, and the three words of its choice. */
export const PUBLISHED_CRITERIA = ['tech-score', 'fundamentals', 'staying-power', 'top-100'] as const
export type PublishedCriterion = (typeof PUBLISHED_CRITERIA)[number]

export const CRITERION_VERDICTS = ['met', 'not-met', 'unknown'] as const
export type CriterionVerdict = (typeof CRITERION_VERDICTS)[number]

export interface Criterion {
  criterionId: string
  /** The trader's words; `null` for one of the publication's, whose name is the page's. */
  name: string | null
}

/** What is known of one criterion at one coin. A coin without one is unknown there. */
export interface CriterionMark {
  criterionId: string
  verdict: CriterionVerdict
  /** `score`: it follows from the tech score, as long as the trader has said nothing. */
  by: 'trader' | 'score'
  /** When it was marked, or the day of the score where that is known. */
  at: string | null
}

/** What a tech score says by itself; nothing where there is none, or only one of another kind. */
export function byScore(
  { score, origin }: Pick<Coin, 'score' | 'origin'>,
  least: number,
  published: string,
): CriterionMark[] {
  if (score?.kind !== 'tech') return []
  const verdict = score.value >= least ? 'met' : 'not-met'
  return [{ criterionId: 'tech-score', verdict, by: 'score', at: origin === 'catalogue' ? published : null }]
}
