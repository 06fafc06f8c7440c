// A price beside the market's tick, and the nearest one that would do.

import { ceilTo, type Decimal, floorTo, isZero } from '../decimal.ts'
import type { Side } from '../order.ts'

/**
 * The nearest price on the tick that is no worse for the one who gives it: a buy's is rounded down, a sale's up. Never zero,
 * which is no price.
 */
export function priceOnTick(price: Decimal, tick: Decimal, side: Side): Decimal {
  const rounded = side === 'buy' ? floorTo(price, tick) : ceilTo(price, tick)
  return isZero(rounded) ? tick : rounded
}
