// The exchanges by their ids. One that is missing here does not compile.

import type { KnownExchange } from '../../shared/venues/known.ts'
import { BINANCE } from './binance.ts'
import { BITGET } from './bitget.ts'
import { BYBIT } from './bybit.ts'
import { COINBASE } from './coinbase.ts'
import type { ExchangeAdapter } from './exchange.ts'
import { GATE } from './gate.ts'
import { GENERAL } from './general.ts'
import { KRAKEN } from './kraken.ts'
import { KUCOIN } from './kucoin.ts'
import { MEXC } from './mexc.ts'
import { OKX } from './okx.ts'

const ADAPTERS: Readonly<Record<KnownExchange, ExchangeAdapter>> = {
  binance: BINANCE,
  kraken: KRAKEN,
  coinbase: COINBASE,
  bybit: BYBIT,
  okx: OKX,
  gate: GATE,
  kucoin: KUCOIN,
  mexc: MEXC,
  bitget: BITGET,
  grvt: GENERAL,
}

const isKnown = (venue: string): venue is KnownExchange => Object.hasOwn(ADAPTERS, venue)

/** The exchange of this id; of one that is not known nothing is taken for granted. */
export const adapterOf = (venue: string): ExchangeAdapter => (isKnown(venue) ? ADAPTERS[venue] : GENERAL)
