// The price of a one-click order: the worst one that the trader allowed beforehand, or the reason for which there is none.
// Pure.

import type { OneClickMode } from '../../../../shared/accounts.ts'
import { add, ceilTo, compare, type Decimal, floorTo, multiply, subtract } from '../../../../shared/decimal.ts'
import type { Market, Quote, Side, Size } from '../../../../shared/order.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { AppError } from '../../../../shared/result.ts'
import { isStale } from '../../markets/ages.ts'
import { CASH } from '../../markets/rates.ts'

/** The value in USDT that an order may have, `null` for any, and the fraction of the price seen that it may be worse by. */
export type ClickBounds = Pick<OneClickMode, 'deviation'> & { maxValue: Decimal | null }

/** An older price is none to order at without another look, milliseconds. */
const MAX_PRICE_AGE_MS = 5_000

export interface Click {
  side: Side
  size: Size
  /** The price that the trader saw. */
  seen: Decimal
}

/**
 * The limit of the order: what was seen and the deviation, rounded to the tick so that it is never worse.
 * @param known the time on the monotonic clock, milliseconds, and USDT for one unit of the quote currency; `null` where none is told
 * @throws AppError `PRICE_UNKNOWN`, `PRICE_MOVED` when the price has left what was seen by more than the deviation, to
 * either side, `SIZE_LIMIT` when the order could come to more than the mode allows
 */
export function oneClickPrice(
  market: Market,
  { side, size, seen }: Click,
  mode: ClickBounds,
  { now, rate }: { now: number; rate: Decimal | null },
): Decimal {
  const current = currentPrice(market.price, side, now)
  if (current === null) throw new AppError('PRICE_UNKNOWN', reason('CLICK_NO_PRICE'))
  const room = multiply(seen, mode.deviation)
  const [low, high] = [subtract(seen, room), add(seen, room)]
  if (compare(current, low) < 0 || compare(current, high) > 0) {
    throw new AppError('PRICE_MOVED', reason('CLICK_PRICE_MOVED', { seen, now: current }))
  }
  const price = side === 'buy' ? floorTo(high, market.rules.tick) : ceilTo(low, market.rules.tick)
  const value = size.unit === 'quote' ? size.value : multiply(size.value, price)
  if (rate === null) throw new AppError('PRICE_UNKNOWN', reason('CLICK_NO_RATE', { asset: market.quote }))
  if (mode.maxValue !== null && compare(multiply(value, rate), mode.maxValue) > 0) {
    throw new AppError('SIZE_LIMIT', reason('CLICK_MAX', { max: mode.maxValue, asset: CASH }))
  }
  return price
}

function currentPrice(quote: Quote | null, side: Side, now: number): Decimal | null {
  if (quote === null || isStale(quote, now, MAX_PRICE_AGE_MS)) return null
  return side === 'buy' ? quote.ask : quote.bid
}
