// Kraken, spot. Sources: the vendor's REST pages; what a duplicate key is answered, and for how long orders are found, are
// measurements of others of 2026-09-10.

import { member, textOf } from './json.ts'
import { codes, hexKey, STOP_SILENCE_MS, type VenueRecord } from './record.ts'

export const KRAKEN: VenueRecord = {
  venue: 'kraken',
  keyRule: 'unique-while-open',
  spellKey: hexKey,
  keyPattern: /^[0-9a-f]{32}$/,
  // `deadline`, at most 60 seconds ahead.
  validity: { windowMs: 5_000, marginMs: 11_000, stopSilenceMs: STOP_SILENCE_MS },
  // There is no look-up by key alone: both lists are asked with `cl_ord_id`.
  legs: ['open', 'history', 'trades'],
  resend: 'never',
  refusalStatus: null,
  refusals: [
    { code: /^EOrder:(?!Rate limit)/ },
    { code: /^EGeneral:Invalid arguments(?!:cl_ord_id not unique)/ },
    ...codes('EAPI:Rate limit exceeded', 'EAPI:Feature disabled', 'EQuery:Unknown asset pair'),
  ],
  // Not `EAPI:Invalid nonce`: of a request that something between has sent twice only the copy is refused with it.
  clockRefusals: [],
  keyRefusals: codes('EAPI:Invalid key', 'EAPI:Invalid signature', 'EGeneral:Permission denied'),
  duplicates: [{ code: /^EGeneral:Invalid arguments:cl_ord_id not unique/ }],
  // A counter to 15 that sinks by one in three seconds for private reads, where trades count double; public ones apart.
  numbersRise: true,
  limits: {
    requests: 70,
    forOrders: 40,
    tooMany: [...codes('EAPI:Rate limit exceeded', 'EGeneral:Temporary lockout'), { code: /^EOrder:Rate limit/ }],
  },
  retention: { closedMs: null, unfilledMs: null },
  testing: 'none',
  // stop-loss-limit, in the same lists. Its FIX pages say that a triggered one is told as a limit order, its REST pages that
  // `misc` says "stopped" and that `stopprice` is for trailing stops only; both forms are understood.
  orderTypes: ['market', 'limit', 'stop-limit'],
  timesInForce: ['gtc', 'ioc', 'post-only'],
  tellsRights: true,
  streams: ['orders', 'book'],
  // The status is 200 whatever happened.
  read: (_status, body) => {
    const code = textOf(member(body, 'error', 0))
    const ids = member(body, 'result', 'txid')
    return {
      code,
      message: code ?? '',
      orderId: code === null && Array.isArray(ids) && ids.length === 1 ? textOf(ids[0]) : null,
      key: textOf(member(body, 'result', 'cl_ord_id')),
    }
  },
}
