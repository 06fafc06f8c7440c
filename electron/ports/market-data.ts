// What the services ask of the worker that reads public market data: one request each, and plain data back. The worker holds no key
// and knows no order; what needs a key is fetched in the vault's process and only read here.

import type { Decimal } from '../../shared/decimal.ts'
import type { MarketStage, Takes } from '../../shared/markets/market-stages.ts'
import type { Reason } from '../../shared/reasons/reason.ts'
import type { Candle, HistoryRange } from '../../shared/sources/quotes.ts'
import type { SourceId, SourcePlan } from '../../shared/sources/sources.ts'
import type { KeyUse } from './vault.ts'

/** A market as the exchange lists it; nobody has said which coin it trades. */
export interface PublicMarket {
  /** The exchange's own word for it. */
  id: string
  /** As ccxt spells it: `PEAQ/USDT`. */
  market: string
  base: string
  quote: string
  stage: MarketStage
  opensAt: string | null
  closesAt: string | null
  /** Of the base, each `CHAIN:address` or the address alone; `null` where this list is none that names contracts. */
  contracts: string[] | null
  takes?: Takes | undefined
}

/** What an exchange tells of an asset beside its markets: where its tokens lie, each `CHAIN:address`. */
export interface PublicAsset {
  asset: string
  contracts: string[]
}

/** The title of something that an exchange announces, in one plain line. */
export interface PublicAnnouncement {
  title: string
  /** At the exchange's own domain, over https; `null` where it is elsewhere. */
  url: string | null
  at: string | null
}

export interface MarketTicker {
  market: string
  last: Decimal
  bid: Decimal | null
  ask: Decimal | null
  /** As a fraction with a sign. */
  change24h: Decimal | null
  /** In the quote currency. */
  volume24h: Decimal | null
  /** The exchange's own time; `null` where it tells none. */
  at: string | null
}

/** A price by the name under which it was asked for. */
export interface NamedPrice {
  name: string
  price: Decimal
  confidence: Decimal | null
  at: string | null
}

/** A coin as CoinGecko tells it; of a field that did not come nothing is known. */
export interface GeckoCoin {
  remoteId: string
  symbol: string
  at: string | null
  price: Decimal | null
  change24h: Decimal | null
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
}

/** What only the page of one coin tells. */
export interface GeckoPage {
  remoteId: string
  symbol: string
  isPreview: boolean | null
  categories: string[]
  links: { kind: 'site' | 'docs' | 'explorer' | 'code' | 'social'; url: string }[]
  /** `chain:address`, by CoinGecko's names of chains. */
  contracts: string[]
}

/** Of Token Metrics' interface, the newer first: the same names in small letters and in capitals. */
export const METRICS_VERSIONS = ['v3', 'v2'] as const
export type MetricsVersion = (typeof METRICS_VERSIONS)[number]
/** Rows of a page, and tokens of a question. */
export const METRICS_PAGE = 100
export const METRICS_PATHS = ['tm-grade', 'technology-grade', 'fundamental-grade', 'trading-signals', 'price'] as const
export type MetricsPath = (typeof METRICS_PATHS)[number]

/** One row of Token Metrics, its field names in one style: upper case, `24H`. Values are texts. */
export interface MetricsRow {
  tokenId: string
  symbol: string | null
  fields: Record<string, string>
}

export interface UsageRow {
  perMinute: number | null
  perDay: number | null
  perMonth: number | null
  usedToday: number | null
  usedThisMonth: number | null
}

/** What one request can be for, and the rows that its answer is made of. */
export interface Reads {
  markets: { of: { part: number; now: number }; row: PublicMarket }
  assets: { of: Record<string, never>; row: PublicAsset }
  announcements: { of: Record<string, never>; row: PublicAnnouncement }
  tickers: { of: { markets: { id: string; market: string }[] }; row: MarketTicker }
  candles: { of: { id: string; range: HistoryRange; now: number }; row: Candle }
  'llama-prices': { of: { names: string[] }; row: NamedPrice }
  'llama-chart': { of: { name: string; range: HistoryRange; now: number }; row: Candle }
  'gecko-markets': { of: { ids: string[] }; row: GeckoCoin }
  'gecko-contract': { of: { chain: string; address: string }; row: GeckoPage }
  'gecko-page': { of: { id: string }; row: GeckoPage }
  'gecko-chart': { of: { id: string; range: HistoryRange }; row: Candle }
  'gecko-usage': { of: Record<string, never>; row: UsageRow }
  'metrics-tokens': { of: { address: string; version: MetricsVersion }; row: MetricsRow }
  'metrics-rows': {
    of: { path: MetricsPath; ids: string[]; page: number; version: MetricsVersion }
    row: MetricsRow
  }
  'rank-usage': { of: Record<string, never>; row: UsageRow }
}
export type ReadKind = keyof Reads

export interface Read<K extends ReadKind = ReadKind> {
  source: SourceId
  plan: SourcePlan | null
  /** Base URL in place of the source's own; `null` for its own. */
  host: string | null
  kind: K
  of: Reads[K]['of']
}

/** How a request ended badly. `asked`: the pause that the source names, milliseconds; `null` where it names none. */
export interface SourceTrouble {
  why: Reason
  kind: 'limit' | 'refused' | 'failed'
  asked: number | null
}

export type ReadAnswer<Row> =
  | { ok: true; rows: Row[] /** The source's own time for all of it. */; at: string | null }
  | { ok: false; trouble: SourceTrouble }

export interface MarketData {
  /** One request, or none where it cannot leave. `key`: for a source that needs one. @throws never */
  read<K extends ReadKind>(read: Read<K>, key: KeyUse | null): Promise<ReadAnswer<Reads[K]['row']>>
  /** Ends the worker; what is under way fails. */
  close(): Promise<void>
}
