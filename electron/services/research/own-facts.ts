// What the trader found out about a coin, entered a fact at a time. For a coin of his own it is all that is known of score, claim
// and stages; beside a researched coin it stands apart, and takes no fact's place.

import type { Coin, CoinStage, ScoreKind } from '../../../shared/coin.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import { divide, multiply } from '../../../shared/decimal.ts'
import type { CoinContract } from '../../../shared/markets/contracts.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { type CoinFact, dateOf, factsOf } from '../../../shared/research/coin-facts.ts'
import { AppError } from '../../../shared/result.ts'
import type { FactStore } from '../../ports/research.ts'
import type { Clock, NewId } from '../../ports/system.ts'

export interface OwnFacts {
  /** @throws AppError `NOT_FOUND`, `BAD_INPUT` without a value */
  save(input: Input<'coinFacts.save'>): void
  /** @throws AppError `NOT_FOUND` */
  remove(input: Input<'coinFacts.remove'>): void
}

/** More than anybody enters by hand; one coin must not fill the profile. */
const MAX_FACTS = 300

/** Builds it. `assertCoin` throws for a coin that is not there. */
export function createOwnFacts(
  store: FactStore,
  assertCoin: (coinId: string) => void,
  clock: Pick<Clock, 'now'>,
  newId: NewId,
): OwnFacts {
  const find = (coinId: string, factId: string): CoinFact => {
    const fact = store.fact(factId)
    if (fact === null || fact.coinId !== coinId) throw new AppError('NOT_FOUND', reason('UNKNOWN_FACT'))
    return fact
  }
  return {
    save: ({ coinId, factId, value, source, asOf }) => {
      assertCoin(coinId)
      const before = factId === undefined ? null : find(coinId, factId)
      const now = value ?? before?.value
      if (now === undefined) throw new AppError('BAD_INPUT', reason('FACT_NEEDS_VALUE'))
      if (before === null && (store.facts().get(coinId)?.length ?? 0) >= MAX_FACTS) {
        throw new AppError('BAD_INPUT', reason('TOO_MANY_FACTS', { most: MAX_FACTS }))
      }
      store.saveFact({
        factId: before?.factId ?? newId(),
        coinId,
        value: now,
        source: source === undefined ? (before?.source ?? null) : source,
        asOf: asOf === undefined ? (before?.asOf ?? null) : asOf,
        savedAt: new Date(clock.now()).toISOString(),
      })
    },
    remove: ({ coinId, factId }) => {
      find(coinId, factId)
      store.removeFact(factId)
    },
  }
}

/** What a coin of the trader's own shows of his facts, where a researched one shows what was published. */
export function shownOf(facts: readonly CoinFact[]): Pick<Coin, 'score' | 'stages' | 'early'> & {
  published: Coin['airdrop']['published']
} {
  const stages = stagesOf(facts)
  return {
    score: scoreOf(facts),
    stages,
    // Nothing is known of a coin that the trader added himself, so it counts as early until he says otherwise.
    early: !stages.some(({ stage }) => stage === 'listed' || stage === 'limit-only'),
    published: factsOf(facts, 'airdrop')[0]?.value.claim ?? null,
  }
}

/** Contracts by the trader's facts. */
export const contractsOf = (facts: readonly CoinFact[]): CoinContract[] =>
  factsOf(facts, 'contract').map(({ value: { chain, address } }) => ({ chain, address }))

const KINDS: Readonly<Record<string, ScoreKind>> = {
  ...{ tech: 'tech', technology: 'tech', 'technology grade': 'tech', 'tech score': 'tech' },
  ...{ fundamental: 'fundamental', fundamentals: 'fundamental', 'fundamental grade': 'fundamental' },
}

/** The newest of a kind that is published of coins too, of 100. Of other kinds there is no one scale to compare by. */
function scoreOf(facts: readonly CoinFact[]): Coin['score'] {
  for (const { value } of factsOf(facts, 'score')) {
    const kind = KINDS[value.name.toLowerCase()]
    if (kind !== undefined) return { kind, value: Number(divide(multiply(value.value, '100'), value.outOf)) }
  }
  return null
}

/** One stage a venue: the latest stands. */
function stagesOf(facts: readonly CoinFact[]): CoinStage[] {
  const latest = new Map<string, CoinStage>()
  for (const fact of factsOf(facts, 'stage')) {
    const { venue, stage } = fact.value
    if (latest.has(venue ?? '')) continue
    const asOf = dateOf(fact).slice(0, 10)
    latest.set(venue ?? '', { venue, instrument: null, stage, asOf, source: fact.source ?? '' })
  }
  return [...latest.values()]
}
