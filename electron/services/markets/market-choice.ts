// Which market of an account an order for a coin means.

import type { Market } from '../../../shared/order.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'

/**
 * The market of `coinId`, or the one that is `wanted` by name.
 * @throws AppError `VENUE_UNREACHABLE` while no market is known, `NO_MARKET`, or `MARKET_NEEDED` naming the candidates
 */
export function marketOf(markets: readonly Market[], coinId: string, wanted: string | undefined): Market {
  if (markets.length === 0) {
    throw new AppError('VENUE_UNREACHABLE', reason('MARKETS_UNKNOWN'))
  }
  const candidates = markets.filter((market) => market.coinId === coinId)
  const chosen = wanted === undefined ? candidates : candidates.filter((market) => market.market === wanted)
  const [first, second] = chosen
  if (first === undefined) throw new AppError('NO_MARKET', reason('NO_MARKET_FOR_COIN'))
  if (second !== undefined) {
    throw new AppError('MARKET_NEEDED', reason('SEVERAL_MARKETS', { markets: chosen.map(({ market }) => market) }))
  }
  return first
}
