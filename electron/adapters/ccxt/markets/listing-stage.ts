// The stage of a market by the words of its exchange. ccxt's "active" says no more than yes or no; it is asked only where no
// words are known.

import type { MarketStage } from '../../../../shared/markets/market-stages.ts'
import { member } from '../../../../shared/venues/json.ts'
import type { Staged } from '../../../exchanges/common/stages.ts'
import { adapterOf } from '../../../exchanges/registry.ts'

/**
 * The stage of a market of ccxt's, and when it opens or ends where that is told. `now`: on the exchange's clock, milliseconds
 * since 1970. What cannot be read is `unknown`, where nothing is ordered.
 */
export function stageOf(venue: string, market: unknown, now: number): Staged {
  const active = member(market, 'active')
  const general: MarketStage = active === true ? 'trading' : active === false ? 'halted' : 'unknown'
  const told = adapterOf(venue).stage?.(member(market, 'info'), now) ?? { stage: general }
  return { opensAt: null, closesAt: null, ...told }
}
