// The operations on the markets of an account: name, input and output of each.

import type { Market } from '../order.ts'

export interface MarketOperations {
  'markets.list': { input: { accountId: string }; output: Market[] }
}

/** A record, so that a name that is missing here does not compile. */
export const MARKET_OPERATIONS: Record<keyof MarketOperations, true> = {
  'markets.list': true,
}
