// The stand-ins for exchanges. The last one stands for all those of which nothing is documented that could be built on. One that
// is missing here does not compile.

import type { KnownExchange } from '../../shared/venues/known.ts'
import { recordOf } from '../../shared/venues/records.ts'
import { BINANCE } from './binance.ts'
import { BYBIT } from './bybit.ts'
import { COINBASE } from './coinbase.ts'
import { GATE } from './gate.ts'
import { withKeyInfo } from './key-info.ts'
import { KRAKEN } from './kraken.ts'
import { MEXC } from './mexc.ts'
import { OKX } from './okx.ts'
import type { StandIn } from './stand-in.ts'

/** MEXC stands for these too. */
type Undocumented = 'kucoin' | 'bitget' | 'grvt'

export const STAND_INS: Readonly<Record<Exclude<KnownExchange, Undocumented>, StandIn>> = {
  binance: BINANCE,
  kraken: KRAKEN,
  coinbase: COINBASE,
  bybit: BYBIT,
  okx: OKX,
  gate: GATE,
  mexc: MEXC,
}

export const FAKES = Object.entries(STAND_INS).map(([venue, standIn]) => ({
  venue,
  key: standIn.key,
  dialect: withKeyInfo(standIn.keyInfo, standIn.dialect, { withdraw: false, account: '1001' }),
  record: recordOf(venue),
  standIn,
}))

export type Fake = (typeof FAKES)[number]

/** Where the exchange documents what it does with orders. */
export const DOCUMENTED = FAKES.filter(({ standIn }) => standIn.forms !== null)
