// The record of each venue by its id.

import { BINANCE } from './binance.ts'
import { BYBIT } from './bybit.ts'
import { COINBASE } from './coinbase.ts'
import { GATEWAY } from './gateway.ts'
import { generalRecord } from './general.ts'
import { KRAKEN } from './kraken.ts'
import { OKX } from './okx.ts'
import type { VenueRecord } from './record.ts'

const RECORDS: readonly VenueRecord[] = [BINANCE, KRAKEN, COINBASE, BYBIT, OKX, GATEWAY]

/** What is known of the venue; of one without a record nothing is taken for granted. */
export function recordOf(venue: string): VenueRecord {
  return RECORDS.find((record) => record.venue === (venue === 'practice' ? 'gateway' : venue)) ?? generalRecord(venue)
}
