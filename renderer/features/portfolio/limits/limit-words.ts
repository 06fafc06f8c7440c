// The names of limits, and of what they count.

import type { LimitPart, LimitState, RuleName } from '../../../../shared/portfolio.ts'
import { text } from '../../../messages/late/en.ts'
import { type CoinsState, coinName } from '../../../state/coins/coins-store.ts'

const words = text.limits

/** A limit of a group by what it is for. */
export function limitName({ rule, name, subject }: Pick<LimitState, 'rule' | 'name' | 'subject'>): string {
  const of = name ?? subject
  return of === null ? words.rules[rule] : `${words.rules[rule]}: ${of}`
}

/** What an override is of, by the groups that are there now, or the coin. */
export function overriddenName(
  { rule, subject }: { rule: RuleName | null; subject: string | null },
  states: readonly LimitState[],
  coins: Pick<CoinsState, 'coins'>,
): string {
  if (rule === null) return words.oneOrder
  const state = states.find((each) => each.rule === rule && each.subject === subject)
  if (state !== undefined) return limitName(state)
  const isCoin = rule === 'project' || rule === 'early-stage'
  return limitName({ rule, subject, name: subject !== null && isCoin ? coinName(coins, subject) : null })
}

/** A part of a limit's sum. */
export function partName({ coinId, asset }: LimitPart, coins: Pick<CoinsState, 'coins'>): string {
  return coinId === null ? (asset ?? words.openBuys) : coinName(coins, coinId)
}
