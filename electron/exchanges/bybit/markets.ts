// Bybit's markets: the rows of its lists, their stage, and between which prices they take orders.

import { add, compare, type Decimal, subtract } from '../../../shared/decimal.ts'
import type { MarketStage } from '../../../shared/markets/market-stages.ts'
import type { PriceBands } from '../../../shared/order.ts'
import { member } from '../../../shared/venues/json.ts'
import type { Venue } from '../common/library.ts'
import { type MarketRows, named as rowsNamed } from '../common/market-rows.ts'
import { decimalOf, positive } from '../common/numbers.ts'
import { OPEN, outerLimits, type ReadPriceLimits } from '../common/price-limits.ts'
import { due, millis, named, type ToldStage, untilIts, word } from '../common/stages.ts'

/** What each row must have is what ccxt 4.5.84 fails without. */
export const BYBIT_MARKET_ROWS: readonly MarketRows[] = [
  rowsNamed(/\/market\/instruments-info$/, ['result', 'list'], 'symbol'),
  rowsNamed(/\/market\/tickers$/, ['result', 'list'], 'symbol'),
]

// docs/v5/enum.mdx (status, curAuctionPhase) of bybit-exchange/docs of 2026-07-24. `Settling` is an older word that is no
// longer there. An auction takes limit orders that wait, and nothing else; what is `Finished` before it traded is delisted.
const PHASES: Readonly<Record<string, MarketStage>> = {
  callauction: 'auction',
  callauctionnocancel: 'auction',
  continuoustrading: 'trading',
  finished: 'delisted',
}

export function bybitStage(info: unknown, now: number): ToldStage {
  switch (word(info, 'status')) {
    case 'prelaunch': {
      const phases = member(info, 'preListingInfo', 'phases')
      const opening: unknown = Array.isArray(phases)
        ? phases.find((each) => word(each, 'phase') === 'continuoustrading')
        : undefined
      const at = millis(member(opening, 'startTime')) ?? millis(member(info, 'launchTime'))
      const phase = word(member(info, 'preListingInfo'), 'curAuctionPhase')
      return { stage: named(PHASES, phase) ?? 'pre-launch', opensAt: due(at, now) }
    }
    case 'trading':
      return untilIts(millis(member(info, 'deliveryTime')), now)
    case 'settling':
    case 'delivering':
      return { stage: 'halted' }
    case 'closed':
      return { stage: 'delisted' }
    default:
      return { stage: 'unknown' }
  }
}

/** Markets before their launch are told only to who asks for that status. */
export const bybitUnlaunched = (exchange: Venue): Promise<{ symbol: string }[]> => {
  const ask = exchange as unknown as { fetchSpotMarkets(params: object): Promise<{ symbol: string }[]> }
  return ask.fetchSpotMarkets({ status: 'PreLaunch' })
}

export function bybitBands(exchange: Venue, info: unknown): PriceBands | null {
  const ratio = positive(decimalOf(exchange, member(info, 'riskParameters', 'priceLimitRatioY')))
  return ratio === null ? null : ratioBands(ratio)
}

/**
 * Bybit: a buy at most so much above its index price, a sale at most so much below; mostly less, by a premium of two minutes
 * that nobody is told. For five minutes after a listing other bounds hold.
 * docs/v5/account/set-price-limit.mdx (spot) of bybit-exchange/docs of 2026-07-24, and its "Spot Trading Rules" of 2025-06-17
 */
function ratioBands(ratio: Decimal): PriceBands {
  const low = compare(ratio, '1') < 0 ? subtract('1', ratio) : null
  return { buy: { ...OPEN, high: add('1', ratio) }, sell: { ...OPEN, low }, of: 'index' }
}

/** docs/v5/market/order-price-limit.mdx of bybit-exchange/docs of 2026-07-24, which names spot among its categories; read 2026-11-29. */
export const bybitLimits: ReadPriceLimits = async (source, _info, id) => {
  const { value, tookMs } = await source.ask('publicGetV5MarketPriceLimit', { category: 'spot', symbol: id })
  return outerLimits(source, member(value, 'result'), tookMs, { symbol: id })
}
