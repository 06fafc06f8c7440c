// Which coin a market of an exchange trades, how that is known, and what became of the market. A ticker alone proves nothing:
// several coins can have it.

import type { Decimal } from '../decimal.ts'
import type { Reason } from '../reasons/reason.ts'
import type { MarketStage } from './market-stages.ts'

/**
 * `contract`: the exchange names the contract of the coin. `confirmed`: the trader said so, or the research saw the coin there
 * under this ticker. `ticker`: nobody said anything, the tickers are equal. `refused`: it is another coin, by the trader's word
 * or by its contract.
 */
export type ListingMatch = 'contract' | 'confirmed' | 'ticker' | 'refused'

/** What told of a listing: the exchange's public list, one of the trader's accounts, or only his own plan. */
export type ListingSource = 'list' | 'account' | 'plan'

/** A market as one that a coin may trade in. */
export interface Listing {
  venue: string
  /** The accounts for which this is known; the answer of the trader can be different for each. */
  accountIds: string[]
  market: string
  coinId: string
  stage: MarketStage
  /** By the exchange's own data, or by the trader's plan where that tells none. */
  opensAt: string | null
  closesAt: string | null
  /** Since when it is in this stage, as far as that was seen; `null` where it was so when it was looked at first. */
  since: string | null
  /** When the exchange told it last; `null` where none has yet. */
  seenAt: string | null
  source: ListingSource
  match: ListingMatch
}

/** One change of a market's stage, told once. */
export interface ListingEvent {
  /** Rises; what is asked for as `before` to go on. */
  eventId: number
  venue: string
  market: string
  /** The coins that it may be, without those that were refused. */
  coinIds: string[]
  match: ListingMatch
  /** `null`: it was not on the list before. */
  from: MarketStage | null
  to: MarketStage
  /** By the exchange's own clock; `null` where it tells none. */
  at: string | null
  /** By this machine's clock. */
  seenAt: string
  opensAt: string | null
  /** When it ends, by the exchange's own data. */
  closesAt: string | null
}

/** When and where a coin lists, by the trader's word, and by the exchange's where that tells. */
export interface ListingPlan {
  coinId: string
  venue: string
  market: string
  /** The one that counts: the exchange's, else the trader's. */
  opensAt: string
  setBy: 'trader' | 'exchange'
  plannedOpensAt: string
  /** `null` while the exchange tells none. */
  exchangeOpensAt: string | null
  /** The stage that the exchange tells; `null` while it lists no such market. */
  stage: MarketStage | null
  match: ListingMatch
  /** What to add to this machine's clock for the exchange's, milliseconds; `null` where that is not known. */
  clockOffsetMs: number | null
  /** When the exchange was asked last. */
  seenAt: string | null
  savedAt: string
}

export const PREFLIGHT_CHECKS = [
  'account',
  'vault',
  'key',
  'balance',
  'market',
  'limits',
  'sending',
  'clock',
  'connection',
] as const
export type PreflightCheck = (typeof PREFLIGHT_CHECKS)[number]

export const PREFLIGHT_ACTIONS = [
  'add-account',
  'unlock-vault',
  'check-key',
  'replace-key',
  'confirm-key',
  'fund-account',
  'open-account',
  'confirm-market',
  'reduce-holding',
  'resume-sending',
  'set-clock',
  'switch-on-source',
  'wait',
] as const
/** What the trader can do about a check that is not ok. */
export type PreflightAction = (typeof PREFLIGHT_ACTIONS)[number]

export interface PreflightItem {
  check: PreflightCheck
  /** `unknown`: nothing is known of it without asking the exchange. */
  state: 'ok' | 'attention' | 'unknown'
  /** What was seen. */
  reason: Reason
  action: PreflightAction | null
}

/** Whether an order could go out at the opening, for one account; `accountId: null` where the trader has none there. */
export interface PreflightTarget {
  venue: string
  market: string
  opensAt: string | null
  accountId: string | null
  items: PreflightItem[]
}

export interface Preflight {
  coinId: string
  checkedAt: string
  targets: PreflightTarget[]
}

/** What the trader looks at before he says whether a market trades his coin. */
export interface ListingQuestion {
  venue: string
  market: string
  /** The ticker at the exchange. */
  ticker: string
  coinName: string
  /** Of the coin, as far as they are known; `CHAIN:address`. */
  contracts: string[]
  /** In USDT: of the market, and of the coin where its market is known for certain. */
  venuePrice: Decimal | null
  coinPrice: Decimal | null
  /** Others that are known to have this ticker. */
  collisions: string[]
}
