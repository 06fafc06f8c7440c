// Bitget, as the common machinery asks for it: as every other exchange, but for its lists of markets and their stage.

import type { MarketStage } from '../../shared/markets/market-stages.ts'
import { member } from '../../shared/venues/json.ts'
import { BITGET_PUBLIC } from './bitget/public.ts'
import { named as rowsNamed } from './common/market-rows.ts'
import { iso, millis, named, type ToldStage, untilIts, word } from './common/stages.ts'
import type { ExchangeAdapter } from './exchange.ts'
import { GENERAL } from './general.ts'

// `status` by https://www.bitget.com/api-doc/spot/market/Get-Symbols as mirrors of it show the page. What `gray` ("grey
// scale") lets anybody do is not said, so that nothing is ordered there. `offTime` is when a symbol goes off, in milliseconds, and
// an empty text where no end is told; `openTime` is marked as deprecated.
const STAGES: Readonly<Record<string, MarketStage>> = {
  online: 'trading',
  gray: 'pre-launch',
  halt: 'halted',
  offline: 'halted',
}

function stage(info: unknown, now: number): ToldStage {
  const told = named(STAGES, word(info, 'status')) ?? 'unknown'
  const ends = millis(member(info, 'offTime'))
  if (ends === null || told === 'unknown') return { stage: told }
  if (told === 'trading') return untilIts(ends, now)
  return { stage: ends > now ? told : 'delisted', closesAt: iso(ends) }
}

const MARKET_ROWS = [rowsNamed(/\/spot\/public\/symbols$/, ['data'], 'symbol', 'baseCoin', 'quoteCoin')]

export const BITGET: ExchangeAdapter = {
  ...GENERAL,
  publicReads: BITGET_PUBLIC,
  marketRows: MARKET_ROWS,
  stage,
}
