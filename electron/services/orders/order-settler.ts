// Sends what was recorded, writes down what came back, and finds out what became of orders whose answer was lost.

import type { Order } from '../../../shared/order.ts'
import { isUnsettled } from '../../../shared/order-states.ts'
import { isSameReason, reason } from '../../../shared/reasons/reason.ts'
import type { AttemptEnd, NewOrder, OrderChange } from '../../ports/stores.ts'
import type { VenueOrder } from '../../ports/venue.ts'
import type { Desk } from '../accounts/accounts.ts'
import { wordsOf } from './answers.ts'
import { createOrderIntake } from './settling/order-intake.ts'
import { createOrderLookup, questionOf } from './settling/order-lookup.ts'
import { createOrderSender } from './settling/order-sender.ts'
import { createOrderWrites } from './settling/order-writes.ts'
import { LOST } from './settling/outcomes.ts'
import type { SettlerMemory, SettlerParts } from './settling/settler-parts.ts'

const DIED = reason('DIED_BEFORE_ANSWER')
const NEVER_SENT = reason('DIED_BEFORE_SENDING')

export interface OrderSettler {
  /** Sends a recorded order once: attempt on the disk, then the first byte, then the outcome on the disk. */
  send(order: NewOrder, desk: Desk): Promise<Order>
  /** One look at an order that is not final; returns it as it stands afterwards. */
  look(order: Order, desk: Desk): Promise<Order>
  /** Takes in that an order which was believed dead stands at the venue after all, and alarms. Sends nothing. */
  reopen(order: Order, found: VenueOrder, desk: Desk): Order
  /** Looks once, in every place, for an order that was called not placed; one that shows up is taken in as by `reopen`. */
  lookForLate(order: Order, desk: Desk): Promise<void>
  /**
   * Notes what a stream has told of an order, at once and outside of its queue: an order that is known to be there is not sent
   * again.
   */
  note(intentId: string, found: VenueOrder): void
  /** Takes in what was noted of this order: that it exists, and no more. What was traded only a look-up tells. */
  hear(order: Order, desk: Desk): Order
  /** Turns what a dead process left behind into what is known of it. Sends nothing. */
  recover(): void
}

/** Builds the settler. */
export function createOrderSettler(parts: SettlerParts): OrderSettler {
  const { journal } = parts
  const memory: SettlerMemory = { told: new Map(), covers: new Map(), untold: new Set() }
  const { told } = memory
  const writes = createOrderWrites(parts)
  const { timestamp, change } = writes
  const attempt = createOrderSender(parts, writes, memory)
  const intake = createOrderIntake(parts, writes, memory)
  const { take, takeTold, alarmLate } = intake
  const { find, adopt } = createOrderLookup(parts, writes, memory, intake, attempt)

  return {
    send: attempt,
    look: async (before, desk) => {
      // In this queue nothing of the account is being sent, so `submitting` here is what a failed write left behind.
      const order =
        before.status === 'submitting' ? change(before.intentId, { status: 'unknown', reason: LOST }) : before
      const now = await adopt(order, desk)
      const isThere = now.status === 'open' || now.status === 'partially-filled'
      // Where a key cannot be buried, the wish to cancel is sent after an order that may be on its way.
      const maybeThere = isUnsettled(now.status) && desk.exchange.bury === null
      if (!now.cancelRequested || !(isThere || maybeThere)) return now
      const question = questionOf(now, desk)
      const answer = await desk.exchange.cancel(question)
      if (answer.phase === 'answered' && answer.order !== null) return take(now, answer.order, question.order)
      const words = wordsOf(answer)
      // Of an order in doubt it says nothing that a look-up would not tell better; nor of one of which nothing is told any more.
      if (words === null || !isThere || memory.untold.has(now.intentId)) return now
      const answered = reason('CANCEL_ANSWERED', { words })
      if (isSameReason(now.reason, answered)) return now
      return change(now.intentId, { status: now.status, reason: answered })
    },
    reopen: (order, found, desk) => {
      const after = take(order, found, questionOf(order, desk).order)
      alarmLate(order)
      return after
    },
    lookForLate: async (order, desk) => {
      const { sent, finding } = await find(order, desk)
      if (finding.kind === 'found') take(order, finding.order, sent)
      else if (finding.kind === 'conflict') change(order.intentId, { status: 'conflict', reason: finding.detail })
      else return
      alarmLate(order)
    },
    note: (intentId, found) => void told.set(intentId, found),
    hear: (order, desk) => takeTold(order, questionOf(order, desk).order) ?? order,
    recover: () => {
      for (const order of journal.withStatus(['recorded'])) {
        journal.change(order.intentId, timestamp(), { status: 'abandoned', reason: NEVER_SENT })
      }
      for (const order of journal.withStatus(['submitting'])) {
        const change: OrderChange = { status: 'unknown', reason: DIED }
        const end: AttemptEnd = { outcome: 'unknown', sent: null, detail: DIED, words: null }
        journal.finishAttempt(order.intentId, order.attempts.length, end, timestamp(), change)
      }
    },
  }
}
