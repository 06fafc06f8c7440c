// What a coin costs, by everything that was told of it last: read from what is kept, so that a start without a network shows
// the same prices with their age.

import type { Input, Output } from '../../../shared/contract/contract.ts'
import { contractText } from '../../../shared/markets/contracts.ts'
import type { Market } from '../../../shared/order.ts'
import { type Reason, reason } from '../../../shared/reasons/reason.ts'
import type { Grades, MarketFacts, Quote } from '../../../shared/sources/quotes.ts'
import { isPublicVenue } from '../../../shared/sources/source-facts.ts'
import { OTHER_SOURCES, type SourceId } from '../../../shared/sources/sources.ts'
import type { SourceStore, SourceValue } from '../../ports/sources.ts'
import type { Clock } from '../../ports/system.ts'
import type { AssetMatches } from '../markets/asset-matches.ts'
import type { CoinService } from '../research/coin-service.ts'
import { fieldsOf, gradesIn, gradesOf } from './grades.ts'
import { geckoIn, KEPT, pageIn, priceIn, tickerIn } from './kept-values.ts'
import { type Candidate, chooseQuote } from './quote-choice.ts'

export interface QuoteServiceParts {
  store: Pick<SourceStore, 'values' | 'value' | 'row'>
  coins: Pick<CoinService, 'get'>
  assets: Pick<AssetMatches, 'at'>
  clock: Pick<Clock, 'now'>
  /** Exchanges where the trader has an account. */
  own: () => ReadonlySet<string>
  /** The markets of the practice exchange, as they were told last. */
  practice: () => readonly Market[]
}

export interface QuoteService {
  list(input: Input<'quotes.list'>): Quote[]
  /** @throws AppError `NOT_FOUND` */
  get(input: Input<'quotes.get'>): Output<'quotes.get'>
  /** Every price of every coin, the one that counts first. */
  all(): Map<string, Quote[]>
}

/** Builds the service. */
export function createQuoteService(parts: QuoteServiceParts): QuoteService {
  const { store, coins, assets, clock } = parts

  const all = (): Map<string, Quote[]> => {
    const candidates = [
      ...store.values(KEPT.ticker).flatMap((value) => ofMarket(value, assets)),
      ...store.values(KEPT.contractPrice).flatMap(ofContract),
      ...store.values(KEPT.gecko).flatMap(ofGecko),
      ...store.values(KEPT.metricsPrice).flatMap(ofMetrics),
      ...parts.practice().flatMap(ofPractice),
    ]
    const context = { now: clock.now(), own: parts.own() }
    const byCoin = Map.groupBy(candidates, ({ coinId }) => coinId)
    return new Map([...byCoin].map(([coinId, each]) => [coinId, chooseQuote(each, context)]))
  }
  const factsOf = (coinId: string): MarketFacts | null => {
    const kept = store.value(KEPT.gecko, 'coingecko', coinId)
    const told = kept === null ? null : geckoIn(kept.value)
    if (kept === null || told === null) return null
    const { symbol: _, price: __, change24h: ___, ...facts } = told
    const page = store.value(KEPT.page, 'coingecko', coinId)
    return { source: 'coingecko', at: kept.at, receivedAt: kept.receivedAt, ...facts, ...pageIn(page?.value) }
  }
  const gradesAt = (coinId: string): Grades | null => {
    const kept = store.value(KEPT.grades, 'token-metrics', coinId)
    if (kept === null) return null
    const fields = fieldsOf(gradesIn(kept.value))
    const { at, receivedAt } = kept
    return gradesOf(fields['TOKEN_ID'] ?? '', fields, { source: 'token-metrics', at, receivedAt })
  }
  const whySilent = (source: SourceId, hasContract: boolean, ticker: string | null): Reason => {
    const { lastError } = store.row(source)
    if (lastError !== null) return lastError
    if (hasContract) return reason('SOURCE_KNOWS_NOT')
    return ticker === null ? reason('SOURCE_HAS_NO_CONTRACT') : reason('SOURCE_KNOWS_TICKER_ONLY', { ticker })
  }

  return {
    all,
    list: ({ coinIds }) => {
      const wanted = coinIds === undefined ? null : new Set(coinIds)
      return [...all()].flatMap(([coinId, [quote]]) =>
        quote === undefined || wanted?.has(coinId) === false ? [] : [quote],
      )
    },
    get: ({ coinId }) => {
      const coin = coins.get(coinId)
      const quotes = all().get(coinId) ?? []
      const facts = factsOf(coinId)
      const grades = gradesAt(coinId)
      const speaks = new Set<SourceId | 'practice'>(quotes.map(({ source }) => source))
      if (facts !== null) speaks.add('coingecko')
      if (grades !== null) speaks.add('token-metrics')
      const hasContract = coin.contracts.some((contract) => contractText(contract) !== '')
      // CryptoRank tells of no coin; it is asked for its budget alone.
      const silent = OTHER_SOURCES.filter((source) => source !== 'cryptorank' && store.row(source).enabled)
        .filter((source) => !speaks.has(source))
        .map((source) => ({ source, why: whySilent(source, hasContract, coin.ticker) }))
      return { quote: quotes[0] ?? null, all: quotes, facts, grades, silent }
    },
  }
}

const UNKNOWN = { bid: null, ask: null, change24h: null, volume24h: null, marketCap: null, confidence: null } as const

/** Only a market that is this coin's for certain; one with the same ticker alone is none. */
function ofMarket({ source, at, receivedAt, value }: SourceValue, assets: Pick<AssetMatches, 'at'>): Candidate[] {
  const ticker = isPublicVenue(source) ? tickerIn(value) : null
  const owner = ticker === null ? null : assets.at({ accountId: '', venue: source }, null).of(ticker.base).owner
  if (ticker === null || owner === null) return []
  const { last, bid, ask, change24h, volume24h, market, quote } = ticker
  const told = { price: last, bid, ask, change24h, volume24h, market, currency: quote, at, receivedAt }
  return [{ ...UNKNOWN, ...told, coinId: owner.id, source, venue: source, basis: 'market', simulated: false }]
}

const ELSEWHERE = { venue: null, market: null, currency: 'USD', simulated: false } as const

function ofContract({ source, subject, at, receivedAt, value }: SourceValue): Candidate[] {
  const told = priceIn(value)
  if (told === null) return []
  return [{ ...UNKNOWN, ...ELSEWHERE, ...told, coinId: subject, source, basis: 'contract', at, receivedAt }]
}

function ofGecko({ source, subject, at, receivedAt, value }: SourceValue): Candidate[] {
  const told = geckoIn(value)
  if (told === null || told.price === null) return []
  const { price, change24h, volume24h, marketCap } = told
  const seen = { price, change24h, volume24h, marketCap, at, receivedAt }
  return [{ ...UNKNOWN, ...ELSEWHERE, ...seen, coinId: subject, source, basis: 'confirmed-id' }]
}

function ofMetrics({ source, subject, at, receivedAt, value }: SourceValue): Candidate[] {
  const told = priceIn(value)
  if (told === null) return []
  return [{ ...UNKNOWN, ...ELSEWHERE, ...told, coinId: subject, source, basis: 'confirmed-id', at, receivedAt }]
}

function ofPractice({ coinId, market, quote, price }: Market): Candidate[] {
  if (price === null) return []
  const { last, bid, ask, at, receivedAt } = price
  const told = { price: last, bid, ask, at, receivedAt, market, currency: quote }
  return [{ ...UNKNOWN, ...told, coinId, source: 'practice', venue: 'practice', basis: 'market', simulated: true }]
}
