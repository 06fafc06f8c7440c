// What one refresh of each source asks, and what it costs: the tickers of the coins' own markets, the prices of their contracts, their
// figures and grades by the source's own names. Whatever did not come leaves what was known.

import type { Coin } from '../../../shared/coin.ts'
import type { MarketStage } from '../../../shared/markets/market-stages.ts'
import { isPublicVenue } from '../../../shared/sources/source-facts.ts'
import type { SourceId } from '../../../shared/sources/sources.ts'
import type { KnownExchange } from '../../../shared/venues/known.ts'
import type { PublicMarket } from '../../ports/market-data.ts'
import type { SourceStore, SourceValue } from '../../ports/sources.ts'
import type { Clock } from '../../ports/system.ts'
import type { AssetMatches } from '../markets/asset-matches.ts'
import type { CoinService } from '../research/coin-service.ts'
import type { Announcements } from './announcements.ts'
import { llamaName } from './chain-names.ts'
import { KEPT } from './kept-values.ts'
import { createNamedRefreshes } from './named-refreshes.ts'
import type { RequestGate } from './request-gate.ts'
import type { SourceClient } from './source-client.ts'
import type { VenueLists } from './venue-lists.ts'

/** Only for the exchange's own words of its markets; the watch of listings reads it more often. */
const LIST_GOOD_FOR_MS = 10 * 60_000
/** Markets without a price: asked for one of them, some exchanges refuse the whole question. */
const UNPRICED: readonly MarketStage[] = ['announced', 'pre-launch', 'delisted']
/** What coins are priced in. */
const QUOTES: readonly string[] = ['USDT', 'USDC', 'USD', 'EUR']
/** Addresses and names of one request. */
const NAMES_AT_ONCE = 50

export interface RefreshParts {
  client: SourceClient
  lists: Pick<VenueLists, 'markets' | 'forget'>
  store: Pick<SourceStore, 'saveValues' | 'values' | 'value' | 'remoteIds' | 'saveRemoteId' | 'dropRemoteId' | 'row'>
  requests: Pick<RequestGate, 'told'>
  coins: Pick<CoinService, 'list'>
  assets: Pick<AssetMatches, 'at' | 'bases'>
  clock: Pick<Clock, 'now'>
  announcements: Pick<Announcements, 'refresh'>
}

export interface Refreshes {
  /** Asks one source for everything. @throws never for what the source does */
  run(source: SourceId): Promise<void>
  /** Requests of a refresh once every name is known. */
  cost(source: SourceId): number
}

/** Builds them. */
export function createRefreshes(parts: RefreshParts): Refreshes {
  const { client, lists, store, requests, coins, assets, clock, announcements } = parts
  /** When a list was given up, milliseconds since 1970: whole lists are long, and a new one may be refused as well. */
  const forgottenAt = new Map<KnownExchange, number>()
  const withContracts = () => coins.list().filter(({ contracts }) => contracts.length > 0)

  const refreshVenue = async (venue: KnownExchange) => {
    await refreshTickers(venue)
    await announcements.refresh(venue)
  }
  const refreshTickers = async (venue: KnownExchange) => {
    const markets = await lists.markets(venue, LIST_GOOD_FOR_MS)
    const matches = assets.at({ accountId: '', venue }, null)
    const bases = new Set(assets.bases({ accountId: '', venue }))
    const wanted = (markets ?? []).filter(
      ({ base, quote, stage }) =>
        bases.has(base) && QUOTES.includes(quote) && !UNPRICED.includes(stage) && matches.of(base).owner !== null,
    )
    if (wanted.length === 0) return
    const answer = await client.ask(venue, 'tickers', { markets: wanted.map(({ id, market }) => ({ id, market })) })
    if (!answer.ok) {
      // Refused perhaps for a market that is listed no more: the list is read anew before the next question, but not each time.
      const age = clock.now() - (forgottenAt.get(venue) ?? Number.NEGATIVE_INFINITY)
      if (answer.unasked || answer.why.code !== 'SOURCE_REFUSED' || (age >= 0 && age < LIST_GOOD_FOR_MS)) return
      forgottenAt.set(venue, clock.now())
      lists.forget(venue)
      return
    }
    const byMarket = new Map(wanted.map((market): [string, PublicMarket] => [market.market, market]))
    store.saveValues(
      answer.rows.flatMap(({ at, ...ticker }): SourceValue[] => {
        const market = byMarket.get(ticker.market)
        if (market === undefined) return []
        const value = { ...ticker, base: market.base, quote: market.quote }
        return [{ source: venue, kind: KEPT.ticker, subject: ticker.market, at, receivedAt: answer.receivedAt, value }]
      }),
    )
  }

  /** Of each coin the names of its contracts, in its own order; a name that two coins have is the first one's. */
  const llamaNames = (): Map<string, string[]> => {
    const taken = new Set<string>()
    const namesOf = ({ contracts }: Coin) =>
      contracts.flatMap((contract) => {
        const name = llamaName(contract)
        if (name === null || taken.has(name)) return []
        taken.add(name)
        return [name]
      })
    return new Map(withContracts().map((coin) => [coin.id, namesOf(coin)]))
  }
  const refreshLlama = async () => {
    const namesOf = llamaNames()
    const names = [...namesOf.values()].flat()
    /** `null` for a name that was asked for and has no price; of a batch that did not come there is nothing. */
    const found = new Map<string, Omit<SourceValue, 'source' | 'kind' | 'subject'> | null>()
    for (let at = 0; at < names.length; at += NAMES_AT_ONCE) {
      const batch = names.slice(at, at + NAMES_AT_ONCE)
      const answer = await client.ask('defillama', 'llama-prices', { names: batch })
      if (!answer.ok) break
      for (const name of batch) found.set(name, null)
      for (const { name, price, confidence, at: ownAt } of answer.rows) {
        found.set(name, { at: ownAt, receivedAt: answer.receivedAt, value: { price, confidence } })
      }
    }
    store.saveValues(
      [...namesOf].flatMap(([subject, own]): SourceValue[] => {
        // The first contract with a price counts. One that was not asked leaves what is known: a later one must not stand for it.
        const counts = own.find((name) => found.get(name) !== null)
        const value = counts === undefined ? null : found.get(counts)
        return value ? [{ source: 'defillama', kind: KEPT.contractPrice, subject, ...value }] : []
      }),
    )
  }
  const llamaCost = () => Math.ceil([...llamaNames().values()].flat().length / NAMES_AT_ONCE)

  const { refreshGecko, geckoCost, refreshMetrics, metricsCost } = createNamedRefreshes({ ...parts, withContracts })
  const refreshRank = async () => {
    const usage = await client.ask('cryptorank', 'rank-usage', {})
    if (usage.ok && usage.rows[0] !== undefined) requests.told('cryptorank', usage.rows[0])
  }

  const others: Readonly<Record<string, { run: () => Promise<void>; cost: () => number }>> = {
    defillama: { run: refreshLlama, cost: llamaCost },
    coingecko: { run: refreshGecko, cost: geckoCost },
    'token-metrics': { run: refreshMetrics, cost: metricsCost },
    cryptorank: { run: refreshRank, cost: () => 0 },
  }
  return {
    run: (source) => (isPublicVenue(source) ? refreshVenue(source) : (others[source]?.run() ?? Promise.resolve())),
    cost: (source) => (isPublicVenue(source) ? 1 : (others[source]?.cost() ?? 0)),
  }
}
