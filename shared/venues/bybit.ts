// Bybit v5, spot. Sources: bybit-exchange/docs of 2026-07-24 (order create, error codes, order history).

import { BYBIT_ANSWERS } from './answers/bybit.ts'
import { rulesOf } from './answers/table.ts'
import { BYBIT_FACTS } from './facts/bybit.ts'
import { member, textOf } from './json.ts'
import { codes, hexKey, type VenueRecord } from './record.ts'

export const BYBIT: VenueRecord = {
  venue: 'bybit',
  ...BYBIT_FACTS.promises,
  toClientOrderId: hexKey,
  keyPattern: /^[a-zA-Z0-9-_]{1,36}$/,
  refusalStatus: null,
  ...rulesOf(BYBIT_ANSWERS),
  // 600 in five seconds for one address.
  limits: { requests: 200, forOrders: 100, tooMany: codes('10006', '10018', '10429', '170005', '170222') },
  strictNonce: false,
  streams: ['orders', 'book'],
  read: (_status, body) => {
    const code = textOf(member(body, 'retCode'))
    return {
      code: code === '0' ? null : code,
      message: textOf(member(body, 'retMsg')) ?? '',
      // Accepted only: whether the order lives is told by a look-up.
      orderId: code === '0' ? textOf(member(body, 'result', 'orderId')) : null,
      key: textOf(member(body, 'result', 'orderLinkId')),
    }
  },
}
