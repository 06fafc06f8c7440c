// A coin as the trader sees it: the published research, what was found later, and his own notes, kept apart.

import type { CoinKind } from './assets.ts'
import type { CoinContract } from './markets/contracts.ts'
import type { MarketStage } from './markets/market-stages.ts'
import type { CoinFact } from './research/coin-facts.ts'
import type { CriterionMark } from './research/criteria.ts'

export type ScoreKind = 'tech' | 'fundamental'

/** A published score from 0 to 100. A coin without one has `null`, never 0. */
export interface Score {
  kind: ScoreKind
  value: number
}

export const PUBLISHED_AIRDROPS = ['confirmed', 'probable'] as const
export type PublishedAirdrop = (typeof PUBLISHED_AIRDROPS)[number]

/** What was found out about an airdrop after the publication. `unknown` is never assumed to be `open`. */
export type AirdropState = 'ongoing-or-ended' | 'happened'

export const AIRDROP_PROGRESS = [
  'not-started',
  'in-progress',
  'done',
  'eligible',
  'not-eligible',
  'claimed',
  'sold',
  'missed',
  'skipped',
  'unknown',
] as const

/** How far the trader himself is with an airdrop. */
export type AirdropProgress = (typeof AIRDROP_PROGRESS)[number]

/** A dated finding: `asOf` is the day of the event where known, else the day on which it was recorded. */
export interface AirdropNow {
  state: AirdropState
  asOf: string
  source: string
}

export const LISTING_STAGES = ['listed', 'limit-only', 'delisted', 'unknown'] as const
export type ListingStage = (typeof LISTING_STAGES)[number]

/** One stage at one venue; `venue: null` means that the evidence names none. */
export interface CoinStage {
  venue: string | null
  instrument: string | null
  stage: ListingStage
  asOf: string
  source: string
}

/** What an exchange's own list says of a coin now; one market an exchange. */
export interface SeenStage {
  venue: string
  market: string
  stage: MarketStage
  seenAt: string
}

/** A ticker of a coin and the days, YYYY-MM-DD, from and until which it is used; `null` where that is not known. */
export interface CoinTicker {
  ticker: string
  since: string | null
  until: string | null
}

export interface Coin {
  id: string
  name: string
  /** The ticker seen at a venue; `null` where none was found. Never a ticker that the project merely claims. */
  ticker: string | null
  /** Every ticker that it has or had, the one above among them. A holding under any of them is one of this coin. */
  tickers: CoinTicker[]
  /** Where its token lies, by the trader's word: an exchange that names one of these trades this coin. */
  contracts: CoinContract[]
  origin: 'catalogue' | 'own'
  /** Position in the publication; `null` for the trader's own coins. */
  rank: number | null
  what: string
  narratives: string[]
  score: Score | null
  airdrop: { published: PublishedAirdrop | null; now: AirdropNow | null; progress: AirdropProgress }
  stages: CoinStage[]
  /** By the public lists of exchanges that are on; missing where nobody has looked. */
  seen?: readonly SeenStage[] | undefined
  /** Counts against the early-stage limit: no venue lists it yet, or the trader said so. */
  early: boolean
  earlySetBy: 'evidence' | 'trader'
  /** Limits hold for projects alone: not for money, nor for what stands for it, nor for the majors. */
  kind: CoinKind
  kindSetBy: 'evidence' | 'trader'
  watched: boolean
  tags: string[]
  /** The trader's criteria that anything is known of; what is missing is unknown. */
  criteria: CriterionMark[]
  /** The beginning of the trader's note; `null` where he wrote none. */
  noteLine: string | null
  /** The publisher's own stake, shown beside every coin that it wrote about; `null` for the trader's own coins. */
  interest: string | null
}

/** One thing found after the publication, with its source. `date` keeps its precision (YYYY, YYYY-MM or YYYY-MM-DD). */
export interface LaterFact {
  fact: string
  source: string
  date: string | null
  stage: ListingStage | null
  venue?: string | null
  instrument?: string
  ticker?: string
  /** What the project writes where the ticker belongs to another coin at exchanges. Never matched on. */
  claimedTicker?: string
  airdrop?: AirdropState
}

/** A coin as published, word for word of the facts; nothing found later ever overwrites it. */
export interface CoinSnapshot {
  rank: number
  name: string
  formerly?: string
  aliases?: string[]
  ticker: string | null
  tickerCollisions?: string[]
  what: string
  narratives: string[]
  /** Whether the publication itself names the narratives, or they were derived from its description. */
  narrativesStated: boolean
  score: Score | null
  comparable: string
  comparableNote?: string
  competitors: string[]
  team?: string[]
  backers: { name: string; role: string }[]
  why: string[]
  launchHint?: string
  airdrop: PublishedAirdrop
  /** Correct spelling to the publication's spelling, where they differ. */
  asPublished: Record<string, string>
}

export interface Publication {
  title: string
  publisher: string
  published: string
  presenter: string
  note: string
  interest: string
  disclaimer: string
}

/** Everything known about one coin: for the detail page. */
export interface CoinDetail extends Coin {
  publication: Publication | null
  snapshot: CoinSnapshot | null
  facts: LaterFact[]
  /** The day on which the later facts were recorded. */
  factsRecordedOn: string | null
  /** Other coins that use the same ticker somewhere. */
  collisions: { ticker: string; others: string[] }[]
  note: { text: string; updatedAt: string } | null
  /** What the trader found out himself, in the order in which it was entered. */
  ownFacts: CoinFact[]
  /** The project's own site, where the research met it. */
  site: { url: string; source: string; asOf: string } | null
}
