// Every other exchange: nothing is known for certain, so nothing but a well-formed acceptance counts, and nothing is ever
// sent twice.

import { generalPromises } from './promises.ts'
import { hexKey, type VenueRecord } from './record.ts'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/** Gate wants `t-` and at most 28 further signs: 26 of base 32 hold the 128 bits. */
function gateKey(intentId: string): string {
  let rest = BigInt(`0x${hexKey(intentId)}`)
  let signs = ''
  for (let at = 0; at < 26; at += 1) {
    signs = ALPHABET.charAt(Number(rest % 32n)) + signs
    rest /= 32n
  }
  return `t-${signs}`
}

/** GRVT takes 64 bits with the highest set: both halves of the intent folded into 63, which still never meet by chance. */
function grvtKey(intentId: string): string {
  const digits = hexKey(intentId)
  const folded = BigInt(`0x${digits.slice(0, 16)}`) ^ BigInt(`0x${digits.slice(16)}`)
  return String((folded & (2n ** 63n - 1n)) | (2n ** 63n))
}

const KEYS: Readonly<Record<string, Pick<VenueRecord, 'spellKey' | 'keyPattern'>>> = {
  gate: { spellKey: gateKey, keyPattern: /^t-[a-z2-7]{26}$/ },
  grvt: { spellKey: grvtKey, keyPattern: /^\d{19,20}$/ },
}

/** The record of a venue of which nothing is documented that the desk could build on. */
export function generalRecord(venue: string): VenueRecord {
  return {
    venue,
    ...generalPromises(venue),
    ...(KEYS[venue] ?? { spellKey: hexKey, keyPattern: /^[0-9a-f]{32}$/ }),
    refusalStatus: null,
    refusals: [],
    clockRefusals: [],
    keyRefusals: [],
    duplicates: [],
    limits: { requests: 80, forOrders: 40, tooMany: [] },
    read: () => ({ code: null, message: '', orderId: null, key: null }),
  }
}
