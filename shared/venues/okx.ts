// OKX v5, spot. Sources: the vendor's pages on order placement and error codes; what a second key is answered is told by
// its users.

import { OKX_ANSWERS } from './answers/okx.ts'
import { rulesOf } from './answers/table.ts'
import { OKX_FACTS } from './facts/okx.ts'
import { member, textOf } from './json.ts'
import { codes, hexKey, type VenueRecord } from './record.ts'

/** "51008 is the error code and 1000 is the error sub-code". */
const SUB_CODE = /_\d+$/

export const OKX: VenueRecord = {
  venue: 'okx',
  ...OKX_FACTS.promises,
  toClientOrderId: hexKey,
  keyPattern: /^[a-zA-Z0-9]{1,32}$/,
  refusalStatus: null,
  ...rulesOf(OKX_ANSWERS),
  // Counted by kind of call: 20 to 60 in two seconds each.
  limits: { requests: 150, forOrders: 80, tooMany: codes('50011', '50013', '50040', '50061') },
  strictNonce: false,
  streams: ['orders', 'book'],
  // The row's own code counts, inside an answer with the status 200. Of one order there is one row.
  read: (_status, body) => {
    const whole = textOf(member(body, 'code'))
    const row = textOf(member(body, 'data', 0, 'sCode'))
    const isOne = member(body, 'data', 1) === undefined
    const isPlaced = isOne && whole === '0' && row === '0'
    const code = row !== null && row !== '0' && isOne ? row.replace(SUB_CODE, '') : whole
    return {
      code: isPlaced || code === '0' ? null : code,
      message: textOf(member(body, 'data', 0, 'sMsg')) ?? textOf(member(body, 'msg')) ?? '',
      orderId: isPlaced ? textOf(member(body, 'data', 0, 'ordId')) : null,
      key: textOf(member(body, 'data', 0, 'clOrdId')),
    }
  },
}
