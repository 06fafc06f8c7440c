// What became of the publication's claims, as far as facts that were recorded later say: a claim without one is unknown, and counts
// as neither right nor wrong. Pure.

import type { LaterFact, PublishedAirdrop } from '../coin.ts'
import type { CatalogEntry } from './entry.ts'

/** `open`: a later fact speaks of the airdrop, and of no end that is known. */
export type ClaimResult = 'held' | 'open' | 'unknown'

export interface Outcome {
  coinId: string
  name: string
  claim: PublishedAirdrop
  result: ClaimResult
  /** The fact behind the result; `null` where it is unknown. */
  airdrop: LaterFact | null
  /** The publication calls all of its coins not trading yet: the first listing that was found, and the last delisting. */
  listed: LaterFact | null
  delisted: LaterFact | null
}

/** One for each coin, in the order of the publication. */
export function outcomesOf(entries: readonly CatalogEntry[]): Outcome[] {
  return [...entries]
    .sort((one, other) => one.snapshot.rank - other.snapshot.rank)
    .map(({ id, snapshot, facts }) => {
      const airdrop = facts.findLast((fact) => fact.airdrop !== undefined) ?? null
      const dated = facts.toSorted((one, other) => ((one.date ?? '') < (other.date ?? '') ? -1 : 1))
      return {
        coinId: id,
        name: snapshot.name,
        claim: snapshot.airdrop,
        result: airdrop === null ? 'unknown' : airdrop.airdrop === 'happened' ? 'held' : 'open',
        airdrop,
        listed: dated.find(({ stage }) => stage === 'listed' || stage === 'limit-only') ?? null,
        delisted: dated.findLast(({ stage }) => stage === 'delisted') ?? null,
      }
    })
}

/** How often each claim held. */
export function tallyOf(outcomes: readonly Outcome[]): Record<PublishedAirdrop, Record<ClaimResult, number>> {
  const of = (claim: PublishedAirdrop, result: ClaimResult) =>
    outcomes.filter((each) => each.claim === claim && each.result === result).length
  const all = (claim: PublishedAirdrop) => ({
    held: of(claim, 'held'),
    open: of(claim, 'open'),
    unknown: of(claim, 'unknown'),
  })
  return { confirmed: all('confirmed'), probable: all('probable') }
}
