// The trader's criteria in words, and as values by which the list is filtered: `<criterion>:<verdict>`.

import type { Coin } from '../../../../shared/coin.ts'
import {
  CRITERION_VERDICTS,
  type Criterion,
  type CriterionVerdict,
  PUBLISHED_CRITERIA,
} from '../../../../shared/research/criteria.ts'
import { text } from '../../../messages/late/en.ts'
import { useCriteria } from '../../../state/research/criteria-store.ts'

const words = text.criteria

/** What a criterion is called. */
export function criterionName({ criterionId, name }: Criterion): string {
  const published = PUBLISHED_CRITERIA.find((each) => each === criterionId)
  return name ?? (published === undefined ? criterionId : words.published[published])
}

/** The same by its id; one that is not known, or not yet, says so. */
export function nameOfCriterion(criterionId: string, criteria: readonly Criterion[] | null): string {
  const published = PUBLISHED_CRITERIA.find((each) => each === criterionId)
  if (published !== undefined) return words.published[published]
  return criteria?.find((each) => each.criterionId === criterionId)?.name ?? words.gone
}

/** A value of the filter. */
export const verdictValue = (criterionId: string, verdict: CriterionVerdict) => `${criterionId}:${verdict}`

/** The criterion that a value is about. */
export const criterionIn = (value: string) => value.slice(0, Math.max(0, value.lastIndexOf(':')))

/** What is marked of a coin; a criterion that nobody marked has no value, and counts as unknown. */
export const verdictsOf = ({ criteria }: Pick<Coin, 'criteria'>): string[] =>
  criteria.map(({ criterionId, verdict }) => verdictValue(criterionId, verdict))

/** Each criterion that is asked about has to fit, by one of the verdicts that are asked for. */
export function meetsVerdicts(asked: readonly string[]): (coin: Pick<Coin, 'criteria'>) => boolean {
  const wanted = Map.groupBy(asked, criterionIn)
  return (coin) => {
    const marked = new Map(verdictsOf(coin).map((value) => [criterionIn(value), value]))
    return [...wanted].every(([criterionId, values]) =>
      values.includes(marked.get(criterionId) ?? verdictValue(criterionId, 'unknown')),
    )
  }
}

/** A value in words, as one of the filter's chips. */
export function sayVerdict(value: string): string {
  const verdict = CRITERION_VERDICTS.find((each) => value.endsWith(`:${each}`))
  const name = nameOfCriterion(criterionIn(value), useCriteria.getState().criteria)
  return verdict === undefined ? name : words.chip(name, words.verdicts[verdict].toLowerCase())
}
