// Finds out what became of an order whose answer was lost, and proves that it is dead before it is called so.

import type { Order } from '../../../../shared/order.ts'
import { isUnsettled } from '../../../../shared/order-states.ts'
import { isSameReason, reason } from '../../../../shared/reasons/reason.ts'
import type { VenueRecord } from '../../../../shared/venues/record.ts'
import type { AttemptEnd } from '../../../ports/stores.ts'
import type { LookUp, LookupPass, OrderQuery, OutgoingOrder } from '../../../ports/system.ts'
import type { AccountContext } from '../../accounts/accounts.ts'
import { judgePlacing, type Verdict, wordsOf } from '../answers.ts'
import { lastValidity, outgoing, UNSURE_MS } from '../order-wire.ts'
import { type Finding, isConfirmedMissing, isStuck, judgeRound, remember } from '../reconcile.ts'
import type { ExecutorMemory, ExecutorParts } from './executor-parts.ts'
import type { OrderIntake } from './order-intake.ts'
import type { Attempt } from './order-sender.ts'
import type { OrderWrites } from './order-writes.ts'
import { consequences, neverPlaced } from './outcomes.ts'

const MAX_ATTEMPTS = 6

/** What one look at an order has found, and the order as it was sent. */
export interface LookResult {
  sent: OutgoingOrder
  round: LookupPass
  finding: Finding
}

const isReached = ({ legs, unlisted }: LookupPass) =>
  unlisted === true || legs.some(({ state }) => state === 'answered')

export interface OrderLookup {
  /** Asks every place once; changes nothing. */
  find(order: Order, context: AccountContext, how: LookUp): Promise<LookResult>
  /** What such a look has found. */
  judged(order: Order, context: AccountContext, round: LookupPass): LookResult
  /** What this look settles. */
  adopt(order: Order, context: AccountContext, found: LookResult): Promise<Order>
}

// In the venue's time as it was at the first sending: this machine's clock may have been wrong then, or be wrong now,
// and a list that begins too late would lack the order.
export const queryOf = (order: Order, context: AccountContext): OrderQuery => {
  const first = order.attempts[0]
  const validUntil = lastValidity(order, context.exchange.record)
  const firstUntil = first?.validUntil ?? null
  const { validity } = context.exchange.record
  const since =
    firstUntil === null || validity === null
      ? Date.parse(first?.startedAt ?? order.createdAt) - UNSURE_MS
      : firstUntil - validity.windowMs
  return { order: outgoing(order, validUntil), orderId: order.venueOrderId, since }
}

/** Builds it. */
export function createOrderLookup(
  parts: ExecutorParts,
  writes: OrderWrites,
  { covers, unreported }: ExecutorMemory,
  intake: OrderIntake,
  attempt: Attempt,
): OrderLookup {
  const { journal, preTrade, cover, changed, looked, keyRefused } = parts
  const { timestamp, stored, change } = writes
  const { take, takeTold } = intake

  const voidKey = async (order: Order, context: AccountContext, sent: OutgoingOrder): Promise<Order> => {
    const answer = await context.exchange.voidKey?.(sent.key)
    if (answer?.phase !== 'answered') return order
    if (answer.order !== null) return take(order, answer.order, sent)
    return answer.buried
      ? change(order.intentId, { status: 'not-placed', reason: reason('NEVER_PLACED', { words: null }) })
      : order
  }

  const judged = (order: Order, context: AccountContext, round: LookupPass): LookResult => {
    const { order: sent } = queryOf(order, context)
    const knows = (orderId: string) => journal.knowsVenueOrder(order.accountId, orderId)
    const own = { orderId: order.venueOrderId, knows }
    return { sent, round, finding: judgeRound(round, sent, context.exchange.record, own) }
  }

  const find = async (order: Order, context: AccountContext, { isBackground }: LookUp) =>
    judged(order, context, await context.exchange.find(queryOf(order, context), { isBackground }))

  /** An order that was seen to stand; where the exchange tells nothing of it any more, the trader is told that. */
  const reportUnlisted = (order: Order, { unlisted }: LookupPass, finding: Finding): Order => {
    if (unlisted !== true || finding.kind !== 'inconclusive') return order
    unreported.add(order.intentId)
    const why = reason('LOOK_YOURSELF', { why: finding.detail })
    return isSameReason(why, order.reason) ? order : change(order.intentId, { status: order.status, reason: why })
  }

  /**
   * An answer that came after its deadline settles what it would have settled in time; `null` where that is nothing. Of
   * several sendings nobody can say which one was refused.
   */
  const late = (order: Order, verdict: Verdict, words: string | null): Order | null => {
    const isDefinite = verdict.kind === 'acknowledged' || verdict.kind === 'accepted' || verdict.kind === 'conflict'
    if (!isDefinite && !(verdict.kind === 'refused' && order.attempts.length === 1)) return null
    const { outcome, detail, next } = consequences(verdict, true, words)
    const end: AttemptEnd = { outcome, sent: 'whole', detail: reason('ANSWER_LATE', { why: detail }), words }
    journal.finishAttempt(order.intentId, order.attempts.length, end, timestamp(), next)
    if (verdict.kind === 'refused' && verdict.because === 'key') keyRefused(order.accountId)
    const after = stored(order.intentId)
    changed(after)
    return after
  }

  /** Where a repeat only asks for the first one, and while the trader's look at the price holds; never at any price. */
  const mayRepeat = (order: Order, context: AccountContext): boolean =>
    context.exchange.record.resend === 'replay' &&
    order.status === 'unknown' &&
    order.type !== 'market' &&
    order.attempts.length < MAX_ATTEMPTS &&
    preTrade.checked(order.intentId) === null

  const searched = (
    order: Order,
    finding: Finding,
    venueNow: number | null,
    sent: OutgoingOrder,
    record: VenueRecord,
  ): Order => {
    const wasHeard = cover.holds(order.accountId, covers.get(order.intentId) ?? null)
    const memory = remember(journal.searchOf(order.intentId), finding, venueNow, sent, record, wasHeard)
    const detail = finding.kind === 'inconclusive' ? finding.detail : null
    journal.saveSearch(order.intentId, memory, detail, timestamp())
    if (isConfirmedMissing(memory)) return change(order.intentId, { status: 'not-placed', reason: neverPlaced(order) })
    if (isStuck(memory, finding, sent, venueNow) && order.status === 'unknown') {
      return change(order.intentId, { status: 'stuck', reason: reason('NOT_TOLD') })
    }
    const now = stored(order.intentId)
    looked(now)
    return now
  }

  const adopt = async (order: Order, context: AccountContext, { sent, round, finding }: LookResult): Promise<Order> => {
    const { record } = context.exchange
    unreported.delete(order.intentId)
    if (finding.kind === 'found') return take(order, finding.order, sent)
    if (finding.kind === 'conflict') return change(order.intentId, { status: 'conflict', reason: finding.detail })
    if (!isUnsettled(order.status)) return reportUnlisted(order, round, finding)
    const told = round.late === null ? null : late(order, judgePlacing(round.late, sent, record), wordsOf(round.late))
    if (told !== null) return told
    if (finding.kind === 'negative' && context.exchange.voidKey !== null) return voidKey(order, context, sent)
    // A locked vault, or no connection, says nothing of the order and nothing of the exchange.
    if (!isReached(round)) return order
    if (mayRepeat(order, context)) {
      // Limits and balances are asked again with what is true by now.
      await context.view.refresh()
      return takeTold(order, sent) ?? attempt(order, context)
    }
    return searched(order, finding, round.venueNow, sent, record)
  }

  return { find, judged, adopt }
}
