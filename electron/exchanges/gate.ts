// Gate, as the common machinery asks for it: as every other exchange, but for its lists of markets and their stage.

import { member, textOf } from '../../shared/venues/json.ts'
import { named as rowsNamed } from './common/market-rows.ts'
import { ahead, iso, type ToldStage, untilIts, word } from './common/stages.ts'
import type { ExchangeAdapter } from './exchange.ts'
import { GATE_PUBLIC } from './gate/public.ts'
import { GENERAL } from './general.ts'

// docs/CurrencyPair.md of gateio/gateapi-go of 2025-07-24; its times are seconds.
function stage(info: unknown, now: number): ToldStage {
  const seconds = (name: string) => {
    const at = Number(textOf(member(info, name)) ?? '0')
    return Number.isSafeInteger(at) && at > 0 ? at * 1_000 : null
  }
  const ends = seconds('delisting_time')
  switch (word(info, 'trade_status')) {
    case 'tradable':
      return untilIts(ends, now)
    case 'sellable':
      return { stage: 'delisting', closesAt: iso(ends), takes: { sides: ['sell'] } }
    case 'buyable':
      return { stage: 'trading', takes: { sides: ['buy'] } }
    case 'untradable': {
      const opensAt = ahead(seconds('buy_start'), now)
      if (opensAt !== null) return { stage: 'announced', opensAt: iso(opensAt) }
      return { stage: ends !== null && ends <= now ? 'delisted' : 'halted', closesAt: iso(ends) }
    }
    default:
      return { stage: 'unknown' }
  }
}

const MARKET_ROWS = [rowsNamed(/\/spot\/currency_pairs$/, [], 'id', 'base', 'quote')]

export const GATE: ExchangeAdapter = { ...GENERAL, publicReads: GATE_PUBLIC, marketRows: MARKET_ROWS, stage }
