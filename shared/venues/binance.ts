// Binance, spot. Sources: binance-spot-api-docs (rest-api.md, errors.md, testnet), snapshot of 2026-07-21.

import { BINANCE_ANSWERS } from './answers/binance.ts'
import { rulesOf } from './answers/table.ts'
import { BINANCE_FACTS } from './facts/binance.ts'
import { member, textOf } from './json.ts'
import { codes, hexKey, type VenueRecord } from './record.ts'

export const BINANCE: VenueRecord = {
  venue: 'binance',
  ...BINANCE_FACTS.promises,
  toClientOrderId: hexKey,
  keyPattern: /^[a-zA-Z0-9-_]{1,36}$/,
  refusalStatus: null,
  ...rulesOf(BINANCE_ANSWERS),
  // 6,000 by weight in a minute, where what is read most weighs 20 and the list of all open orders 80; 100 orders in ten
  // seconds, which weigh 1 each.
  limits: { requests: 130, forOrders: 90, tooMany: codes('-1003', '-1015') },
  strictNonce: false,
  streams: ['orders', 'book'],
  read: (_status, body) => {
    const key = textOf(member(body, 'clientOrderId'))
    return {
      code: textOf(member(body, 'code')),
      message: textOf(member(body, 'msg')) ?? '',
      // It always repeats the key; an id without one is no acceptance.
      orderId: key === null ? null : textOf(member(body, 'orderId')),
      key,
    }
  },
}
