// What is asked of a limit price beside the market: whether it is so far away that it could be a slip, and whether the
// exchange takes it. Pure.

import { add, compare, type Decimal, divide, floorTo, multiply, subtract } from '../../../../shared/decimal.ts'
import type { Market, PriceBand, PriceLimits, Quote, Refusal, Side } from '../../../../shared/order.ts'
import { type Reason, reason } from '../../../../shared/reasons/reason.ts'
import { isStale } from '../../markets/ages.ts'

/** On the side on which it costs nothing, a price so many times away is a slipped point rather than patience. */
const SLIPPED_POINT = '5'

interface PricedOrder {
  market: Pick<Market, 'base' | 'quote' | 'price' | 'rules'>
  side: Side
  price: Decimal | null
  stopPrice: Decimal | null
  /** How much worse than the best price a limit may be unasked, as a fraction. */
  farPrice: Decimal
  /** The trader was asked, and means it. */
  farAccepted: boolean
}

/**
 * A limit that is worse than the best price by more than `farPrice`, or so far on the other side that a point may have
 * slipped. Without any price nobody can tell; an old one is better than none. A stop-limit order trades at
 * its stop price, or at the market's where that lies beyond.
 */
export function farProblems({ market, side, price, stopPrice, farPrice, farAccepted }: PricedOrder): Refusal[] {
  if (price === null || farAccepted) return []
  const quote = market.price
  const from = referenceOf(side, stopPrice, quote)
  const problems: Refusal[] = []
  const far = from === null ? null : farFrom(side, price, from, farPrice)
  if (far !== null) problems.push({ code: 'PRICE_FAR', reason: far })
  if (stopPrice !== null && quote !== null && isSlipped(stopPrice, quote.last)) {
    const slipped = { stopPrice, asset: market.quote, times: SLIPPED_POINT, last: quote.last }
    problems.push({ code: 'PRICE_FAR', reason: reason('STOP_PRICE_SLIPPED', slipped) })
  }
  return problems
}

interface Reference {
  at: Decimal
  name: 'ask' | 'bid' | 'stop-price'
}

/** What the order trades at best: the other side's best price, or where its stop lies beyond that, the stop. */
function referenceOf(side: Side, stopPrice: Decimal | null, quote: Quote | null): Reference | null {
  const best: Reference | null =
    quote === null ? null : side === 'buy' ? { at: quote.ask, name: 'ask' } : { at: quote.bid, name: 'bid' }
  if (stopPrice === null) return best
  const isBeyond = best === null || compare(stopPrice, best.at) === (side === 'buy' ? 1 : -1)
  return isBeyond ? { at: stopPrice, name: 'stop-price' } : best
}

function farFrom(side: Side, price: Decimal, { at, name }: Reference, farPrice: Decimal): Reason | null {
  const room = multiply(at, farPrice)
  const isFar = side === 'buy' ? compare(price, add(at, room)) > 0 : compare(add(price, room), at) < 0
  if (isFar) {
    const distance = side === 'buy' ? subtract(price, at) : subtract(at, price)
    const percent = floorTo(multiply(divide(distance, at), '100'), '0.1')
    return reason('PRICE_FAR', { price, percent, where: side === 'buy' ? 'above' : 'below', from: name, at })
  }
  if (!isSlipped(price, at)) return null
  return reason('PRICE_SLIPPED', { price, times: SLIPPED_POINT, from: name, at })
}

function isSlipped(price: Decimal, from: Decimal): boolean {
  return compare(price, multiply(from, SLIPPED_POINT)) > 0 || compare(multiply(price, SLIPPED_POINT), from) < 0
}

/** So long the limits that an exchange told, and a last price that it bounds by, are held to be those of now, milliseconds. */
const LIMITS_HOLD_MS = 10_000

interface BoundedOrder extends Pick<PricedOrder, 'side' | 'price'> {
  market: Pick<Market, 'quote' | 'price' | 'rules'>
  limits: PriceLimits | null
  /** On the monotonic clock. */
  now: number
}

interface Judged {
  problems: Refusal[]
  warnings: Reason[]
}

const NONE: Judged = { problems: [], warnings: [] }

/**
 * Whether the exchange's own bounds for this side let the price pass. By its own numbers of just now it is known that it would
 * refuse. Older ones, and what is reckoned from the last price where the exchange has another reference, are a warning.
 */
export function bandProblems({ market, side, price, limits, now }: BoundedOrder): Judged {
  if (price === null) return NONE
  const told = limits?.[side] ?? null
  if (told !== null && limits !== null && !isStale(limits, now, LIMITS_HOLD_MS)) {
    return isWithin(price, told) ? NONE : refused(told, market.quote)
  }
  const { priceBands } = market.rules
  if (priceBands !== undefined && market.price !== null) {
    const { low, high } = priceBands[side]
    const { last } = market.price
    const bounds = { low: times(last, low), high: times(last, high) }
    if (isWithin(price, bounds)) return NONE
    if (priceBands.of === 'last' && !isStale(market.price, now, LIMITS_HOLD_MS)) return refused(bounds, market.quote)
    return warned(reason('PRICE_BOUNDS_RECKONED', { ...bounds, asset: market.quote }))
  }
  if (told === null || isWithin(price, told)) return NONE
  return warned(reason('PRICE_BOUNDS_OLD', { low: told.low, high: told.high, asset: market.quote }))
}

const refused = ({ low, high }: PriceBand, asset: string): Judged => ({
  ...NONE,
  problems: [{ code: 'SIZE_LIMIT', reason: reason('PRICE_BOUNDS', { low, high, asset }) }],
})

const warned = (why: Reason): Judged => ({ ...NONE, warnings: [why] })

const times = (price: Decimal, factor: Decimal | null) => (factor === null ? null : multiply(price, factor))

function isWithin(price: Decimal, { low, high }: PriceBand): boolean {
  return (low === null || compare(price, low) >= 0) && (high === null || compare(price, high) <= 0)
}
