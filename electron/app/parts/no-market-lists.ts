// The public lists while there is no source of them: no exchange is switched on, and none is asked.

import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { MarketLists } from '../../ports/market-lists.ts'

/** Lists of nothing. */
export const NO_MARKET_LISTS: MarketLists = {
  venues: () => [],
  read: async () => {
    throw new AppError('VENUE_UNREACHABLE', reason('MARKETS_UNKNOWN'))
  },
}
