// What a market's stage lets an order be at one exchange. Apart from the stages themselves, because what is known of the exchanges
// is long, and the list of coins needs none of it. Pure.

import { factsOf } from '../venues/fact-sheets.ts'
import { limitOrders, type MarketStage, NOTHING, type Offer, offerOfStage } from './market-stages.ts'

/** What a market in this stage takes at this exchange, as far as its documents say. */
export function offerAt(stage: MarketStage, venue: string): Offer {
  const auction = stage === 'auction' ? (factsOf(venue)?.auction ?? null) : null
  if (auction === null) return offerOfStage(stage)
  return auction.length === 0 ? NOTHING : limitOrders(...auction)
}
