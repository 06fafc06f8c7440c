// Coinbase's markets: the rows of its lists, their stage, and where its best prices are.

import type { MarketStage } from '../../../shared/markets/market-stages.ts'
import { member } from '../../../shared/venues/json.ts'
import { type MarketRows, named } from '../common/market-rows.ts'
import { isSet, word } from '../common/stages.ts'

/** What each row must have is what ccxt 4.5.84 fails without. */
export const COINBASE_MARKET_ROWS: readonly MarketRows[] = [
  named(/\/products$/, ['products'], 'product_id'),
  named(/\/best_bid_ask$/, ['pricebooks'], 'product_id'),
]

// https://help.coinbase.com/en/coinbase/trading-and-funding/advanced-trade/market-availability and /auction-mode; the names
// of the flags from coinbase-advanced-py of 2026-06-19. The words of `status` were found on no page. The strictest that is
// set counts.
export function coinbaseStage(info: unknown): { stage: MarketStage } {
  const status = word(info, 'status')
  if (status === 'delisted') return { stage: 'delisted' }
  const isOff = ['trading_disabled', 'is_disabled', 'view_only'].some((name) => isSet(info, name))
  if (isOff || status === 'offline' || status === 'internal') return { stage: 'halted' }
  if (isSet(info, 'cancel_only')) return { stage: 'cancel-only' }
  if (isSet(info, 'auction_mode')) return { stage: 'auction' }
  if (isSet(info, 'post_only')) return { stage: 'post-only' }
  if (isSet(info, 'limit_only')) return { stage: 'limit-only' }
  const isTold = status === 'online' || member(info, 'trading_disabled') === false
  return { stage: isTold ? 'trading' : 'unknown' }
}
