// Where market data comes from, and what each source may be asked: the list that settings show. Nothing here is a secret.

import type { KeySource } from '../accounts.ts'
import type { Reason } from '../reasons/reason.ts'
import { publicVenues } from '../venues/fact-sheets.ts'
import type { KnownExchange } from '../venues/known.ts'

/** Exchanges whose public data is read; it needs no key. */
export const PUBLIC_VENUES: readonly KnownExchange[] = publicVenues()

/** What is no exchange: prices and research. */
export const OTHER_SOURCES = ['defillama', 'coingecko', 'token-metrics', 'cryptorank'] as const
export type OtherSource = (typeof OTHER_SOURCES)[number]

export type SourceId = OtherSource | KnownExchange
export const SOURCE_IDS: readonly SourceId[] = [...OTHER_SOURCES, ...PUBLIC_VENUES]

/**
 * CoinGecko gives out two kinds of key, each for a host of its own. Token Metrics has two versions of its interface: `auto` takes the
 * newer one that answers.
 */
export const SOURCE_PLANS = ['demo', 'pro', 'auto', 'v3', 'v2'] as const
export type SourcePlan = (typeof SOURCE_PLANS)[number]

/** How often a source may be asked, and how often it was. `null` where no such limit is known. */
export interface SourceBudget {
  perMinute: number | null
  perDay: number | null
  perMonth: number | null
  /** Requests of the last minute, of this UTC day, of this UTC month. */
  usedThisMinute: number
  usedToday: number
  usedThisMonth: number
  /** False where the source itself has told what is used. */
  countedHere: boolean
  /** What a refresh costs and how many of them the budget allows; `null` where there is no daily or monthly limit. */
  arithmetic: Reason | null
}

/** The key of a source, without any of it but its last four characters. */
export interface SourceKey {
  source: KeySource
  /** `null` for a reference. */
  keyEnd: string | null
  /** Name of the variable, path, or command; `null` for a key in the vault. */
  place: string | null
  /** False for a reference that came with a backup: nothing is fetched by it until the trader enters it here. */
  isConfirmed: boolean
}

export interface Source {
  source: SourceId
  /** A name, the same in every language. */
  name: string
  kind: 'exchange' | 'prices' | 'research'
  /** False on a new profile: a source that is off is never asked. */
  enabled: boolean
  needsKey: boolean
  hasKey: boolean
  key: SourceKey | null
  /** Which kind of key it is, where the source has several. */
  plan: SourcePlan | null
  budget: SourceBudget
  /** The names of the machines that are asked. */
  hosts: string[]
  lastAskedAt: string | null
  lastAnswerAt: string | null
  /** What went wrong with the last request; `null` after one that was answered. */
  lastError: Reason | null
  /** It is not asked before this time; `null` while it may be. */
  restsUntil: string | null
  /** Words that must stand near the data, and where they link to; `null` where none are asked for. */
  attribution: { text: Reason; url: string } | null
}
