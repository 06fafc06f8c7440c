// Judges what a venue answered to an order. Unknown is the default: only a listed refusal means refused, and only a
// well-formed order that is ours, or the venue's own id for it, means accepted.

import { compare } from '../../../shared/decimal.ts'
import type { RequestField } from '../../../shared/reasons/exchanges.ts'
import { type Reason, reason } from '../../../shared/reasons/reason.ts'
import { matches, type VenueRecord } from '../../../shared/venues/record.ts'
import { codeAndWords } from '../../../shared/venues/words.ts'
import type { Answer, OutgoingOrder } from '../../ports/system.ts'
import type { VenueOrder } from '../../ports/venue.ts'

export type Verdict =
  | { kind: 'accepted'; order: VenueOrder }
  /** The venue has it under this id and said nothing else of it. */
  | { kind: 'acknowledged'; orderId: string }
  | { kind: 'refused'; because: 'order' | 'clock' | 'key'; code: string; message: string }
  | { kind: 'not-sent'; detail: Reason }
  | { kind: 'conflict'; detail: Reason }
  | { kind: 'unknown'; detail: Reason }

type Answered = Extract<Answer, { phase: 'answered' }>

/** What became of a sending. */
export function judgePlacing(answer: Answer, sent: OutgoingOrder, record: VenueRecord): Verdict {
  if (answer.phase === 'not-sent') return { kind: 'not-sent', detail: answer.detail }
  if (answer.phase === 'lost') return { kind: 'unknown', detail: answer.detail }
  if (answer.order !== null) {
    const different = differences(answer.order, sent)
    return different === null ? { kind: 'accepted', order: answer.order } : { kind: 'conflict', detail: different }
  }
  const { status, code, message, orderId } = answer
  if (orderId !== null && code === null && status >= 200 && status < 300) return { kind: 'acknowledged', orderId }
  // Known there, so an order exists or existed: the proof that an earlier sending arrived, and no failure.
  if (matches(record.duplicates, code, message)) {
    return { kind: 'unknown', detail: reason('KEY_KNOWN_THERE') }
  }
  const settlesNothing = reason('ANSWER_SETTLES_NOTHING', { status, code })
  return refusal(answer, record) ?? { kind: 'unknown', detail: settlesNothing }
}

/** What the exchange said of its own accord, as plain text; `null` where it accepted or said nothing that could be read. */
export function wordsOf(answer: Answer): string | null {
  if (answer.phase !== 'answered' || answer.order !== null || answer.orderId !== null) return null
  const words = codeAndWords(answer.code, answer.message)
  return words === '' ? null : words
}

/** Words that leave open what became of an order, under whatever code they come. */
const UNSURE =
  /time[sd]?[ -]?out|(may|might) (already )?have|status unknown|unknown status|being processed|for processing|does not mean|check the (order|request)/i

// A server that fails, or a gate before it, may speak for an order that went through behind it.
function refusal({ status, code, message, isRefusal }: Answered, record: VenueRecord): Verdict | null {
  if (record.refusalStatus !== null && status !== record.refusalStatus) return null
  if (code === null || status >= 500 || status < 200 || (status >= 300 && status < 400)) return null
  if (UNSURE.test(message)) return null
  if (matches(record.clockRefusals, code, message)) return { kind: 'refused', because: 'clock', code, message }
  if (matches(record.keyRefusals, code, message)) return { kind: 'refused', because: 'key', code, message }
  const isRefused = isRefusal === true || matches(record.refusals, code, message)
  return isRefused ? { kind: 'refused', because: 'order', code, message } : null
}

/** In which fields the venue's order is another than the one that was sent; `null` when in none. */
export function differences(order: VenueOrder, sent: OutgoingOrder): Reason | null {
  const different = [
    order.key !== sent.key && 'key',
    order.market !== sent.market && 'market',
    order.side !== sent.side && 'side',
    order.type !== sent.type && 'type',
    compare(order.amount, sent.amount) !== 0 && 'amount',
    !samePrice(order.price, sent.price) && 'price',
    !sameStop(order, sent) && 'stop-price',
  ].filter((field): field is RequestField => field !== false)
  return different.length === 0 ? null : reason('OTHER_TERMS', { fields: different })
}

function samePrice(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : compare(a, b) === 0
}

/** A stop-limit order that does not tell its stop price has triggered; then there is nothing left to compare. */
function sameStop(order: VenueOrder, sent: OutgoingOrder): boolean {
  if (order.type === 'stop-limit' && sent.type === 'stop-limit' && order.stopPrice === null) return true
  return samePrice(order.stopPrice, sent.stopPrice)
}
