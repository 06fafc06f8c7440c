// The fake exchanges, each with a key that its signature check knows. The last one stands for all those of which nothing is
// documented that could be built on.

import { recordOf } from '../../shared/venues/records.ts'
import { BINANCE_DIALECT, BINANCE_KEY } from './binance.ts'
import { BYBIT_DIALECT, BYBIT_KEY } from './bybit.ts'
import { COINBASE_DIALECT, COINBASE_KEY } from './coinbase.ts'
import { withKeyInfo } from './key-info.ts'
import { KRAKEN_DIALECT, KRAKEN_KEY } from './kraken.ts'
import { MEXC_DIALECT, MEXC_KEY } from './mexc.ts'
import { OKX_DIALECT, OKX_KEY } from './okx.ts'
import type { Dialect } from './server.ts'

const PLAIN = [
  { venue: 'binance', dialect: BINANCE_DIALECT, key: BINANCE_KEY },
  { venue: 'kraken', dialect: KRAKEN_DIALECT, key: KRAKEN_KEY },
  { venue: 'coinbase', dialect: COINBASE_DIALECT, key: COINBASE_KEY },
  { venue: 'bybit', dialect: BYBIT_DIALECT, key: BYBIT_KEY },
  { venue: 'okx', dialect: OKX_DIALECT, key: OKX_KEY },
  { venue: 'mexc', dialect: MEXC_DIALECT, key: MEXC_KEY },
]

export const FAKES = PLAIN.map((fake) => ({
  ...fake,
  dialect: withKeyInfo(fake.venue, fake.dialect, { withdraw: false, account: '1001' }),
  record: recordOf(fake.venue),
}))

/** The exchanges without what they tell of keys. */
export const PLAIN_DIALECTS: Readonly<Record<string, Dialect>> = Object.fromEntries(
  PLAIN.map(({ venue, dialect }) => [venue, dialect]),
)

export type Fake = (typeof FAKES)[number]
