// The market-data worker as the backend drives it, without a backend: real threads and real HTTP.

import { onTestFinished } from 'vitest'
import { createKeyedRequests } from '../../../../electron/adapters/market-data/keyed-requests.ts'
import { createMarketData } from '../../../../electron/adapters/market-data/market-data.ts'
import { systemClock } from '../../../../electron/adapters/system-clock.ts'
import type { MarketData, Read, ReadKind } from '../../../../electron/ports/market-data.ts'
import type { Clock } from '../../../../electron/ports/system.ts'
import type { KeyUse } from '../../../../electron/ports/vault.ts'
import type { SourceId } from '../../../../shared/sources/sources.ts'
import { ADDRESS, gecko, llama, metrics, otherState, rank } from '../../../sources/others.ts'
import type { Handle } from '../../../sources/server.ts'
import { AT_MS, VENUE_HANDLES, venueState } from '../../../sources/venues.ts'

const WORKER = new URL('../../../../electron/adapters/market-data/worker.ts', import.meta.url)
const KEY = otherState().key
/** A stand-in for a key that the vault's process would open. */
export const USE: KeyUse = {
  from: 'reference',
  reference: { kind: 'environment', apiKey: 'A', apiSecret: 'A' },
  environment: 'live',
}

/** Closed after the test. */
export function startData(
  workerUrl = WORKER,
  clock: Pick<Clock, 'monotonic' | 'sleep'> = systemClock,
  heapMb?: number,
): MarketData {
  const requests = createKeyedRequests()
  const data = createMarketData({
    ...{ workerUrl, clock, logger: { warn: () => {} } },
    ...(heapMb !== undefined && { heapMb }),
    keyService: { source: (ask) => requests.ask(ask, KEY, () => null) },
  })
  onTestFinished(() => data.close())
  return data
}

export interface OneRead {
  source: SourceId
  handle: Handle
  isKeyed: boolean
  read: (host: string) => Read
}

const make = (source: SourceId, handle: Handle, isKeyed: boolean, kind: ReadKind, of: unknown): OneRead => ({
  ...{ source, handle, isKeyed },
  read: (host) => ({ source, plan: source === 'coingecko' ? 'demo' : null, host, kind, of }) as Read,
})

/** One request for prices or the like of each source. */
export function oneOfEach(): OneRead[] {
  const state = otherState()
  const ids: Readonly<Record<string, string>> = {
    ...{ kraken: 'PEAQUSD', coinbase: 'PEAQ-USD', okx: 'PEAQ-USDT', gate: 'PEAQ_USDT', kucoin: 'PEAQ-USDT' },
  }
  const venues = Object.entries(VENUE_HANDLES).map(([venue, handle]) => {
    const markets = [{ id: ids[venue] ?? 'PEAQUSDT', market: 'PEAQ/USDT' }]
    return make(venue as SourceId, handle(venueState()), false, 'tickers', { markets })
  })
  return [
    ...venues,
    make('defillama', llama(state), false, 'llama-prices', { names: [`ethereum:${ADDRESS}`] }),
    make('coingecko', gecko(state), true, 'gecko-markets', { ids: ['dolomite'] }),
    make('token-metrics', metrics({ ...state, style: 'v3', ambiguous: false }), true, 'metrics-rows', {
      ...{ path: 'tm-grade', ids: ['3988'], page: 1, version: 'v3' },
    }),
    make('cryptorank', rank(state), true, 'rank-usage', {}),
  ]
}

/** The list of markets of an exchange. */
export const listOf = (source: SourceId, host: string): Read<'markets'> => ({
  ...{ source, plan: null, host, kind: 'markets', of: { part: 0, now: AT_MS } },
})
