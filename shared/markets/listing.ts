// Which coin a market of an exchange trades, and how that is known. A ticker alone proves nothing: several coins can have it.

import type { Decimal } from '../decimal.ts'
import type { MarketStage } from './market-stages.ts'

/**
 * `contract`: the exchange names the contract of the coin. `confirmed`: the trader said so, or the research saw the coin there
 * under this ticker. `ticker`: nobody said anything, the tickers are equal. `refused`: the trader said that it is another coin.
 */
export type ListingMatch = 'contract' | 'confirmed' | 'ticker' | 'refused'

/** A market as one that a coin may trade in. */
export interface Listing {
  venue: string
  /** The accounts for which this is known; the answer of the trader can be different for each. */
  accountIds: string[]
  market: string
  coinId: string
  stage: MarketStage
  opensAt: string | null
  match: ListingMatch
}

/** What the trader looks at before he says whether a market trades his coin. */
export interface ListingQuestion {
  venue: string
  market: string
  /** The ticker at the exchange. */
  ticker: string
  coinName: string
  /** Of the coin, as far as they are known; `CHAIN:address`. */
  contracts: string[]
  /** In USDT: of the market, and of the coin where its market is known for certain. */
  venuePrice: Decimal | null
  coinPrice: Decimal | null
  /** Others that are known to have this ticker. */
  collisions: string[]
}
