// What the stage of a market says against an order. Pure.

import { common, type Offer } from '../../../../shared/markets/market-stages.ts'
import { offerAt } from '../../../../shared/markets/venue-offers.ts'
import type { Market, OrderInput, Refusal, Side } from '../../../../shared/order.ts'
import { type Reason, reason } from '../../../../shared/reasons/reason.ts'

type Staged = Pick<Market, 'market' | 'stage' | 'opensAt' | 'closesAt' | 'takes'>

export interface StagedOrder extends Pick<OrderInput, 'timeInForce'> {
  market: Staged
  venue: string
  side: Side
  /** `null` for a market order. */
  price: string | null
  stopPrice: string | null
}

/** What may be ordered in this market now. */
export function offerOf({ stage, takes }: Staged, venue: string): Offer {
  return common(offerAt(stage, venue), takes ?? {})
}

/** Why the market takes no such order now; empty when it does. */
export function stageProblems(order: StagedOrder): Refusal[] {
  const { market, side, price, stopPrice } = order
  const offer = offerOf(market, order.venue)
  const closed = (why: Reason): Refusal[] => [{ code: 'MARKET_CLOSED', reason: why }]
  if (offer.sides.length === 0) return closed(whyClosed(market))
  if (!offer.sides.includes(side)) {
    const takes = side === 'buy' ? 'sell' : 'buy'
    return closed(reason('MARKET_ONE_SIDE', { market: market.market, takes, closesAt: market.closesAt }))
  }
  const type = stopPrice !== null ? 'stop-limit' : price === null ? 'market' : 'limit'
  if (!offer.orderTypes.includes(type)) return closed(whyNotThisType(market, offer))
  if (type !== 'limit' || offer.timesInForce.includes(order.timeInForce ?? 'gtc')) return []
  return closed(whyNotThisTime(market, offer))
}

function whyClosed({ market, stage, opensAt }: Staged): Reason {
  switch (stage) {
    case 'announced':
    case 'pre-launch':
      return reason('MARKET_NOT_OPEN', { market, opensAt })
    case 'auction':
      return reason('MARKET_IN_AUCTION', { market, opensAt })
    case 'cancel-only':
      return reason('MARKET_CANCEL_ONLY', { market })
    case 'delisted':
      return reason('MARKET_DELISTED', { market })
    case 'unknown':
      return reason('MARKET_STAGE_UNTOLD', { market })
    case 'halted':
      return reason('MARKET_HALTED', { market })
    default:
      return reason('MARKET_NOT_FOR_ACCOUNT', { market })
  }
}

function whyNotThisType({ stage, opensAt }: Staged, { orderTypes, timesInForce }: Offer): Reason {
  if (stage === 'auction') return reason('AUCTION_LIMIT_ONLY', { opensAt })
  if (stage === 'post-only') return reason('MARKET_POST_ONLY')
  if (orderTypes.includes('limit') && orderTypes.length === 1) {
    const isMaker = timesInForce.length === 1 && timesInForce[0] === 'post-only'
    return isMaker ? reason('MARKET_POST_ONLY') : reason('MARKET_LIMIT_ONLY')
  }
  return reason('MARKET_TYPE_NOT_TAKEN')
}

function whyNotThisTime({ stage, opensAt }: Staged, { timesInForce }: Offer): Reason {
  if (stage === 'auction') return reason('AUCTION_RESTING_ONLY', { opensAt })
  if (timesInForce.length === 1 && timesInForce[0] === 'post-only') return reason('MARKET_POST_ONLY')
  return reason('MARKET_TAKES_TIMES', { timesInForce: timesInForce.includes('gtc') ? [] : timesInForce })
}
