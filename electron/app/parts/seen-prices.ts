// The prices that alerts are checked by: those that public sources have told, as the app knows them.

import type { Quote } from '../../../shared/sources/quotes.ts'
import type { PriceSeen } from '../../ports/prices.ts'

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
