// How a venue speaks of its markets and orders, after its answer was parsed.

import type { Decimal } from '../../shared/decimal.ts'
import type { MarketStage, Takes } from '../../shared/markets/market-stages.ts'
import type { Fee, MarketRules, OrderType, PriceBand, Quote, Side } from '../../shared/order.ts'
import type { Reason } from '../../shared/reasons/reason.ts'

export type VenueOrderStatus = 'open' | 'partially-filled' | 'filled' | 'canceled' | 'expired' | 'rejected'

export interface VenueFill {
  fillId: string
  price: Decimal
  amount: Decimal
  fee: Fee
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
  /** Where all of it is in one asset. */
  fee: Fee | null
  reason: Reason | null
  fills: VenueFill[]
}

export interface MarketListing {
  market: string
  coinId: string
  base: string
  quote: string
  stage: MarketStage
  opensAt: string | null
  closesAt: string | null
  /** Where the exchange takes less in this market than in others. */
  takes?: Takes | undefined
  rules: MarketRules
}

/** Prices as the exchange has just told them. */
export interface ToldQuote extends Pick<Quote, 'bid' | 'ask' | 'last'> {
  /** The exchange's own time of them; `null` where it tells none. */
  at: string | null
  /** How old they were on arrival, milliseconds, by the exchange's clock where it tells one. `null`: dated ahead of its now. */
  ageMs: number | null
}

/** Between which prices a limit order of each side is taken, as the exchange has just told it. */
export interface ToldPriceLimits {
  buy: PriceBand
  sell: PriceBand
  /** As of a quote. */
  at: string | null
  ageMs: number | null
}

export interface VenueQuote {
  market: string
  quote: ToldQuote
}

/** A quote as it is kept over a restart, without what only a run knows. */
export type KeptQuote = Omit<Quote, 'asOfMs'>

/** A quote of a market as the app knows it. */
export interface MarketQuote {
  market: string
  quote: Quote
}
