// How a venue speaks of its markets and orders, after its answer was parsed.

import type { Decimal } from '../shared/decimal.ts'
import type { MarketRules, MarketStage, OrderType, Quote, Side } from '../shared/order.ts'

export type VenueOrderStatus = 'open' | 'partially-filled' | 'filled' | 'canceled' | 'expired' | 'rejected'

export interface VenueFill {
  fillId: string
  price: Decimal
  amount: Decimal
  fee: { asset: string; amount: Decimal }
  at: string
}

export interface VenueOrder {
  orderId: string
  key: string
  market: string
  side: Side
  type: OrderType
  amount: Decimal
  price: Decimal | null
  /** Of a stop-limit order that has triggered some venues do not tell it any more: then `null`, as for every other type. */
  stopPrice: Decimal | null
  status: VenueOrderStatus
  filled: Decimal
  averagePrice: Decimal | null
  fee: { asset: string; amount: Decimal } | null
  reason: string | null
  fills: VenueFill[]
}

export interface MarketListing {
  market: string
  coinId: string
  base: string
  quote: string
  stage: MarketStage
  opensAt: string | null
  rules: MarketRules
}

export interface VenueQuote {
  market: string
  quote: Quote
}
