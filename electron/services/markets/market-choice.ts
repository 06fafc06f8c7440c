// Which market of an account an order for a coin means.

import type { Market } from '../../../shared/order.ts'
import { AppError } from '../../../shared/result.ts'

/**
 * The market of `coinId`, or the one that is `wanted` by name.
 * @throws AppError `VENUE_UNREACHABLE` while no market is known, `NO_MARKET`, or `MARKET_NEEDED` naming the candidates
 */
export function marketOf(markets: readonly Market[], coinId: string, wanted: string | undefined): Market {
  if (markets.length === 0) {
    throw new AppError(
      'VENUE_UNREACHABLE',
      'The exchange cannot be reached, and its markets are not known yet. Try again.',
    )
  }
  const candidates = markets.filter((market) => market.coinId === coinId)
  const chosen = wanted === undefined ? candidates : candidates.filter((market) => market.market === wanted)
  const [first, second] = chosen
  if (first === undefined) throw new AppError('NO_MARKET', 'This account has no market for this coin.')
  if (second !== undefined) {
    const names = chosen.map((market) => market.market).join(', ')
    throw new AppError('MARKET_NEEDED', `Several markets could be meant. Choose one of ${names}.`)
  }
  return first
}
