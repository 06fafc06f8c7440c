// The public lists of markets of the exchanges that are on: read whole or not at all, since what is not on a list counts as not
// listed. The last one is kept for whoever needs the exchange's own words for its markets.

import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { PUBLIC_VENUES } from '../../../shared/sources/sources.ts'
import type { KnownExchange } from '../../../shared/venues/known.ts'
import type { PublicMarket } from '../../ports/market-data.ts'
import type { MarketList, MarketLists } from '../../ports/market-lists.ts'
import type { SourceStore } from '../../ports/sources.ts'
import type { Clock } from '../../ports/system.ts'
import type { SourceClient } from './source-client.ts'
import { createVenueContracts } from './venue-contracts.ts'

interface Known {
  markets: PublicMarket[]
  /** Monotonic. */
  readAt: number
}

export interface VenueLists extends MarketLists {
  /** The last list, read anew where it is older than `maxAgeMs`; `null` where none can be had. */
  markets(venue: KnownExchange, maxAgeMs: number): Promise<readonly PublicMarket[] | null>
  /** The last list is not asked for again before somebody needs it. */
  forget(venue: KnownExchange): void
}

export interface VenueListParts {
  client: SourceClient
  store: Pick<SourceStore, 'row'>
  clock: Pick<Clock, 'now' | 'monotonic' | 'sleep'>
  /** How many requests a whole list of this exchange takes. */
  partsOf: (venue: KnownExchange) => number
  /** Whether it has a list of assets that names their contracts. */
  namesContracts: (venue: KnownExchange) => boolean
}

/** Builds it; nothing is read yet. */
export function createVenueLists({ client, store, clock, partsOf, namesContracts }: VenueListParts): VenueLists {
  const contracts = createVenueContracts({ client, clock, namesContracts })
  const known = new Map<KnownExchange, Known>()
  const reading = new Map<KnownExchange, Promise<MarketList>>()

  const readAll = async (venue: KnownExchange): Promise<MarketList> => {
    const markets: PublicMarket[] = []
    let at: string | null = null
    for (let part = 0; part < partsOf(venue); part++) {
      const answer = await client.ask(venue, 'markets', { part, now: clock.now() })
      // A part that did not come would look like markets that were taken off.
      if (!answer.ok) throw new AppError('VENUE_UNREACHABLE', answer.why)
      markets.push(...answer.rows)
      at ??= answer.at
    }
    const whole = onceEach(markets)
    known.set(venue, { markets: whole, readAt: clock.monotonic() })
    const receivedAt = new Date(clock.now()).toISOString()
    const contractsOf = await contracts.of(venue, new Set(whole.map(({ base }) => base)))
    const listed = whole.map(({ market, base, quote, stage, opensAt, closesAt, contracts: own }) => {
      return { venue, market, base, quote, stage, opensAt, closesAt, contracts: own ?? contractsOf(base) }
    })
    return { markets: listed, at, receivedAt }
  }
  const read = (venue: KnownExchange): Promise<MarketList> => {
    const under = reading.get(venue) ?? readAll(venue).finally(() => reading.delete(venue))
    reading.set(venue, under)
    return under
  }
  return {
    venues: () => PUBLIC_VENUES.filter((venue) => store.row(venue).enabled),
    read: (venue) => {
      const found = PUBLIC_VENUES.find((each) => each === venue)
      if (found === undefined) return Promise.reject(new AppError('VENUE_UNREACHABLE', reason('MARKETS_UNKNOWN')))
      return read(found)
    },
    markets: async (venue, maxAgeMs) => {
      const last = known.get(venue)
      if (last !== undefined && clock.monotonic() - last.readAt <= maxAgeMs) return last.markets
      await read(venue).catch((error: unknown) => {
        if (!(error instanceof AppError)) throw error
      })
      return known.get(venue)?.markets ?? null
    },
    forget: (venue) => void known.delete(venue),
  }
}

/** Of a market that is told twice the one that trades counts, else the first. */
function onceEach(markets: readonly PublicMarket[]): PublicMarket[] {
  const byName = new Map<string, PublicMarket>()
  for (const market of markets) {
    const before = byName.get(market.market)
    if (before === undefined || (before.stage !== 'trading' && market.stage === 'trading')) {
      byName.set(market.market, market)
    }
  }
  return [...byName.values()]
}
