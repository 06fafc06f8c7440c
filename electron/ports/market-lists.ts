// The public lists of markets: what an exchange tells everybody, without a key and without an account.

import type { MarketStage } from '../../shared/markets/market-stages.ts'

/** A market as its exchange lists it. */
export interface ListedMarket {
  venue: string
  /** ccxt's unified symbol. */
  market: string
  base: string
  quote: string
  stage: MarketStage
  /** ISO 8601 UTC, by the exchange's own data; `null` where it tells none. */
  opensAt: string | null
  closesAt: string | null
  /**
   * Of the base, one for each chain: `CHAIN:address`, or the address alone where the chain is not told. Empty where the exchange
   * names none; `null` where it was not asked, or did not say: what was known stays.
   */
  contracts: readonly string[] | null
}

/** A whole list: what is not on it, the exchange does not list. */
export interface MarketList {
  /** Each once. */
  markets: ListedMarket[]
  /** The exchange's own time of it; `null` where it tells none. */
  at: string | null
  /** When it came in, by this machine's clock. */
  receivedAt: string
}

export interface MarketLists {
  /** The exchanges that the trader has switched on; no other one is ever asked. */
  venues(): readonly string[]
  /**
   * Asks once, within the budget of that source; settles within its deadline.
   * @throws AppError `VENUE_UNREACHABLE` where nothing came, or what came is no whole list
   */
  read(venue: string): Promise<MarketList>
}
