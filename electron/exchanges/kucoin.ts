// KuCoin, as the common machinery asks for it: as every other exchange, but for its lists of markets and their stage.

import { member } from '../../shared/venues/json.ts'
import { named as rowsNamed } from './common/market-rows.ts'
import { ahead, iso, isSet, millis, type ToldStage } from './common/stages.ts'
import type { ExchangeAdapter } from './exchange.ts'
import { GENERAL } from './general.ts'
import { KUCOIN_PUBLIC } from './kucoin/public.ts'

// "Get All Symbols" by spec/rest/api/openapi-spot-market.json of kucoin-universal-sdk of 2025-11-04. A call auction takes
// orders in its first two phases and none in the third, which ends when trading begins. Nothing is said of an end.
function stage(info: unknown, now: number): ToldStage {
  const at = (name: string) => millis(member(info, name))
  const opens = ahead(at('tradingStartTime'), now)
  if (opens !== null) {
    const [begins, closes] = [at('callauctionFirstStageStartTime'), at('callauctionThirdStageStartTime')]
    const isCollecting =
      isSet(info, 'callauctionIsEnabled') && begins !== null && begins <= now && now < (closes ?? opens)
    return { stage: isCollecting ? 'auction' : 'announced', opensAt: iso(opens) }
  }
  const isOpen = member(info, 'enableTrading')
  return { stage: isOpen === true ? 'trading' : isOpen === false ? 'halted' : 'unknown' }
}

const MARKET_ROWS = [rowsNamed(/\/api\/v2\/symbols$/, ['data'], 'symbol', 'baseCurrency', 'quoteCurrency')]

export const KUCOIN: ExchangeAdapter = {
  ...GENERAL,
  publicReads: KUCOIN_PUBLIC,
  options: { hf: true },
  marketRows: MARKET_ROWS,
  stage,
}
