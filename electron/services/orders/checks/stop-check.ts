// What is asked of the two prices of a stop-limit order before it is written down. Pure.

import { compare, type Decimal } from '../../../../shared/decimal.ts'
import type { Market, Side } from '../../../../shared/order.ts'
import type { ErrorCode } from '../../../../shared/result.ts'

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
export function stopProblems(
  { market, side, price, stopPrice }: StopOrder,
  isCurrent: boolean,
): { code: ErrorCode; message: string }[] {
  if (stopPrice === null || price === null) return []
  const problems: { code: ErrorCode; message: string }[] = []
  const last = market.price?.last
  if (last === undefined || !isCurrent) {
    const message = 'The present price is not known, so nobody can tell whether the stop would trigger at once.'
    problems.push({ code: 'PRICE_UNKNOWN', message: `${message} Wait until the exchange answers again.` })
  } else if (!isBeyond(side, stopPrice, last)) {
    const where = side === 'buy' ? 'The stop price of a buy must lie above' : 'The stop price of a sale must lie below'
    const message = `${where} the last price, ${last} ${market.quote}; this one would trigger at once.`
    problems.push({ code: 'STOP_PRICE', message })
  }
  if (compare(price, stopPrice) !== 0 && !isBeyond(side, price, stopPrice)) {
    const [what, where, bound] = side === 'buy' ? ['buys', 'below', 'more'] : ['sells', 'above', 'less']
    const message = `A limit price ${where} the stop price ${what} nothing when the stop triggers, and perhaps never.`
    problems.push({ code: 'STOP_PRICE', message: `${message} Give ${stopPrice} ${market.quote} or ${bound}.` })
  }
  return problems
}

/** Further away in the direction in which the price must go for a stop of this side to trigger. */
function isBeyond(side: Side, price: Decimal, than: Decimal): boolean {
  return compare(price, than) === (side === 'buy' ? 1 : -1)
}
