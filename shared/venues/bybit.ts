// Bybit v5, spot. Sources: bybit-exchange/docs of 2026-07-24 (order create, error codes, order history).

import { member, textOf } from './json.ts'
import { codes, DAY_MS, hexKey, type VenueRecord } from './record.ts'

export const BYBIT: VenueRecord = {
  venue: 'bybit',
  keyRule: 'unique',
  spellKey: hexKey,
  keyPattern: /^[a-zA-Z0-9-_]{1,36}$/,
  validity: { windowMs: 5_000, marginMs: 11_000 },
  legs: ['id', 'open', 'history', 'trades'],
  resend: 'never',
  refusalStatus: null,
  // Of the two ranges of checks before an order those are missing that say nothing: 170001, 170005, 170007 (server
  // timeout), 170032, 170146 (creation timeout), and what means a known key.
  refusals: [...codes('10001'), { code: /^170(?!001|005|007|032|141|146)[01]\d\d$/ }, { code: /^1100(?!72)\d\d$/ }],
  clockRefusals: codes('10002'),
  keyRefusals: codes('10003', '10004', '10005', '10010', '33004'),
  duplicates: codes('170141', '110072', '10014'),
  // 600 in five seconds for one address.
  limits: { requests: 200, forOrders: 100, tooMany: codes('10006', '10018', '10429') },
  retention: { closedMs: 7 * DAY_MS, unfilledMs: DAY_MS },
  testing: 'own-host',
  // No stop-limit: those are told only to who asks with `orderFilter=StopOrder`, and become another order with another id when
  // they trigger. None of the look-ups here would see them.
  orderTypes: ['market', 'limit'],
  timesInForce: ['gtc', 'ioc', 'post-only'],
  tellsRights: true,
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
