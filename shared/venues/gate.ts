// Gate: nothing is documented that the desk could build on but the form of its keys.

import { generalRecord } from './general.ts'
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

export const GATE: VenueRecord = { ...generalRecord('gate'), toClientOrderId: gateKey, keyPattern: /^t-[a-z2-7]{26}$/ }
