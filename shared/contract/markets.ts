// The operations on markets, and which coin each of them trades: name, input and output of each.

import type { Listing } from '../markets/listing.ts'
import type { Market } from '../order.ts'

export interface MarketOperations {
  'listings.list': { input: { coinId?: string | undefined }; output: Listing[] }
  'listings.confirm': {
    input: { venue: string; market: string; coinId: string; same: boolean; accountId?: string | undefined }
    output: Listing
  }
  'markets.list': { input: { accountId: string }; output: Market[] }
}

/** A record, so that a name that is missing here does not compile. */
export const MARKET_OPERATIONS: Record<keyof MarketOperations, true> = {
  'listings.list': true,
  'listings.confirm': true,
  'markets.list': true,
}
