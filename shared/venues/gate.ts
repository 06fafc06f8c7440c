// Gate API v4, spot. Sources: its page "Gate API v4.106.88" in a copy of 2026-05-27 (signed requests, frequency limits, labels,
// return status), docs/Order.md and docs/SpotApi.md of gate/gateapi-python of 2026-03-31 (`text`, `x-gate-exptime`, `finish_as`,
// lists); what becomes of a second order with one `text` was told by its staff in its SDKs' issues.

import { GATE_ANSWERS } from './answers/gate.ts'
import { rulesOf } from './answers/table.ts'
import { GATE_FACTS } from './facts/gate.ts'
import { member, textOf } from './json.ts'
import { codes, hexKey, type VenueRecord } from './record.ts'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/** Gate wants `t-` and at most 28 further signs, of which ccxt takes 26: these hold the 128 bits. */
function gateKey(intentId: string): string {
  let rest = BigInt(`0x${hexKey(intentId)}`)
  let signs = ''
  for (let at = 0; at < 26; at += 1) {
    signs = ALPHABET.charAt(Number(rest % 32n)) + signs
    rest /= 32n
  }
  return `t-${signs}`
}

/** "Request accepted by the server, but processing is not done yet": whatever stands in it, there may be no order. */
const UNFINISHED = 202

export const GATE: VenueRecord = {
  venue: 'gate',
  ...GATE_FACTS.promises,
  toClientOrderId: gateKey,
  keyPattern: /^t-[0-9A-Za-z_.-]{1,26}$/,
  refusalStatus: null,
  ...rulesOf(GATE_ANSWERS),
  // 10 orders a second for each market, 200 of every other call in ten seconds.
  limits: { requests: 150, forOrders: 80, tooMany: codes('TOO_MANY_REQUESTS') },
  strictNonce: false,
  streams: ['orders'],
  read: (status, body) => {
    const code = textOf(member(body, 'label'))
    return {
      code,
      message: textOf(member(body, 'message')) ?? textOf(member(body, 'detail')) ?? '',
      orderId: code === null && status !== UNFINISHED ? textOf(member(body, 'id')) : null,
      key: textOf(member(body, 'text')),
    }
  },
}
