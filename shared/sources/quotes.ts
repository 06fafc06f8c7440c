// What a coin costs by public data: one quote that counts, and what else is known beside it. Decimals are strings, `null` is
// unknown and never zero, times are ISO 8601 UTC.

import type { Decimal } from '../decimal.ts'
import type { Reason } from '../reasons/reason.ts'
import type { SourceId } from './sources.ts'

/** How a quote is known to be of this coin: none is ever taken by its ticker alone. */
export type QuoteBasis = 'market' | 'contract' | 'confirmed-id'

/** Another source's price that lies more than 5% from the one that counts. */
export interface DifferingPrice {
  source: SourceId | 'practice'
  venue: string | null
  price: Decimal
  currency: string
  at: string | null
  /** (other - this) / this, as a fraction with a sign. */
  by: Decimal
}

export interface Quote {
  coinId: string
  price: Decimal
  /** `USD`, or the currency of the market. */
  currency: string
  source: SourceId | 'practice'
  /** The exchange whose market it is; `null` for a price without one. */
  venue: string | null
  /** The market in ccxt's spelling; `null` as above. */
  market: string | null
  basis: QuoteBasis
  /** The source's own time; `null` where it tells none. */
  at: string | null
  /** When Prelist got it. */
  receivedAt: string
  bid: Decimal | null
  ask: Decimal | null
  /** Of the price, as a fraction with a sign: `-0.05` is 5% down. */
  change24h: Decimal | null
  /** In `currency`. */
  volume24h: Decimal | null
  marketCap: Decimal | null
  /** How sure the source says it is, from 0 to 1; `null` where it does not say. */
  confidence: Decimal | null
  /** True for whatever comes from the practice exchange: no real price. */
  simulated: boolean
  differs: DifferingPrice[]
}

/** Facts of a coin's market by CoinGecko, in USD. */
export interface MarketFacts {
  source: SourceId
  /** The source's own name for the coin. */
  remoteId: string
  at: string | null
  receivedAt: string
  marketCap: Decimal | null
  rank: number | null
  fullyDilutedValue: Decimal | null
  volume24h: Decimal | null
  high24h: Decimal | null
  low24h: Decimal | null
  circulatingSupply: Decimal | null
  totalSupply: Decimal | null
  maxSupply: Decimal | null
  allTimeHigh: Decimal | null
  allTimeHighAt: string | null
  categories: string[]
  /** Third-party addresses, https only; shown with their host, opened after one look. */
  links: { kind: 'site' | 'docs' | 'explorer' | 'code' | 'social'; url: string }[]
  /** A page of the source that the coin has before it trades. */
  isPreview: boolean | null
}

/** One grade as Token Metrics gives it; never mixed with the published 2024 score. */
export interface Grades {
  source: SourceId
  remoteId: string
  /** The day that the grades are of. */
  at: string | null
  receivedAt: string
  /** 0 to 100. */
  tmGrade: Decimal | null
  fundamental: Decimal | null
  technology: Decimal | null
  trader: Decimal | null
  /** The source's own words. */
  signal: string | null
  momentum: string | null
  fundamentalClass: string | null
  /** 1 bullish, 0 none, -1 bearish. */
  tradingSignal: -1 | 0 | 1 | null
  /** The parts that a grade is made of, by the source's names. */
  parts: { name: string; value: Decimal }[]
  /** A page of the source about this coin; `null` where it names none that works. */
  url: string | null
}

/** Everything that public data says of one coin. */
export interface QuoteDetail {
  /** The one that counts; `null` while none is known. */
  quote: Quote | null
  /** Every price that is known, the one that counts first. */
  all: Quote[]
  facts: MarketFacts | null
  grades: Grades | null
  /** Why a source that is on says nothing of this coin. */
  silent: { source: SourceId; why: Reason }[]
}

export const HISTORY_RANGES = ['1d', '7d', '30d', '1y', 'max'] as const
export type HistoryRange = (typeof HISTORY_RANGES)[number]

/** Of a source that tells a price a time and no more, `open`, `high`, `low` are `null`. */
export interface Candle {
  at: string
  open: Decimal | null
  high: Decimal | null
  low: Decimal | null
  close: Decimal
  volume: Decimal | null
}

export interface History {
  coinId: string
  range: HistoryRange
  /** The oldest first; empty where nothing is known. */
  candles: Candle[]
  currency: string | null
  source: SourceId | null
  venue: string | null
  market: string | null
  receivedAt: string | null
  /** Why there is none, or why it is an old one. */
  problem: Reason | null
}
