// Sends what was recorded, writes down what came back, and finds out what became of orders whose answer was lost.

import { compare } from '../../../shared/decimal.ts'
import type { Order } from '../../../shared/order.ts'
import { isBelievedDead, isLive, isUnsettled } from '../../../shared/order-states.ts'
import { isSameReason, reason } from '../../../shared/reasons/reason.ts'
import type { AttemptEnd, NewOrder, OrderChange } from '../../ports/stores.ts'
import type { VenueOrder } from '../../ports/venue.ts'
import type { AccountContext } from '../accounts/accounts.ts'
import { differences, wordsOf } from './answers.ts'
import { outgoing } from './order-wire.ts'
import { atOnce, type ExecutorMemory, type ExecutorParts, type Look } from './settling/executor-parts.ts'
import { createOrderIntake } from './settling/order-intake.ts'
import { createOrderLookup, type LookResult, queryOf } from './settling/order-lookup.ts'
import { createOrderSender } from './settling/order-sender.ts'
import { createOrderWrites } from './settling/order-writes.ts'
import { LOST } from './settling/outcomes.ts'

const DIED = reason('DIED_BEFORE_ANSWER')
/** Trades that have not been told so long after an order will hardly be told any more, milliseconds. */
const TRADES_ASKED_FOR_MS = 24 * 3_600_000
const NEVER_SENT = reason('DIED_BEFORE_SENDING')

/** Of which orders a look at several has said nothing. */
export interface Together {
  /** They have to be looked for in every place. */
  alone: string[]
  /** Not all of it was answered: the next look asks again. */
  later: string[]
}

export interface OrderExecutor {
  /** Sends a recorded order once: attempt on the disk, then the first byte, then the outcome on the disk. */
  send(order: NewOrder, context: AccountContext): Promise<Order>
  /** One look at an order that is not final, or not confirmed; returns it as it stands afterwards. */
  look(order: Order, context: AccountContext, how?: Look): Promise<Order>
  /** One look at several orders that were seen to stand. */
  lookTogether(orders: readonly Order[], context: AccountContext, how: Look): Promise<Together>
  /** Whether a list of open orders shows this one as it is known to stand: then nothing else has to be asked about it. */
  stands(order: Order, listed: readonly VenueOrder[]): boolean
  /** The orders that have ended and are looked at once more. */
  unconfirmed(): string[]
  /** No look-up will say more of this one. */
  giveUp(intentId: string): void
  /** Takes in that an order which was believed dead stands at the venue after all, and alarms. Sends nothing. */
  reopen(order: Order, found: VenueOrder, context: AccountContext): Order
  /** Looks once, in every place, for an order that was called not placed; one that shows up is taken in as by `reopen`. */
  lookForLate(order: Order, context: AccountContext, how?: Look): Promise<void>
  /**
   * Notes what a stream has told of an order, at once and outside of its queue: an order that is known to be there is not sent
   * again.
   */
  note(intentId: string, found: VenueOrder): void
  /** Takes in what was noted of this order: that it exists, and no more. What was traded only a look-up tells. */
  hear(order: Order, context: AccountContext): Order
  /**
   * Has the orders of the last day whose trades lag behind them looked at again: the app may have ended before they were told,
   * or nobody could be asked.
   */
  askForTrades(): void
  /** Turns what a dead process left behind into what is known of it. Sends nothing. */
  recover(): void
}

