// Kraken's markets: the rows of its lists, and their stage.

import { type MarketRows, named as rowsNamed } from '../common/market-rows.ts'
import { named, type StageReader, type ToldStage, word } from '../common/stages.ts'

/** What each row must have is what ccxt 4.5.84 fails without. */
export const KRAKEN_MARKET_ROWS: readonly MarketRows[] = [
  rowsNamed(/\/public\/AssetPairs$/, ['result'], 'base', 'quote'),
  { ...rowsNamed(/\/public\/Ticker$/, ['result']), numbers: ['o'] },
]

// https://docs.kraken.com/exchange/api-reference/unified-fix/sl (the statuses of the FIX security list, which has `Hidden` as
// well) and a copy of "Get Tradable Asset Pairs" of 2026-02-26, which names no more than the first five. `work_in_progress`
// stands on neither. Of a pair that may only be reduced nothing but a sale reduces what is held.
const STAGES: Readonly<Record<string, ToldStage>> = {
  online: { stage: 'trading' },
  cancel_only: { stage: 'cancel-only' },
  post_only: { stage: 'post-only' },
  limit_only: { stage: 'limit-only' },
  reduce_only: { stage: 'delisting', takes: { sides: ['sell'] } },
  maintenance: { stage: 'halted' },
  work_in_progress: { stage: 'pre-launch' },
  delisted: { stage: 'delisted' },
}

export const krakenStage: StageReader = (info) => named(STAGES, word(info, 'status')) ?? { stage: 'unknown' }
