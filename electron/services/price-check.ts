// What is asked of a limit price beside the market: whether it is so far away that it could be a slip, and whether the
// exchange takes it. Pure.

import { add, compare, type Decimal, divide, floorTo, multiply, subtract } from '../../shared/decimal.ts'
import type { Market, PriceBand, Quote, Side } from '../../shared/order.ts'
import type { ErrorCode } from '../../shared/result.ts'

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

interface Problem {
  code: ErrorCode
  message: string
}

/**
 * A limit that is worse than the best price by more than `farPrice`, or so far on the other side that a point may have
 * slipped. Without any price nobody can tell; an old one is better than none. A stop-limit order trades at
 * its stop price, or at the market's where that lies beyond.
 */
export function farProblems({ market, side, price, stopPrice, farPrice, farAccepted }: PricedOrder): Problem[] {
  if (price === null || farAccepted) return []
  const quote = market.price
  const from = referenceOf(side, stopPrice, quote)
  const problems: Problem[] = []
  const words = from === null ? null : farWords(side, price, from, farPrice)
  if (words !== null) problems.push({ code: 'PRICE_FAR', message: `${words} Place it only if you mean that price.` })
  if (stopPrice !== null && quote !== null && isSlipped(stopPrice, quote.last)) {
    const message = `The stop price, ${stopPrice} ${market.quote}, is more than ${SLIPPED_POINT} times away from the last price, ${quote.last}. Place it only if you mean that price.`
    problems.push({ code: 'PRICE_FAR', message })
  }
  return problems
}

interface Reference {
  at: Decimal
  name: 'ask' | 'bid' | 'stop price'
}

/** What the order trades at best: the other side's best price, or where its stop lies beyond that, the stop. */
function referenceOf(side: Side, stopPrice: Decimal | null, quote: Quote | null): Reference | null {
  const best: Reference | null =
    quote === null ? null : side === 'buy' ? { at: quote.ask, name: 'ask' } : { at: quote.bid, name: 'bid' }
  if (stopPrice === null) return best
  const isBeyond = best === null || compare(stopPrice, best.at) === (side === 'buy' ? 1 : -1)
  return isBeyond ? { at: stopPrice, name: 'stop price' } : best
}

function farWords(side: Side, price: Decimal, { at, name }: Reference, farPrice: Decimal): string | null {
  const room = multiply(at, farPrice)
  const isFar = side === 'buy' ? compare(price, add(at, room)) > 0 : compare(add(price, room), at) < 0
  if (isFar) {
    const distance = side === 'buy' ? subtract(price, at) : subtract(at, price)
    const percent = floorTo(multiply(divide(distance, at), '100'), '0.1')
    return `The limit price, ${price}, is ${percent}% ${side === 'buy' ? 'above' : 'below'} the ${name}, ${at}.`
  }
  if (!isSlipped(price, at)) return null
  return `The limit price, ${price}, is more than ${SLIPPED_POINT} times away from the ${name}, ${at}.`
}

function isSlipped(price: Decimal, from: Decimal): boolean {
  return compare(price, multiply(from, SLIPPED_POINT)) > 0 || compare(multiply(price, SLIPPED_POINT), from) < 0
}

/**
 * Whether the exchange's own bounds for this side let the price pass. They are multiples of a price of its own, an average
 * or an index. Where that is not told, the last price stands for it, and what lies beyond is a warning and no refusal.
 */
export function bandProblems({ market, side, price }: Pick<PricedOrder, 'market' | 'side' | 'price'>): {
  problems: Problem[]
  warnings: Problem[]
} {
  const none = { problems: [], warnings: [] }
  const { priceBands } = market.rules
  if (price === null || priceBands === undefined || market.price === null) return none
  const { low, high } = priceBands[side]
  const { last } = market.price
  const bounds = { low: times(last, low), high: times(last, high) }
  if (isWithin(price, bounds)) return none
  const between = boundWords(bounds, market.quote)
  if (priceBands.of === 'last') {
    return { ...none, problems: [{ code: 'SIZE_LIMIT', message: `The exchange takes ${between} at present.` }] }
  }
  const about = `The exchange takes ${between}, reckoned from the last price.`
  const message = `${about} Its own reference is not known here, so it may refuse this price.`
  return { ...none, warnings: [{ code: 'SIZE_LIMIT', message }] }
}

const times = (price: Decimal, factor: Decimal | null) => (factor === null ? null : multiply(price, factor))

function isWithin(price: Decimal, { low, high }: PriceBand): boolean {
  return (low === null || compare(price, low) >= 0) && (high === null || compare(price, high) <= 0)
}

function boundWords({ low, high }: PriceBand, quote: string): string {
  if (low === null) return `prices up to ${high} ${quote}`
  return high === null ? `prices from ${low} ${quote}` : `prices between ${low} and ${high} ${quote}`
}