/** Builds the executor. */
export function createOrderExecutor(parts: ExecutorParts): OrderExecutor {
  const { journal } = parts
  const memory: ExecutorMemory = {
    ...{ told: new Map(), covers: new Map(), unreported: new Set(), unconfirmed: new Map() },
  }
  const { told } = memory
  const writes = createOrderWrites(parts)
  const { timestamp, change } = writes
  const attempt = createOrderSender(parts, writes, memory)
  const intake = createOrderIntake(parts, writes, memory)
  const { take, confirm, takeTold, alarmLate } = intake
  const { find, judged, adopt } = createOrderLookup(parts, writes, memory, intake, attempt)

  const knowsIn = (order: Order) => (orderId: string) => journal.knowsVenueOrder(order.accountId, orderId)

  /** Sends the wish to cancel after an order that is there, or may be. */
  const askedToCancel = async (now: Order, context: AccountContext): Promise<Order> => {
    const isThere = now.status === 'open' || now.status === 'partially-filled'
    // Where a key cannot be buried, the wish to cancel is sent after an order that may be on its way.
    const maybeThere = isUnsettled(now.status) && context.exchange.voidKey === null
    if (!now.cancelRequested || !(isThere || maybeThere)) return now
    const question = queryOf(now, context)
    const answer = await context.exchange.cancel(question)
    if (answer.phase === 'answered' && answer.order !== null) return take(now, answer.order, question.order)
    const words = wordsOf(answer)
    // Of an order in doubt it says nothing that a look-up would not tell better; nor of one of which nothing is told any more.
    if (words === null || !isThere || memory.unreported.has(now.intentId)) return now
    const answered = reason('CANCEL_ANSWERED', { words })
    if (isSameReason(now.reason, answered)) return now
    return change(now.intentId, { status: now.status, reason: answered })
  }

  /** An order that is believed dead, and what a look has found of it. */
  const lateEvidence = (order: Order, { sent, finding }: Pick<LookResult, 'sent' | 'finding'>): Order => {
    if (finding.kind !== 'found' && finding.kind !== 'conflict') return order
    const after =
      finding.kind === 'found'
        ? take(order, finding.order, sent)
        : change(order.intentId, { status: 'conflict', reason: finding.detail })
    alarmLate(order)
    return after
  }

  /** In its account's turn: what was found of the order as it was before, taken in as it is now. */
  const settle = async (before: Order, context: AccountContext, found: LookResult): Promise<Order> => {
    const order = journal.get(before.intentId)
    // Another sending, or a restored copy: what was looked for is not what there is now.
    if (order === null || order.attempts.length !== before.attempts.length) return order ?? before
    // Somebody has called it dead while it was looked for, and what was found is evidence of the contrary.
    if (isBelievedDead(order.status)) return lateEvidence(order, found)
    if (!isLive(order.status)) {
      return found.finding.kind === 'found' ? confirm(order, found.finding.order, found.sent) : order
    }
    // In this queue nothing of the account is being sent, so `submitting` here is what a failed write left behind.
    const known = order.status === 'submitting' ? change(order.intentId, { status: 'unknown', reason: LOST }) : order
    return askedToCancel(await adopt(known, context, found), context)
  }

  return {
    send: attempt,
    look: async (before, context, { turn = atOnce, isBackground } = {}) => {
      const found = await find(before, context, { isBackground })
      return turn(() => settle(before, context, found))
    },
    lookTogether: async (orders, context, { turn = atOnce, isBackground }) => {
      const questions = orders.map((order) => queryOf(order, context))
      const found = (await context.exchange.findKnown?.(questions, { isBackground })) ?? []
      const told: Together = { alone: [], later: [] }
      for (const [at, order] of orders.entries()) {
        const legs = found[at] ?? null
        const answered = legs?.flatMap((leg) => (leg.state === 'answered' ? [leg] : [])) ?? []
        // Another order of the account's own explains its trade; any other could be a second one under the same key.
        const isExplained = answered.every(({ unmatched }) => unmatched.every(knowsIn(order)))
        if (legs === null || !isExplained) told.alone.push(order.intentId)
        else if (answered.length < legs.length) told.later.push(order.intentId)
        else {
          const result = judged(order, context, { legs, venueNow: null, late: null })
          await turn(() => settle(order, context, result)).catch((error: unknown) => {
            // One order's failure must not keep the others from being taken in.
            parts.logger.error('order-look-failed', { intentId: order.intentId, error })
            told.later.push(order.intentId)
          })
        }
      }
      return told
    },
    stands: (order, listed) => {
      const sent = outgoing(order, null)
      const ours = listed.filter(({ key, orderId }) => key === sent.key || orderId === order.venueOrderId)
      const [one, ...more] = ours
      if (one === undefined || more.length > 0 || one.orderId !== order.venueOrderId) return false
      const isSame = one.status === order.status && compare(one.filled, order.filled) === 0
      if (!isSame || differences(one, sent) !== null) return false
      memory.unreported.delete(order.intentId)
      return true
    },
    unconfirmed: () => [...memory.unconfirmed.keys()],
    giveUp: (intentId) => void memory.unconfirmed.delete(intentId),
    reopen: (order, found, context) => {
      const after = take(order, found, queryOf(order, context).order)
      alarmLate(order)
      return after
    },
    lookForLate: async (before, context, { turn = atOnce, isBackground } = {}) => {
      const found = await find(before, context, { isBackground })
      await turn(async () => {
        const order = journal.get(before.intentId)
        if (order !== null && isBelievedDead(order.status)) lateEvidence(order, found)
      })
    },
    note: (intentId, found) => void told.set(intentId, found),
    hear: (order, context) => takeTold(order, queryOf(order, context).order) ?? order,
    askForTrades: () => {
      const since = new Date(parts.clock.now() - TRADES_ASKED_FOR_MS).toISOString()
      for (const { intentId, filled } of journal.withStatus(['filled', 'canceled', 'expired'], since)) {
        const booked = journal.booked(intentId)
        if (compare(booked, filled) < 0) memory.unconfirmed.set(intentId, booked)
      }
    },
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
