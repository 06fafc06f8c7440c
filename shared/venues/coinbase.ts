// Coinbase Advanced Trade. Sources: the vendor's REST pages and coinbase-advanced-py of 2026-06.

import { COINBASE_ANSWERS } from './answers/coinbase.ts'
import { rulesOf } from './answers/table.ts'
import { COINBASE_FACTS } from './facts/coinbase.ts'
import { member, textOf } from './json.ts'
import { hexKey, type VenueRecord } from './record.ts'

/** What a row tells is judged by its row. */
const LISTED = new Set(COINBASE_ANSWERS.rows.map(({ code }) => code))

export const COINBASE: VenueRecord = {
  venue: 'coinbase',
  ...COINBASE_FACTS.promises,
  toClientOrderId: hexKey,
  keyPattern: /^[0-9a-f]{32}$/,
  refusalStatus: null,
  ...rulesOf(COINBASE_ANSWERS),
  // 30 in a second for private calls, 10 for public ones.
  limits: { requests: 150, forOrders: 80, tooMany: [] },
  strictNonce: false,
  streams: ['orders', 'book'],
  // A refusal has the status 200, `success: false` and an `error_response`.
  read: (_status, body) => {
    // The answer to a cancel, in a row for each order.
    const canceled = member(body, 'results', 0)
    if (canceled !== undefined) {
      const failure = member(canceled, 'success') === true ? null : textOf(member(canceled, 'failure_reason'))
      return { code: failure, message: '', orderId: null, key: null }
    }
    const failed = member(body, 'error_response')
    // What fails before the order itself has its reason in a field of its own, and "unknown" in the others.
    const reasons = [
      ...['new_order_failure_reason', 'error', 'preview_failure_reason'].map((name) => textOf(member(failed, name))),
      textOf(member(body, 'failure_reason')),
    ]
    const isPlaced = member(body, 'success') === true
    const words = [textOf(member(failed, 'message')), textOf(member(failed, 'error_details'))].filter(
      (each) => each !== null,
    )
    const named = reasons.find((told) => told !== null && !/^unknown/i.test(told)) ?? reasons[1] ?? null
    // A shape that speaks for itself, with words but without a reason, goes by the name of its field.
    const reason = named ?? textOf(member(body, 'error')) ?? (words.length > 0 ? 'error_response' : null)
    const isShaped = member(body, 'success') === false && failed !== undefined
    const isOpen = [reason ?? '', ...words].some((each) => DOUBT.test(each))
    const isRefusal = isShaped && reason !== null && !LISTED.has(reason) && !isOpen
    return {
      code: isPlaced ? null : reason,
      message: [...new Set(words)].join(' ') || (textOf(member(body, 'message')) ?? ''),
      orderId: isPlaced ? textOf(member(body, 'success_response', 'order_id')) : null,
      key: textOf(member(body, 'success_response', 'client_order_id')),
      ...(isRefusal ? { isRefusal } : {}),
    }
  },
}

/** Words of a reason or of its explanation that leave open what became of the order. */
const DOUBT =
  /unknown|time[sd]?[ _-]*out|deadline|internal|unavailable|may[ _](be|have)|might|pending|process|progress|already|retry|try[ _]again|server|lost|queued|submitted|duplicate|exists/i
