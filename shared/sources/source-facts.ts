// Each source of market data: where it is asked, what its documents allow, and what it wants to be named as. Addresses stand
// here and nowhere else, so that a key can travel to no host but its own.

import { FACTS } from '../venues/fact-sheets.ts'
import { EXCHANGE_NAMES, type KnownExchange } from '../venues/known.ts'
import { type OtherSource, PUBLIC_VENUES, type SourceId, type SourcePlan } from './sources.ts'

export interface SourceLimits {
  perMinute: number | null
  perDay: number | null
  perMonth: number | null
}

/** One address of a source, and the header that its key travels in; `null` where it takes none. */
export interface SourceAddress {
  base: string
  keyHeader: string | null
}

export interface SourceFacts {
  name: string
  kind: 'exchange' | 'prices' | 'research'
  needsKey: boolean
  /** The first one is what a new key is taken for. */
  plans: readonly SourcePlan[]
  address(plan: SourcePlan | null): SourceAddress
  /** What we allow ourselves where the trader names no other number; never more than is documented. */
  limits(plan: SourcePlan | null): SourceLimits
  attribution: { as: 'provided' | 'powered'; url: string } | null
}

const perMinute = (perMinute: number): SourceLimits => ({ perMinute, perDay: null, perMonth: null })

function exchange(venue: KnownExchange): SourceFacts {
  const { publicData } = FACTS[venue]
  // Of one without public data nothing is ever asked: it is in no list of sources.
  const { base, perMinute: allowed } = publicData ?? { base: '', perMinute: 0 }
  return {
    ...{ name: EXCHANGE_NAMES[venue], kind: 'exchange', needsKey: false, plans: [], attribution: null },
    address: () => ({ base, keyHeader: null }),
    limits: () => perMinute(allowed),
  }
}

// CoinGecko: two hosts and two headers (its "Authentication" pages, 2026); its Demo key bears 100 a minute by its page on rate limits and
// 30 by older ones; 10,000 a month is a secondary figure. Its attribution guide asks for linked words near the data.
const COINGECKO: SourceFacts = {
  ...{ name: 'CoinGecko', kind: 'prices', needsKey: true, plans: ['demo', 'pro'] },
  address: (plan) =>
    plan === 'pro'
      ? { base: 'https://pro-api.coingecko.com/api/v3', keyHeader: 'x-cg-pro-api-key' }
      : { base: 'https://api.coingecko.com/api/v3', keyHeader: 'x-cg-demo-api-key' },
  limits: (plan) => (plan === 'pro' ? perMinute(100) : { perMinute: 30, perDay: null, perMonth: 10_000 }),
  attribution: { as: 'provided', url: 'https://www.coingecko.com' },
}

// DefiLlama asks for nothing and needs no key; 300 a minute is a secondary figure.
const DEFILLAMA: SourceFacts = {
  ...{ name: 'DefiLlama', kind: 'prices', needsKey: false, plans: [] },
  address: () => ({ base: 'https://coins.llama.fi', keyHeader: null }),
  limits: () => perMinute(60),
  attribution: { as: 'provided', url: 'https://defillama.com' },
}

// Token Metrics: one credit a request; 50 a month is the free plan's figure of 2025, and the dashboard alone tells a plan's own.
const TOKEN_METRICS: SourceFacts = {
  ...{ name: 'Token Metrics', kind: 'research', needsKey: true, plans: ['auto', 'v3', 'v2'] },
  address: () => ({ base: 'https://api.tokenmetrics.com', keyHeader: 'x-api-key' }),
  limits: () => ({ perMinute: 10, perDay: null, perMonth: 50 }),
  attribution: { as: 'provided', url: 'https://www.tokenmetrics.com' },
}

// CryptoRank v3: its status call tells the plan's limits and what is used of them.
const CRYPTORANK: SourceFacts = {
  ...{ name: 'CryptoRank', kind: 'research', needsKey: true, plans: [] },
  address: () => ({ base: 'https://api.cryptorank.io', keyHeader: 'X-Api-Key' }),
  limits: () => perMinute(30),
  attribution: { as: 'provided', url: 'https://cryptorank.io' },
}

const OTHERS: Readonly<Record<OtherSource, SourceFacts>> = {
  defillama: DEFILLAMA,
  coingecko: COINGECKO,
  'token-metrics': TOKEN_METRICS,
  cryptorank: CRYPTORANK,
}

export const isPublicVenue = (source: string): source is KnownExchange =>
  (PUBLIC_VENUES as readonly string[]).includes(source)

/** What is known of a source. */
export function sourceFacts(source: SourceId): SourceFacts {
  return isPublicVenue(source) ? exchange(source) : OTHERS[source]
}
