// The two orders that probes send: one that rests far below the market, and one that trades at once. Both as small as the
// market lets them be.

import type { ToldQuote } from '../../electron/ports/venue.ts'
import { add, ceilTo, compare, type Decimal, divide, floorTo, isZero, multiply } from '../../shared/decimal.ts'
import type { MarketRules, TimeInForce } from '../../shared/order.ts'
import type { VenueRecord } from '../../shared/venues/record.ts'
import type { How } from './plan.ts'

export interface Terms {
  amount: Decimal
  price: Decimal
  timeInForce: TimeInForce
  /** The most that it can cost with its fee, in the quote currency, rounded up. */
  cost: Decimal
}

/** The price would have to fall by three tenths before it traded. */
const FAR = '0.7'
const ABOVE = '1.01'
/** Venues reckon the least worth by prices that are not quite ours. */
const ROOM = '1.1'
const CENT = '0.00000001'

/** The orders for this market now; a text says why there can be none. */
export function termsOf(rules: MarketRules, quote: ToldQuote, record: VenueRecord): Record<How, Terms> | string {
  const low = multiply(rules.priceBands?.buy.low ?? '0', ROOM)
  const share = compare(low, FAR) > 0 ? low : FAR
  if (compare(share, '0.9') > 0) return 'This market takes no order that is far enough from its price.'
  const restingAt = floorTo(multiply(quote.bid, share), rules.tick)
  if (isZero(restingAt)) return 'The tick of this market is too coarse for an order far from its price.'
  const atOnce: TimeInForce = record.timesInForce.includes('ioc') ? 'ioc' : 'gtc'
  return {
    resting: sized(rules, restingAt, 'gtc', restingAt),
    filling: sized(rules, ceilTo(multiply(quote.ask, ABOVE), rules.tick), atOnce, quote.ask),
  }
}

function sized(rules: MarketRules, price: Decimal, timeInForce: TimeInForce, worthAt: Decimal): Terms {
  const least = divide(multiply(rules.minNotional, ROOM), worthAt)
  const amount = ceilTo(compare(least, rules.minAmount) > 0 ? least : rules.minAmount, rules.step)
  const fee = compare(rules.takerFee, rules.makerFee) > 0 ? rules.takerFee : rules.makerFee
  return { amount, price, timeInForce, cost: ceilTo(multiply(multiply(amount, price), add('1', fee)), CENT) }
}
