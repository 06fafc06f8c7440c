// GRVT: nothing is documented that the desk could build on but the form of its keys.

import { generalRecord } from './general.ts'
import { hexKey, type VenueRecord } from './record.ts'

/** GRVT takes 64 bits with the highest set: both halves of the intent folded into 63, which still never meet by chance. */
function grvtKey(intentId: string): string {
  const digits = hexKey(intentId)
  const folded = BigInt(`0x${digits.slice(0, 16)}`) ^ BigInt(`0x${digits.slice(16)}`)
  return String((folded & (2n ** 63n - 1n)) | (2n ** 63n))
}

export const GRVT: VenueRecord = { ...generalRecord('grvt'), toClientOrderId: grvtKey, keyPattern: /^\d{19,20}$/ }
