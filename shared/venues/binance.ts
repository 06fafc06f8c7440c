// Binance, spot. Sources: binance-spot-api-docs (rest-api.md, errors.md, testnet), snapshot of 2026-07-21.

import { BINANCE_ANSWERS } from './answers/binance.ts'
import { rulesOf } from './answers/table.ts'
import { member, textOf } from './json.ts'
import { codes, DAY_MS, hexKey, LOOK_UP_LAG_MS, STOP_SILENCE_MS, type VenueRecord } from './record.ts'

export const BINANCE: VenueRecord = {
  venue: 'binance',
  // "Orders with the same newClientOrderID can be accepted only when the previous one is filled": a market order that
  // filled at once has freed its key, so sending it again would buy twice.
  keyRule: 'unique-while-open',
  spellKey: hexKey,
  keyPattern: /^[a-zA-Z0-9-_]{1,36}$/,
  // `recvWindow` is checked on receipt and again before the matching engine, which itself may take ten seconds.
  validity: { windowMs: 5_000, marginMs: 11_000, lagMs: LOOK_UP_LAG_MS, stopSilenceMs: STOP_SILENCE_MS },
  legs: ['id', 'open', 'history', 'trades'],
  resend: 'never',
  refusalStatus: null,
  ...rulesOf(BINANCE_ANSWERS),
  // 6,000 by weight in a minute, where what is read most weighs 20 and the list of all open orders 80; 100 orders in ten
  // seconds, which weigh 1 each.
  limits: { requests: 130, forOrders: 90, tooMany: codes('-1003', '-1015') },
  retention: { closedMs: null, unfilledMs: 90 * DAY_MS },
  testing: 'own-host',
  // STOP_LOSS_LIMIT: in the same lists, under the same key, with type and stop price also after it has triggered.
  orderTypes: ['market', 'limit', 'stop-limit'],
  timesInForce: ['gtc', 'ioc', 'post-only'],
  tellsRights: true,
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
