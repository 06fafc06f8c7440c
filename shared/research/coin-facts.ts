// What the trader himself found out about a coin: one fact a row, each with its source and its day. Published facts stay what
// they are; these stand beside them.

import type { ListingStage, PublishedAirdrop } from '../coin.ts'
import type { Decimal } from '../decimal.ts'

export const LINK_PLACES = [
  'website',
  'app',
  'docs',
  'claim',
  'x',
  'discord',
  'telegram',
  'github',
  'explorer',
  'other',
] as const
export type LinkPlace = (typeof LINK_PLACES)[number]

/** Facts that are a line of text. `event`: something that happened, for the coin's timeline. */
export const TEXT_FACTS = ['narrative', 'competitor', 'team', 'reason', 'alias', 'launch', 'event'] as const
export type TextFact = (typeof TEXT_FACTS)[number]

export type CoinFactValue =
  /** `official`: the project's own, as the trader has checked it. Other links are held against it. */
  | { kind: 'link'; place: LinkPlace; url: string; official: boolean }
  | { kind: 'contract'; chain: string; address: string; official: boolean }
  | { kind: 'stage'; venue: string | null; stage: ListingStage }
  /** Of any kind, on any scale. */
  | { kind: 'score'; name: string; value: Decimal; outOf: Decimal }
  | { kind: 'airdrop'; claim: PublishedAirdrop }
  | { kind: 'backer'; name: string; role: string | null }
  /** `coinId` where the coin is in the list. */
  | { kind: 'comparable'; name: string; coinId: string | null }
  /** One unit's, as the trader noted it: it values what he holds where no market does; no order and no limit counts it. */
  | { kind: 'price'; price: Decimal; currency: string }
  | { kind: TextFact; text: string }

export const FACT_KINDS = [
  ...(['link', 'contract', 'stage', 'score', 'airdrop', 'backer', 'comparable', 'price'] as const),
  ...TEXT_FACTS,
] as const
export type FactKind = (typeof FACT_KINDS)[number]

export interface CoinFact {
  factId: string
  coinId: string
  value: CoinFactValue
  /** Where it was read; `null` where nobody noted it. */
  source: string | null
  /** The day, YYYY-MM-DD, or the moment for which it holds; `null` where only `savedAt` is known. */
  asOf: string | null
  /** When it was entered. */
  savedAt: string
}

/** The day or moment for which a fact is known. */
export const dateOf = ({ asOf, savedAt }: Pick<CoinFact, 'asOf' | 'savedAt'>): string => asOf ?? savedAt

/** The values of one kind, the newest first. */
export function factsOf<K extends FactKind>(
  facts: readonly CoinFact[],
  kind: K,
): (CoinFact & { value: Extract<CoinFactValue, { kind: K }> })[] {
  const isOf = (fact: CoinFact): fact is CoinFact & { value: Extract<CoinFactValue, { kind: K }> } =>
    fact.value.kind === kind
  return facts.filter(isOf).sort((one, other) => (dateOf(one) < dateOf(other) ? 1 : -1))
}
