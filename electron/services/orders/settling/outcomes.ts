// What an answer of the exchange does to an order, and what it means that its row could not be written.

import type { Order } from '../../../../shared/order.ts'
import { nothingSent, type Reason, reason } from '../../../../shared/reasons/reason.ts'
import { AppError } from '../../../../shared/result.ts'
import type { AttemptEnd, OrderChange } from '../../../ports/stores.ts'
import type { Answer } from '../../../ports/system.ts'
import type { Verdict } from '../answers.ts'

export const LOST = reason('ANSWER_LOST')

/** How much of the request had left when this answer came. */
export function leftOf(answer: Answer): AttemptEnd['sent'] {
  if (answer.phase === 'not-sent') return 'nothing'
  return answer.phase === 'lost' ? answer.sent : 'whole'
}

/** A disk that takes or gives no row, or a profile that is damaged. */
export function isStorageFailure(error: unknown): error is AppError {
  return error instanceof AppError && (error.code === 'STORAGE_FAILED' || error.code === 'PROFILE_DAMAGED')
}

/** The same failure, with what it means for an order that it kept from being checked or written down. */
export function unsent(error: unknown): unknown {
  return isStorageFailure(error) ? new AppError(error.code, nothingSent(error.reason), { cause: error }) : error
}

/** The proof takes a while, so that what the exchange did say is shown meanwhile. */
const inDoubt = (words: string | null): OrderChange => ({
  status: 'unknown',
  reason: words === null ? LOST : reason('ANSWER_UNCLEAR', { words }),
})

/** Why it was not placed, with what the exchange had answered before. */
export function neverPlaced({ attempts }: Order): Reason {
  const words = attempts.findLast((attempt) => attempt.words !== null)?.words ?? null
  return reason('NEVER_PLACED', { words })
}

/**
 * Of a repeat only the order itself settles anything: that this sending was refused, or did not leave, says nothing of the
 * one before it.
 */
export function consequences(verdict: Verdict, isFirst: boolean, words: string | null) {
  switch (verdict.kind) {
    case 'accepted': {
      const next: OrderChange = { status: verdict.order.status, venueOrder: verdict.order }
      return { outcome: 'accepted' as const, detail: null, next }
    }
    case 'acknowledged': {
      const next: OrderChange = { status: 'open', orderId: verdict.orderId }
      return { outcome: 'accepted' as const, detail: null, next }
    }
    case 'refused': {
      const next: OrderChange = isFirst
        ? { status: 'rejected', reason: words === null ? null : reason('EXCHANGE_SAID', { words }) }
        : inDoubt(words)
      const detail = reason('EXCHANGE_REFUSED', { code: verdict.code, words: verdict.message })
      return { outcome: 'refused' as const, detail, next }
    }
    case 'not-sent': {
      const next: OrderChange = isFirst
        ? { status: 'not-sent', reason: verdict.detail }
        : { status: 'unknown', reason: LOST }
      return { outcome: 'not-sent' as const, detail: verdict.detail, next }
    }
    case 'conflict': {
      const next: OrderChange = { status: 'conflict', reason: verdict.detail }
      return { outcome: 'unknown' as const, detail: verdict.detail, next }
    }
    case 'unknown': {
      return { outcome: 'unknown' as const, detail: verdict.detail, next: inDoubt(words) }
    }
  }
}
