// OKX v5, spot. Sources: the vendor's pages on order placement and error codes; what a second key is answered is told by
// its users.

import { member, textOf } from './json.ts'
import { codes, DAY_MS, HOUR_MS, hexKey, type VenueRecord } from './record.ts'

export const OKX: VenueRecord = {
  venue: 'okx',
  keyRule: 'unique-while-open',
  spellKey: hexKey,
  keyPattern: /^[a-zA-Z0-9]{1,32}$/,
  // The header `expTime`.
  validity: { windowMs: 5_000, marginMs: 11_000 },
  legs: ['id', 'open', 'history', 'trades'],
  resend: 'never',
  refusalStatus: null,
  // 51149 timed out, 51016 and 51000 about `clOrdId` mean a known key; 50004 "does not indicate success or failure".
  refusals: [{ code: /^51(?!000|016|149)\d{3}$/ }, { code: '51000', message: /^(?!.*clOrdId)/i }],
  clockRefusals: codes('50102', '50112'),
  keyRefusals: codes('50100', '50101', '50103', '50104', '50105', '50110', '50111', '50113', '50114', '50119', '50120'),
  duplicates: [...codes('51016'), { code: '51000', message: /clOrdId/i }],
  // Counted by kind of call: 20 to 60 in two seconds each.
  limits: { requests: 150, forOrders: 80, tooMany: codes('50011', '50013', '50061') },
  retention: { closedMs: 90 * DAY_MS, unfilledMs: 2 * HOUR_MS },
  testing: 'header',
  // No stop-limit: conditional orders are algo orders there, with lists and ids of their own, which become another order when
  // they trigger. None of the look-ups here would see them.
  orderTypes: ['market', 'limit'],
  timesInForce: ['gtc', 'ioc', 'post-only'],
  tellsRights: true,
  streams: ['orders', 'book'],
  // The row's own code counts, inside an answer with the status 200.
  read: (_status, body) => {
    const whole = textOf(member(body, 'code'))
    const row = textOf(member(body, 'data', 0, 'sCode'))
    const isPlaced = whole === '0' && row === '0'
    const code = row !== null && row !== '0' ? row : whole
    return {
      code: isPlaced || code === '0' ? null : code,
      message: textOf(member(body, 'data', 0, 'sMsg')) ?? textOf(member(body, 'msg')) ?? '',
      orderId: isPlaced ? textOf(member(body, 'data', 0, 'ordId')) : null,
      key: textOf(member(body, 'data', 0, 'clOrdId')),
    }
  },
}
