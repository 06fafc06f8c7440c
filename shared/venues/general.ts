// Every other exchange: nothing is known for certain, so nothing but a well-formed acceptance counts, and nothing is ever
// sent twice.

import { promisesOf } from './fact-sheets.ts'
import { hexKey, type VenueRecord } from './record.ts'

/** The record of a venue of which nothing is documented that the desk could build on. */
export function generalRecord(venue: string): VenueRecord {
  return {
    venue,
    ...promisesOf(venue),
    toClientOrderId: hexKey,
    keyPattern: /^[0-9a-f]{32}$/,
    refusalStatus: null,
    refusals: [],
    clockRefusals: [],
    keyRefusals: [],
    duplicates: [],
    strictNonce: false,
    streams: [],
    limits: { requests: 80, forOrders: 40, tooMany: [] },
    read: () => ({ code: null, message: '', orderId: null, key: null }),
  }
}
