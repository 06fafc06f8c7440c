// Sends an order once: the attempt on the disk, then the first byte, then the outcome on the disk.

import { isZero } from '../../../../shared/decimal.ts'
import type { Order } from '../../../../shared/order.ts'
import { isLive, isUnsettled } from '../../../../shared/order-states.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import type { NewOrder } from '../../../ports/stores.ts'
import type { Answer } from '../../../ports/system.ts'
import type { AccountContext } from '../../accounts/accounts.ts'
import { judgePlacing, type Verdict, wordsOf } from '../answers.ts'
import { outgoing } from '../order-wire.ts'
import type { ExecutorMemory, ExecutorParts } from './executor-parts.ts'
import { amountOf } from './order-intake.ts'
import { NOT_SAVED, type OrderWrites } from './order-writes.ts'
import { consequences, isStorageFailure, leftOf, unsent } from './outcomes.ts'

/** Sends a recorded order, or repeats one in doubt where a repeat only asks for the first. */
export type Attempt = (order: NewOrder | Order, context: AccountContext) => Promise<Order>

/** Builds it. */
export function createOrderSender(parts: ExecutorParts, writes: OrderWrites, memory: ExecutorMemory): Attempt {
  const { journal, clock, trace, logger, notices, preTrade, cover, changed, keyRefused } = parts
  const { timestamp, stored, change } = writes
  const { told, covers, unconfirmed } = memory

  /** `null` where something forbids it by now. */
  const startAttempt = ({ intentId }: NewOrder | Order, validUntil: number | null, also: () => void) => {
    try {
      const isThere = () => (told.has(intentId) ? reason('STANDS_ALREADY') : null)
      const forbidden = () => isThere() ?? preTrade.checked(intentId)
      return journal.startAttempt(intentId, timestamp(), validUntil, forbidden, also)
    } catch (error) {
      // Nothing was sent. Best effort to say so; if the disk refuses this too, the next start calls it abandoned.
      try {
        const isFirst = journal.get(intentId)?.status === 'recorded'
        if (isFirst) change(intentId, { status: 'not-sent', reason: reason('ATTEMPT_NOT_SAVED') })
      } catch (second) {
        logger.error('order-note-failed', { intentId, error: second })
      }
      throw unsent(error)
    }
  }

  const finish = (recorded: Order, number: number, verdict: Verdict, answer: Answer, isAsked: boolean): Order => {
    const { intentId } = recorded
    const words = wordsOf(answer)
    const { outcome, detail, next } = consequences(verdict, number === 1, words)
    let order: Order
    try {
      journal.finishAttempt(intentId, number, { outcome, sent: leftOf(answer), detail, words }, timestamp(), next)
      trace('outcome-recorded', intentId)
      order = stored(intentId)
    } catch (error) {
      if (!isStorageFailure(error)) throw error
      // The row still says `submitting`, which every later look treats as unknown: safe, and honest to the trader.
      // The order is told from memory, since a disk that takes no write may give no row either.
      logger.error('order-outcome-not-saved', { intentId, error })
      notices.raise(reason(NOT_SAVED))
      return { ...recorded, status: 'unknown', reason: reason('ANSWER_NOT_SAVED') }
    }
    if (!isUnsettled(order.status)) covers.delete(intentId)
    // Its trades count at once, and a look-up says the same later.
    const isEnded = !isLive(order.status) && verdict.kind === 'accepted' && !isZero(order.filled)
    if (isEnded && isAsked) unconfirmed.set(intentId, amountOf(verdict.order))
    changed(order)
    return order
  }

  /** Of a repeat that is forbidden the sending before it is all that there is to know. */
  const forbidden = (intentId: string): Order => {
    const order = stored(intentId)
    if (order.status !== 'recorded') return order
    return change(intentId, { status: 'not-sent', reason: preTrade.problem(intentId) })
  }

  /** One attempt: on the disk, then the first byte, then the outcome on the disk. */
  const attempt = async (order: NewOrder | Order, context: AccountContext): Promise<Order> => {
    const { record } = context.exchange
    const offset = record.validity === null ? 0 : await context.exchange.clockOffset()
    const validUntil = record.validity === null ? null : clock.now() + offset + record.validity.windowMs
    // The use of the key is on the disk with the attempt, one wait for both, and before the key is used.
    let { place } = context.exchange
    const takeKey = () => {
      place = context.exchange.keyFor?.(order.venueClientId) ?? place
    }
    const started = startAttempt(order, validUntil, takeKey)
    if (started === null) return forbidden(order.intentId)
    if (started.number === 1) covers.set(order.intentId, cover.now(order.accountId))
    trace('attempt-recorded', order.intentId)
    const recorded = stored(order.intentId)
    const sent = outgoing(order, validUntil)
    const placing = place(sent, preTrade.permit(order.intentId))
    // On its way by now: who is told of it holds it up no more.
    changed(recorded)
    const answer = await placing
    trace('answer-received', order.intentId)
    const verdict = judgePlacing(answer, sent, record)
    if (verdict.kind === 'refused' && verdict.because === 'key') keyRefused(order.accountId)
    // Where a key can be buried the answer is of the ledger itself.
    return finish(recorded, started.number, verdict, answer, context.exchange.voidKey === null)
  }

  return attempt
}
