// Judges what a venue answered. Unknown is the default: only a parsed, listed refusal means refused, and only a
// well-formed order that is ours means accepted.

import { compare } from '../../shared/decimal.ts'
import type { Answer, OutgoingOrder } from '../ports.ts'
import type { VenueOrder } from '../venue.ts'

/** The practice exchange's definite refusals; every other code leaves the outcome unknown. */
const DEFINITE_REFUSALS: readonly string[] = [
  'INSUFFICIENT_FUNDS',
  'STEP',
  'TICK',
  'MIN_AMOUNT',
  'MAX_AMOUNT',
  'MIN_NOTIONAL',
  'MARKET_UNKNOWN',
  'MARKET_NOT_TRADING',
  'LIMIT_ONLY',
  'POST_ONLY_WOULD_CROSS',
]

export type Verdict =
  | { kind: 'accepted'; order: VenueOrder }
  | { kind: 'refused'; code: string; message: string }
  | { kind: 'not-sent'; detail: string }
  | { kind: 'conflict'; order: VenueOrder; detail: string }
  | { kind: 'unknown'; detail: string }

/** What became of a sending. */
export function judgePlacing(answer: Answer, sent: OutgoingOrder): Verdict {
  if (answer.phase === 'not-sent') return { kind: 'not-sent', detail: answer.detail }
  if (answer.phase === 'lost') return { kind: 'unknown', detail: answer.detail }
  if (answer.order !== null) return ours(answer.order, sent)
  if (answer.status === 422 && answer.code !== null && DEFINITE_REFUSALS.includes(answer.code)) {
    return { kind: 'refused', code: answer.code, message: answer.message }
  }
  return { kind: 'unknown', detail: describe(answer) }
}

export type Finding =
  | { kind: 'found'; order: VenueOrder }
  | { kind: 'conflict'; order: VenueOrder; detail: string }
  | { kind: 'none-yet' }
  | { kind: 'buried' }
  | { kind: 'inconclusive'; detail: string }

/** What a look-up, a cancel or a burial says about an order that was sent. */
export function judgeLookup(answer: Answer, sent: OutgoingOrder): Finding {
  if (answer.phase !== 'answered') return { kind: 'inconclusive', detail: answer.detail }
  if (answer.order !== null) {
    const verdict = ours(answer.order, sent)
    return verdict.kind === 'accepted' ? { kind: 'found', order: verdict.order } : verdict
  }
  if (answer.buried) return { kind: 'buried' }
  if (answer.status === 404 && answer.code === 'ORDER_NOT_FOUND') return { kind: 'none-yet' }
  return { kind: 'inconclusive', detail: describe(answer) }
}

type Ours = { kind: 'accepted'; order: VenueOrder } | { kind: 'conflict'; order: VenueOrder; detail: string }

// The venue's answer is believed only when it speaks of exactly the order that was sent.
function ours(order: VenueOrder, sent: OutgoingOrder): Ours {
  const different = [
    order.key !== sent.key && 'key',
    order.market !== sent.market && 'market',
    order.side !== sent.side && 'side',
    order.type !== sent.type && 'type',
    compare(order.amount, sent.amount) !== 0 && 'amount',
    !samePrice(order.price, sent.price) && 'price',
  ].filter((field) => field !== false)
  if (different.length === 0) return { kind: 'accepted', order }
  return { kind: 'conflict', order, detail: `The exchange shows an order with another ${different.join(', ')}.` }
}

function samePrice(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : compare(a, b) === 0
}

function describe(answer: Extract<Answer, { phase: 'answered' }>): string {
  return `The exchange answered ${answer.status}${answer.code === null ? '' : ` ${answer.code}`}, which settles nothing.`
}
