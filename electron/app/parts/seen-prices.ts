// What alerts are checked by: the prices that public sources have told, as the app knows them, and which source says nothing.

import type { Quote } from '../../../shared/sources/quotes.ts'
import type { Source } from '../../../shared/sources/sources.ts'
import { venueNameOf } from '../../../shared/venues/known.ts'
import type { MarketLists } from '../../ports/market-lists.ts'
import type { PriceSeen, SourcesSeen } from '../../ports/prices.ts'
import type { Clock } from '../../ports/system.ts'
import type { VenueClocks } from '../../services/listings/venue-clock.ts'

/** A stablecoin is counted as its dollar here: an alert says a price, it fills no order. */
const DOLLARS: readonly string[] = ['USD', 'USDT', 'USDC']

/** Reads the quotes that count; a price in another currency than dollars is left out, since alerts are in USD. */
export function seenPrices(quotesOf: (coinIds: string[]) => readonly Quote[]): PriceSeen {
  return {
    of: (coinIds) =>
      new Map(
        (coinIds.length === 0 ? [] : quotesOf([...coinIds]))
          .filter(({ currency }) => DOLLARS.includes(currency))
          .map(({ coinId, price, source, venue, at, receivedAt, simulated }) => [
            coinId,
            { price, source: venue ?? source, at: at ?? receivedAt, simulated },
          ]),
      ),
  }
}

/**
 * An exchange is silent while its list does not come, though it is asked by the minute. Another source is asked as seldom as once a
 * day: it is silent only since its last answer, and only while its last request went wrong.
 */
export function seenSources(
  lists: Pick<MarketLists, 'venues'>,
  venueClocks: Pick<VenueClocks, 'silentMs'>,
  all: () => readonly Source[],
  clock: Pick<Clock, 'now'>,
): SourcesSeen {
  return {
    list: () => {
      const venues = lists.venues()
      const exchanges = venues.map((venue) => {
        return { source: venue, name: venueNameOf(venue), silentMs: venueClocks.silentMs(venue) }
      })
      const others = all().flatMap(({ source, name, enabled, lastError, lastAnswerAt }) => {
        if (!enabled || venues.includes(source) || lastError === null || lastAnswerAt === null) return []
        return [{ source, name, silentMs: Math.max(0, clock.now() - Date.parse(lastAnswerAt)) }]
      })
      return [...exchanges, ...others]
    },
  }
}
