// What the page knows of each venue, by its id, in the order in which they are offered.

import { BINANCE_FACTS } from './facts/binance.ts'
import { BITGET_FACTS } from './facts/bitget.ts'
import { BYBIT_FACTS } from './facts/bybit.ts'
import { COINBASE_FACTS } from './facts/coinbase.ts'
import { GATE_FACTS } from './facts/gate.ts'
import { GATEWAY_FACTS } from './facts/gateway.ts'
import { GRVT_FACTS } from './facts/grvt.ts'
import { KRAKEN_FACTS } from './facts/kraken.ts'
import { KUCOIN_FACTS } from './facts/kucoin.ts'
import { MEXC_FACTS } from './facts/mexc.ts'
import { OKX_FACTS } from './facts/okx.ts'
import {
  GENERAL_PROMISES,
  TWO_TEXTS,
  type VenueCredentials,
  type VenueFacts,
  type VenuePromises,
} from './facts/sheet.ts'
import type { KnownExchange } from './known.ts'

export const FACTS: Readonly<Record<KnownExchange | 'gateway', VenueFacts>> = {
  binance: BINANCE_FACTS,
  kraken: KRAKEN_FACTS,
  coinbase: COINBASE_FACTS,
  bybit: BYBIT_FACTS,
  okx: OKX_FACTS,
  gate: GATE_FACTS,
  kucoin: KUCOIN_FACTS,
  mexc: MEXC_FACTS,
  bitget: BITGET_FACTS,
  grvt: GRVT_FACTS,
  gateway: GATEWAY_FACTS,
}

/** The facts of this venue; `undefined` for one that is not known. */
export const factsOf = (venue: string): VenueFacts | undefined =>
  Object.entries(FACTS).find(([id]) => id === venue)?.[1]

/** The exchanges whose public data is read, in the order in which they are offered. */
export const publicVenues = (): KnownExchange[] =>
  (Object.keys(FACTS) as (KnownExchange | 'gateway')[]).flatMap((id) =>
    id === 'gateway' || FACTS[id].publicData === null ? [] : [id],
  )

/** What the exchange's keys are made of; of one that is not described, a key and a secret. */
export const credentialsAt = (venue: string): VenueCredentials => factsOf(venue)?.credentials ?? TWO_TEXTS

/** What it promises about orders: the same facts as in its record. */
export const promisesOf = (venue: string): VenuePromises =>
  factsOf(venue === 'practice' ? 'gateway' : venue)?.promises ?? GENERAL_PROMISES
