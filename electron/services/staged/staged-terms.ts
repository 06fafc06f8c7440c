// The order that a staged one becomes in a market as it is now: a limit order within the trader's limits, in the form that the
// market's stage takes, or why there is none. Pure.

import {
  add,
  ceilTo,
  compare,
  type Decimal,
  floorTo,
  isZero,
  max,
  min,
  multiply,
  subtract,
} from '../../../shared/decimal.ts'
import { common, offerFor } from '../../../shared/markets/market-stages.ts'
import type { Staged } from '../../../shared/markets/staged.ts'
import type { Market, Side, Size, TimeInForce } from '../../../shared/order.ts'
import { type Reason, reason } from '../../../shared/reasons/reason.ts'
import type { VenueRecord } from '../../../shared/venues/record.ts'
import { CASH } from '../markets/rates.ts'
import { offerOf } from '../orders/checks/stage-check.ts'

export type StagedOrderNow =
  | { kind: 'order'; size: Size; price: Decimal; timeInForce: TimeInForce }
  /** The market takes no such order in this stage; a later one may. */
  | { kind: 'wait' }
  | { kind: 'refused'; why: Reason }

export interface MarketNow {
  market: Market
  /** The exchange's name and what it takes. */
  venue: string
  record: Pick<VenueRecord, 'orderTypes' | 'timesInForce'>
  /** How much worse than the best price a limit may be unasked, as a fraction. */
  farPrice: Decimal
  /** USDT for one unit of the market's quote currency; `null` where none is told. */
  rate: Decimal | null
}

type Terms = Pick<Staged, 'side' | 'size' | 'maxPrice' | 'maxValue'>

/** One that waits for its price is of more use than one that is gone at once, so it comes first. */
const PREFERRED: readonly TimeInForce[] = ['gtc', 'post-only', 'ioc']

/** How the market takes a limit order of this side now; `null` where it takes none. */
export function forceNow(
  { market, venue, record }: Omit<MarketNow, 'farPrice' | 'rate'>,
  side: Side,
): TimeInForce | null {
  const { orderTypes, timesInForce } = record
  const offer = offerFor(common(offerOf(market, venue), { orderTypes, timesInForce }), side)
  return PREFERRED.find((force) => offer.timesInForce.includes(force)) ?? null
}

/** The order for this market, now. `maxPrice` and `maxValue` must be there. */
export function orderNow({ side, size: given, maxPrice, maxValue }: Terms, now: MarketNow): StagedOrderNow {
  const { market, rate } = now
  const { base, quote, rules } = market
  if (maxPrice === null || maxValue === null) return { kind: 'refused', why: reason('STAGED_LIMITS_NEEDED') }
  const timeInForce = forceNow(now, side)
  if (timeInForce === null) return { kind: 'wait' }
  const price = priceNow(side, maxPrice, now)
  if (isZero(price)) return { kind: 'refused', why: reason('STAGED_TOO_SMALL', { step: rules.tick, asset: quote }) }
  if (timeInForce === 'post-only' && wouldTrade(side, price, market)) return { kind: 'wait' }
  const size = given.unit === 'quote' ? given : { unit: given.unit, value: floorTo(given.value, rules.step) }
  if (isZero(size.value)) return { kind: 'refused', why: reason('STAGED_TOO_SMALL', { step: rules.step, asset: base }) }
  if (rate === null) return { kind: 'refused', why: reason('STAGED_VALUE_UNKNOWN', { asset: quote }) }
  // A sale can come to more than its limit.
  const best = side === 'sell' && market.price !== null ? max(price, market.price.bid) : price
  const value = multiply(size.unit === 'quote' ? size.value : multiply(size.value, best), rate)
  if (compare(value, maxValue) > 0) {
    return { kind: 'refused', why: reason('STAGED_OVER_VALUE', { max: maxValue, asset: CASH }) }
  }
  return { kind: 'order', size, price, timeInForce }
}

/**
 * The limit price on the market's tick: the trader's, or one that is nearer to the best price where the trader's is so far from it
 * that an order would be asked about. It was given before there was a market, and may be a slip.
 */
function priceNow(side: Side, maxPrice: Decimal, { market, farPrice }: MarketNow): Decimal {
  const { price: quote, rules } = market
  if (side === 'buy') {
    const near = quote === null ? maxPrice : add(quote.ask, multiply(quote.ask, farPrice))
    return floorTo(min(maxPrice, near), rules.tick)
  }
  const near = quote === null ? maxPrice : subtract(quote.bid, multiply(quote.bid, farPrice))
  return ceilTo(max(maxPrice, near), rules.tick)
}

function wouldTrade(side: Side, price: Decimal, { price: quote }: Market): boolean {
  if (quote === null) return false
  return side === 'buy' ? compare(price, quote.ask) >= 0 : compare(price, quote.bid) <= 0
}
