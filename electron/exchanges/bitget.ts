// Bitget, as the common machinery asks for it: as every other exchange, but for its lists of markets and their stage.

import type { MarketStage } from '../../shared/markets/market-stages.ts'
import { BITGET_PUBLIC } from './bitget/public.ts'
import { named as rowsNamed } from './common/market-rows.ts'
import { named, word } from './common/stages.ts'
import type { ExchangeAdapter } from './exchange.ts'
import { GENERAL } from './general.ts'

// `status` by https://www.bitget.com/api-doc/spot/market/Get-Symbols as mirrors of it show the page. What `gray` ("grey
// scale") lets anybody do is not said, so that nothing is ordered there.
const STAGES: Readonly<Record<string, MarketStage>> = {
  online: 'trading',
  gray: 'pre-launch',
  halt: 'halted',
  offline: 'halted',
}

const MARKET_ROWS = [rowsNamed(/\/spot\/public\/symbols$/, ['data'], 'symbol', 'baseCoin', 'quoteCoin')]

export const BITGET: ExchangeAdapter = {
  ...GENERAL,
  publicReads: BITGET_PUBLIC,
  marketRows: MARKET_ROWS,
  stage: (info) => ({ stage: named(STAGES, word(info, 'status')) ?? 'unknown' }),
}
