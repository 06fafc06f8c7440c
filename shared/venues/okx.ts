// OKX v5, spot. Sources: the vendor's pages on order placement and error codes; what a second key is answered is told by
// its users.

import { OKX_ANSWERS } from './answers/okx.ts'
import { rulesOf } from './answers/table.ts'
import { member, textOf } from './json.ts'
import { codes, DAY_MS, HOUR_MS, hexKey, LOOK_UP_LAG_MS, type VenueRecord } from './record.ts'

/** "51008 is the error code and 1000 is the error sub-code". */
const SUB_CODE = /_\d+$/

export const OKX: VenueRecord = {
  venue: 'okx',
  keyRule: 'unique-while-open',
  spellKey: hexKey,
  keyPattern: /^[a-zA-Z0-9]{1,32}$/,
  // The header `expTime`.
  validity: { windowMs: 5_000, marginMs: 11_000, lagMs: LOOK_UP_LAG_MS },
  legs: ['id', 'open', 'history', 'trades'],
  resend: 'never',
  refusalStatus: null,
  ...rulesOf(OKX_ANSWERS),
  // Counted by kind of call: 20 to 60 in two seconds each.
  limits: { requests: 150, forOrders: 80, tooMany: codes('50011', '50013', '50040', '50061') },
  retention: { closedMs: 90 * DAY_MS, unfilledMs: 2 * HOUR_MS },
  testing: 'header',
  // No stop-limit: conditional orders are algo orders there, with lists and ids of their own, which become another order when
  // they trigger. None of the look-ups here would see them.
  orderTypes: ['market', 'limit'],
  timesInForce: ['gtc', 'ioc', 'post-only'],
  tellsRights: true,
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
