// The record of each venue by its id.

import { BINANCE } from './binance.ts'
import { BYBIT } from './bybit.ts'
import { COINBASE } from './coinbase.ts'
import { GATE } from './gate.ts'
import { GATEWAY } from './gateway.ts'
import { generalRecord } from './general.ts'
import { GRVT } from './grvt.ts'
import type { KnownExchange } from './known.ts'
import { KRAKEN } from './kraken.ts'
import { OKX } from './okx.ts'
import type { VenueRecord } from './record.ts'

const RECORDS: Readonly<Record<KnownExchange | 'gateway' | 'practice', VenueRecord>> = {
  binance: BINANCE,
  kraken: KRAKEN,
  coinbase: COINBASE,
  bybit: BYBIT,
  okx: OKX,
  gate: GATE,
  kucoin: generalRecord('kucoin'),
  mexc: generalRecord('mexc'),
  bitget: generalRecord('bitget'),
  grvt: GRVT,
  gateway: GATEWAY,
  practice: GATEWAY,
}

/** What is known of the venue; of one without a record nothing is taken for granted. */
export function recordOf(venue: string): VenueRecord {
  return Object.entries(RECORDS).find(([id]) => id === venue)?.[1] ?? generalRecord(venue)
}
