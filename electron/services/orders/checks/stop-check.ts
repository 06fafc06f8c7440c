// What is asked of the two prices of a stop-limit order before it is written down. Pure.

import { compare, type Decimal } from '../../../../shared/decimal.ts'
import type { Market, Refusal, Side } from '../../../../shared/order.ts'
import { reason } from '../../../../shared/reasons/reason.ts'

interface StopOrder {
  market: Pick<Market, 'quote' | 'price'>
  side: Side
  price: Decimal | null
  stopPrice: Decimal | null
}

/**
 * Reasons against it. A stop on the wrong side of the present price triggers at once; a limit on the wrong side of the stop
 * lies away from the market when it triggers. `isCurrent`: the market's price is fresh enough to be judged by.
 */
export function stopProblems({ market, side, price, stopPrice }: StopOrder, isCurrent: boolean): Refusal[] {
  if (stopPrice === null || price === null) return []
  const problems: Refusal[] = []
  const last = market.price?.last
  if (last === undefined || !isCurrent) {
    problems.push({ code: 'PRICE_UNKNOWN', reason: reason('STOP_NO_PRICE') })
  } else if (!isBeyond(side, stopPrice, last)) {
    problems.push({ code: 'STOP_PRICE', reason: reason('STOP_AT_ONCE', { side, last, asset: market.quote }) })
  }
  if (compare(price, stopPrice) !== 0 && !isBeyond(side, price, stopPrice)) {
    const away = reason('STOP_LIMIT_AWAY', { side, stopPrice, asset: market.quote })
    problems.push({ code: 'STOP_PRICE', reason: away })
  }
  return problems
}

/** Further away in the direction in which the price must go for a stop of this side to trigger. */
function isBeyond(side: Side, price: Decimal, than: Decimal): boolean {
  return compare(price, than) === (side === 'buy' ? 1 : -1)
}
