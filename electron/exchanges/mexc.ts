// MEXC, as the common machinery asks for it: as every other exchange, but for its lists of markets and their stage.

import type { MarketStage, Takes } from '../../shared/markets/market-stages.ts'
import { member, textOf } from '../../shared/venues/json.ts'
import { BINANCE_INFO_ROWS, BINANCE_PRICE_ROWS } from './binance/markets.ts'
import { named, type ToldStage, word } from './common/stages.ts'
import type { ExchangeAdapter } from './exchange.ts'
import { GENERAL } from './general.ts'
import { MEXC_PUBLIC } from './mexc/public.ts'

// "Exchange Information" and "Query offline symbols" of the MEXC spot API v3, by a copy of 2025 or later; MEXC's own
// repository of its pages (2025-07-08) has it no more. Older answers spell `ENABLED` for 1. Many symbols are traded on its
// site alone.
const STAGES: Readonly<Record<string, MarketStage>> = {
  '1': 'trading',
  enabled: 'trading',
  '2': 'halted',
  '3': 'delisted',
}

const SIDES: Readonly<Record<string, Takes['sides']>> = { '2': ['buy'], '3': ['sell'], '4': [] }

function stage(info: unknown): ToldStage {
  const sides =
    member(info, 'isSpotTradingAllowed') === false ? [] : named(SIDES, textOf(member(info, 'tradeSideType')) ?? '')
  return { stage: named(STAGES, word(info, 'status')) ?? 'unknown', ...(sides !== undefined && { takes: { sides } }) }
}

/** Its words for its lists are Binance's; its filters mean something else, and are not read. */
const MARKET_ROWS = [
  { ...BINANCE_INFO_ROWS, lists: [] },
  { ...BINANCE_PRICE_ROWS, numbers: ['bidQty', 'askQty'] },
]

export const MEXC: ExchangeAdapter = { ...GENERAL, publicReads: MEXC_PUBLIC, marketRows: MARKET_ROWS, stage }
