// Refreshes of the sources that know coins by names of their own: CoinGecko and Token Metrics. A name is found by the coin's
// contract alone, once, and kept; a ticker never says which coin it is.

import type { Coin } from '../../../shared/coin.ts'
import { contractVerdict } from '../../../shared/markets/contracts.ts'
import type { SourceId } from '../../../shared/sources/sources.ts'
import type { SourceStore, SourceValue } from '../../ports/sources.ts'
import type { Clock } from '../../ports/system.ts'
import { geckoPlace } from './chain-names.ts'
import { KEPT } from './kept-values.ts'
import { createMetricsRefresh } from './metrics-refresh.ts'
import type { RequestGate } from './request-gate.ts'
import type { SourceClient } from './source-client.ts'

/** Names that are looked for in one refresh; the others follow. */
const NEW_NAMES = 5
const DAY_MS = 86_400_000
/** A coin that a source does not have is not looked for again before. */
const MISS_HOLDS_MS = 7 * DAY_MS
/** Where a month has few calls, each look takes one from the grades of the coins that it does have. */
const RARE_MISS_HOLDS_MS = 30 * DAY_MS
/** Coins of one request to CoinGecko. */
const GECKO_PAGE = 250
const PAGE_HOLDS_MS = 7 * DAY_MS

export interface NamedRefreshParts {
  client: SourceClient
  store: Pick<SourceStore, 'saveValues' | 'value' | 'remoteIds' | 'saveRemoteId' | 'dropRemoteId' | 'row'>
  requests: Pick<RequestGate, 'told'>
  clock: Pick<Clock, 'now'>
  /** The coins of which a contract is known. */
  withContracts: () => Coin[]
}

export interface NamedRefreshes {
  refreshGecko(): Promise<void>
  /** Requests of a refresh of CoinGecko. */
  geckoCost(): number
  refreshMetrics(): Promise<void>
  /** Requests of a refresh of Token Metrics. */
  metricsCost(): number
}

/** Builds them. */
export function createNamedRefreshes(parts: NamedRefreshParts): NamedRefreshes {
  const { client, store, requests, clock, withContracts } = parts
  /** Whether the source has said of late that it does not know this coin. */
  const isMissed = (source: SourceId, coinId: string): boolean => {
    const miss = store.value(KEPT.miss, source, coinId)
    const holds = source === 'token-metrics' ? RARE_MISS_HOLDS_MS : MISS_HOLDS_MS
    return miss !== null && clock.now() - Date.parse(miss.receivedAt) < holds
  }
  const miss = (source: SourceId, coinId: string) => {
    const receivedAt = new Date(clock.now()).toISOString()
    store.saveValues([{ source, kind: KEPT.miss, subject: coinId, at: null, receivedAt, value: {} }])
  }
  /** Looks for the source's own names of coins, by contract alone, and keeps those that it has. */
  const findNames = async (source: SourceId, find: (coin: Coin) => Promise<string | null | 'stop'>) => {
    const known = store.remoteIds(source)
    const unknown = withContracts().filter(({ id }) => !known.has(id) && !isMissed(source, id))
    for (const coin of unknown.slice(0, NEW_NAMES)) {
      const remoteId = await find(coin)
      if (remoteId === 'stop') return
      // Two coins are not one token: it did not heed the address, or one of the contracts is wrong.
      const other = [...store.remoteIds(source)].find(([id, name]) => name === remoteId && id !== coin.id)?.[0]
      if (other !== undefined) {
        store.dropRemoteId(source, other)
        miss(source, other)
      }
      if (remoteId === null || other !== undefined) miss(source, coin.id)
      else store.saveRemoteId(source, coin.id, remoteId, 'contract', new Date(clock.now()).toISOString())
    }
  }

  const findInGecko = async ({ contracts }: Coin): Promise<string | null | 'stop'> => {
    for (const contract of contracts) {
      const place = geckoPlace(contract)
      if (place === null) continue
      const answer = await client.ask('coingecko', 'gecko-contract', place)
      if (!answer.ok) return 'stop'
      const page = answer.rows.find((row) => row.contracts.some((each) => sameAddress(each, contract.address)))
      if (page !== undefined) return page.remoteId
    }
    return null
  }
  const refreshGecko = async () => {
    if (store.row('coingecko').plan === 'pro') {
      const usage = await client.ask('coingecko', 'gecko-usage', {})
      if (usage.ok && usage.rows[0] !== undefined) requests.told('coingecko', usage.rows[0])
    }
    await findNames('coingecko', findInGecko)
    const coinOf = new Map([...store.remoteIds('coingecko')].map(([coinId, remoteId]) => [remoteId, coinId]))
    if (coinOf.size === 0) return
    const ids = [...coinOf.keys()]
    for (let from = 0; from < ids.length; from += GECKO_PAGE) {
      const answer = await client.ask('coingecko', 'gecko-markets', { ids: ids.slice(from, from + GECKO_PAGE) })
      if (!answer.ok) return
      store.saveValues(
        answer.rows.flatMap(({ at, ...coin }): SourceValue[] => {
          const subject = coinOf.get(coin.remoteId)
          const kept = {
            source: 'coingecko',
            kind: KEPT.gecko,
            at,
            receivedAt: answer.receivedAt,
            value: coin,
          } as const
          return subject === undefined ? [] : [{ ...kept, subject }]
        }),
      )
    }
    await refreshPages(coinOf)
  }
  const refreshPages = async (coinOf: ReadonlyMap<string, string>) => {
    const isDue = (coinId: string) => {
      const page = store.value(KEPT.page, 'coingecko', coinId)
      return page === null || clock.now() - Date.parse(page.receivedAt) > PAGE_HOLDS_MS
    }
    for (const [id, subject] of [...coinOf].filter(([, coinId]) => isDue(coinId)).slice(0, 1)) {
      const answer = await client.ask('coingecko', 'gecko-page', { id })
      const page = answer.ok ? answer.rows[0] : undefined
      if (!answer.ok || page === undefined) return
      const { receivedAt } = answer
      store.saveValues([{ source: 'coingecko', kind: KEPT.page, subject, at: null, receivedAt, value: page }])
    }
  }

  const metrics = createMetricsRefresh({ client, store, clock })
  const refreshMetrics = async () => {
    await findNames('token-metrics', metrics.find)
    await metrics.refresh()
  }
  const geckoCost = () => Math.max(1, Math.ceil(store.remoteIds('coingecko').size / GECKO_PAGE))
  return { refreshGecko, geckoCost, refreshMetrics, metricsCost: metrics.cost }
}

/** Whether a source's `chain:address` has this address, on whatever chain: one that stands on two is the same coin's. */
const sameAddress = (named: string, address: string): boolean => {
  const bare = named.slice(named.indexOf(':') + 1)
  return contractVerdict([{ chain: 'any', address }], bare) === 'same'
}
