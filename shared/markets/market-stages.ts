// The stages of a market's life, and what each of them lets an order be: one table for the ticket, the check before the
// send, and the words on the page. Pure.

import type { OrderType, Side, TimeInForce } from '../order.ts'

/**
 * `announced`: listed, and opens at a time that is told. `pre-launch`: the exchange has the market and takes no orders for it
 * yet. `auction`: orders are collected and nothing trades before the opening. `delisting`: it trades, and an end is told or
 * only sales are taken. `unknown`: the exchange says something that no document explains, or nothing.
 */
export const MARKET_STAGES = [
  'announced',
  'pre-launch',
  'auction',
  'post-only',
  'limit-only',
  'trading',
  'cancel-only',
  'halted',
  'delisting',
  'delisted',
  'unknown',
] as const

export type MarketStage = (typeof MARKET_STAGES)[number]

/** Whether nothing has traded there yet, by the exchange's own word. */
export const isBeforeOpening = (stage: MarketStage): boolean =>
  stage === 'announced' || stage === 'pre-launch' || stage === 'auction'

/** What may be ordered: the times in force are those of limit orders. */
export interface Offer {
  readonly orderTypes: readonly OrderType[]
  readonly timesInForce: readonly TimeInForce[]
  readonly sides: readonly Side[]
}

/** What an exchange takes in one market, as far as it names that. */
export type Takes = { readonly [K in keyof Offer]?: Offer[K] | undefined }

const SIDES = ['buy', 'sell'] as const
export const NOTHING: Offer = { orderTypes: [], timesInForce: [], sides: [] }
const ALL: Offer = {
  orderTypes: ['market', 'limit', 'stop-limit'],
  timesInForce: ['gtc', 'ioc', 'post-only'],
  sides: SIDES,
}
/** Limit orders alone, with these times in force. */
export const limitOrders = (...timesInForce: TimeInForce[]): Offer => ({
  orderTypes: ['limit'],
  timesInForce,
  sides: SIDES,
})

/** A stop-limit order is none of the limit orders here: where a market is restricted, no exchange documents that it takes one. */
const OFFERS: Readonly<Record<MarketStage, Offer>> = {
  announced: NOTHING,
  'pre-launch': NOTHING,
  auction: limitOrders('gtc', 'post-only'),
  'post-only': limitOrders('post-only'),
  'limit-only': limitOrders('gtc', 'ioc', 'post-only'),
  trading: ALL,
  'cancel-only': NOTHING,
  halted: NOTHING,
  delisting: ALL,
  delisted: NOTHING,
  unknown: NOTHING,
}

/** What a market in this stage takes, whatever its exchange says of it: an auction may take less (`offerAt` in `venue-offers.ts`). */
export const offerOfStage = (stage: MarketStage): Offer => OFFERS[stage]

/** What every one of these takes. Without a limit order there is no time in force. */
export function common(...offers: readonly Takes[]): Offer {
  const all = <K extends keyof Offer>(name: K) =>
    (ALL[name] as readonly Offer[K][number][]).filter((value) =>
      offers.every((offer) => (offer[name] as readonly Offer[K][number][] | undefined)?.includes(value) ?? true),
    )
  const sides = all('sides')
  const timesInForce = all('timesInForce')
  const orderTypes = all('orderTypes').filter((type) => type !== 'limit' || timesInForce.length > 0)
  if (sides.length === 0 || orderTypes.length === 0) return NOTHING
  return { orderTypes, timesInForce: orderTypes.includes('limit') ? timesInForce : [], sides }
}

/** What the trader may order on this side; nothing where the side is not taken. */
export function offerFor(offer: Offer, side: Side): Pick<Offer, 'orderTypes' | 'timesInForce'> {
  return offer.sides.includes(side) ? offer : NOTHING
}
