// OKX's markets: the rows of its lists, their stage, and between which prices they take orders.

import { member } from '../../../shared/venues/json.ts'
import { type MarketRows, named } from '../common/market-rows.ts'
import { OPEN, outerLimits, type ReadPriceLimits } from '../common/price-limits.ts'
import { ahead, due, iso, millis, type ToldStage, untilIts, word } from '../common/stages.ts'
import { toldAge } from '../common/told-age.ts'

/** What each row must have is what ccxt 4.5.84 fails without. */
export const OKX_MARKET_ROWS: readonly MarketRows[] = [
  named(/\/public\/instruments$/, ['data'], 'instId'),
  named(/\/market\/tickers$/, ['data'], 'instId'),
]

// "Get instruments" of the OKX API guide, a copy of 2026-02-23: orders are taken from `listTime` on and trade from
// `contTdSwTime` on, where there is a call auction between the two; `expTime` is when it is taken off, and then its channel
// says `expired`. Whether a pre-quote takes orders is not said. `rebase` is not on that copy.
export function okxStage(info: unknown, now: number): ToldStage {
  const [listed = null, trades = null, ends = null] = ['listTime', 'contTdSwTime', 'expTime'].map((name) =>
    millis(member(info, name)),
  )
  const opensAt = iso(ahead(trades, now) ?? ahead(listed, now))
  const isCollecting =
    (listed === null || listed <= now) && ahead(trades, now) !== null && word(info, 'openType') !== 'pre_quote'
  switch (word(info, 'state')) {
    case 'preopen':
      return { stage: isCollecting ? 'auction' : 'pre-launch', opensAt: due(trades ?? listed, now) }
    case 'live':
      if (opensAt !== null) return { stage: isCollecting ? 'auction' : 'pre-launch', opensAt }
      return untilIts(ends, now)
    case 'suspend':
    case 'rebase':
      return { ...untilIts(ends, now), stage: (ends ?? now + 1) > now ? 'halted' : 'delisted' }
    case 'test':
      return { stage: 'halted' }
    case 'expired':
      return { stage: 'delisted', closesAt: iso(ends) }
    default:
      return { stage: 'unknown' }
  }
}

/** "Get limit price" of its API guide, a copy of 2026-02-23; its example is a swap, and it is not said that spot has one; read 2026-11-29. */
export const okxLimits: ReadPriceLimits = async (source, _info, id) => {
  const { value, tookMs } = await source.ask('publicGetPublicPriceLimit', { instId: id })
  const row = member(value, 'data', 0)
  const age = toldAge(member(row, 'ts'), source.venueNow(), tookMs)
  // In force or not; anything else is nothing that could be read.
  if (member(row, 'enabled') === false) return { buy: OPEN, sell: OPEN, ...age }
  return member(row, 'enabled') === true ? outerLimits(source, row, tookMs, { instId: id }) : null
}
