// Sends what was recorded, writes down what came back, and finds out what became of orders whose answer was lost.

import type { Order, OrderStatus } from '../../shared/order.ts'
import { isLive, isUnsettled } from '../../shared/order-states.ts'
import { AppError } from '../../shared/result.ts'
import type { Clock, Logger, OutgoingOrder, Trace } from '../ports.ts'
import type { NewOrder, OrderChange, OrderJournal } from '../store-ports.ts'
import type { Desk } from './accounts.ts'
import { judgeLookup, judgePlacing, type Verdict } from './answers.ts'
import type { Notices } from './notices.ts'

const LOST = 'The answer of the exchange was lost. Prelist is finding out what became of the order.'
const DIED = 'Prelist ended before an answer was recorded, and is finding out what became of the order.'
const NOT_SAVED = 'OUTCOME_NOT_SAVED'
const NEVER_SENT = 'Prelist ended before this order was sent. Nothing left this machine.'

export interface OrderSettler {
  /** Sends a recorded order once: attempt on the disk, then the first byte, then the outcome on the disk. */
  send(order: NewOrder, desk: Desk): Promise<Order>
  /** One look at an order that is not final; returns it as it stands afterwards. */
  look(order: Order, desk: Desk): Promise<Order>
  /** Turns what a dead process left behind into what is known of it. Sends nothing. */
  recover(): void
}

/** Builds the settler. `changed` is told of every order that was written. */
export function createOrderSettler(
  journal: OrderJournal,
  clock: Clock,
  trace: Trace,
  logger: Logger,
  notices: Notices,
  changed: (order: Order) => void,
): OrderSettler {
  const timestamp = () => new Date(clock.now()).toISOString()
  const stored = (intentId: string): Order => {
    const order = journal.get(intentId)
    if (order === null) throw new AppError('NOT_FOUND', 'There is no such order.')
    return order
  }
  const change = (intentId: string, what: OrderChange): Order => {
    journal.change(intentId, timestamp(), what)
    notices.clear(NOT_SAVED)
    const order = stored(intentId)
    changed(order)
    return order
  }

  const startAttempt = (order: NewOrder) => {
    try {
      return journal.startAttempt(order.intentId, timestamp())
    } catch (error) {
      // Nothing was sent. Best effort to say so; if the disk refuses this too, the next start calls it abandoned.
      try {
        change(order.intentId, { status: 'not-sent', reason: 'The attempt could not be written down.' })
      } catch (second) {
        logger.error('order-note-failed', { intentId: order.intentId, error: second })
      }
      throw unsent(error)
    }
  }

  const finish = (recorded: Order, number: number, verdict: Verdict): Order => {
    const { intentId } = recorded
    const { outcome, detail, next } = consequences(verdict)
    let order: Order
    try {
      journal.finishAttempt(intentId, number, outcome, detail, timestamp(), next)
      trace('outcome-recorded', intentId)
      order = stored(intentId)
    } catch (error) {
      if (!isStorageFailure(error)) throw error
      // The row still says `submitting`, which every later look treats as unknown: safe, and honest to the trader.
      // The order is told from memory, since a disk that takes no write may give no row either.
      logger.error('order-outcome-not-saved', { intentId, error })
      notices.raise(
        NOT_SAVED,
        'An answer of the exchange could not be saved. Free some disk space; Prelist asks again.',
      )
      return { ...recorded, status: 'unknown', reason: 'The answer could not be saved, so it is asked for again.' }
    }
    changed(order)
    return order
  }

  const adopt = async (order: Order, desk: Desk, sent: OutgoingOrder): Promise<Order> => {
    const finding = judgeLookup(await desk.exchange.find(sent.key), sent)
    const settled =
      finding.kind === 'none-yet' && isUnsettled(order.status)
        ? judgeLookup(await desk.exchange.bury(sent.key), sent)
        : finding
    switch (settled.kind) {
      case 'found':
        if (isSame(order, settled.order.status, settled.order.filled)) return order
        return change(order.intentId, {
          status: settled.order.status,
          reason: settled.order.reason,
          venueOrder: settled.order,
        })
      case 'conflict':
        return change(order.intentId, { status: 'conflict', reason: settled.detail })
      case 'buried':
        return change(order.intentId, {
          status: 'not-placed',
          reason: 'The exchange has no order with this key and will never accept one.',
        })
      case 'none-yet':
      case 'inconclusive':
        return order
    }
  }

  return {
    send: async (order, desk) => {
      const attempt = startAttempt(order)
      trace('attempt-recorded', order.intentId)
      const recorded = stored(order.intentId)
      changed(recorded)
      const sent = outgoing(order)
      const answer = await desk.exchange.place(sent)
      trace('answer-received', order.intentId)
      return finish(recorded, attempt.number, judgePlacing(answer, sent))
    },
    look: async (before, desk) => {
      // In this lane nothing of the account is being sent, so `submitting` here is what a failed write left behind.
      const order =
        before.status === 'submitting' ? change(before.intentId, { status: 'unknown', reason: LOST }) : before
      const sent = outgoing(order)
      const now = await adopt(order, desk, sent)
      if (!now.cancelRequested || (now.status !== 'open' && now.status !== 'partially-filled')) return now
      const finding = judgeLookup(await desk.exchange.cancel(sent.key), sent)
      if (finding.kind !== 'found') return now
      return change(now.intentId, {
        status: finding.order.status,
        reason: finding.order.reason,
        venueOrder: finding.order,
      })
    },
    recover: () => {
      for (const order of journal.withStatus(['recorded'])) {
        journal.change(order.intentId, timestamp(), { status: 'abandoned', reason: NEVER_SENT })
      }
      for (const order of journal.withStatus(['submitting'])) {
        const change: OrderChange = { status: 'unknown', reason: DIED }
        journal.finishAttempt(order.intentId, order.attempts.length, 'unknown', DIED, timestamp(), change)
      }
    },
  }
}

function isStorageFailure(error: unknown): error is AppError {
  return error instanceof AppError && (error.code === 'STORAGE_FAILED' || error.code === 'PROFILE_DAMAGED')
}

/** The same failure, with what it means for an order that it kept from being checked or written down. */
export function unsent(error: unknown): unknown {
  return isStorageFailure(error)
    ? new AppError(error.code, `${error.message} Nothing was sent.`, { cause: error })
    : error
}

function outgoing(order: NewOrder | Order): OutgoingOrder {
  const { market, side, type, timeInForce, amount, price } = order
  return { key: order.venueClientId, market, side, type, timeInForce, amount, price }
}

function isSame(order: Order, status: OrderStatus, filled: string): boolean {
  return isLive(order.status) && order.status === status && order.filled === filled
}

function consequences(verdict: Verdict) {
  switch (verdict.kind) {
    case 'accepted': {
      const next: OrderChange = { status: verdict.order.status, venueOrder: verdict.order }
      return { outcome: 'accepted' as const, detail: null, next }
    }
    case 'refused': {
      const next: OrderChange = { status: 'rejected', reason: verdict.message }
      return { outcome: 'refused' as const, detail: `${verdict.code}: ${verdict.message}`, next }
    }
    case 'not-sent': {
      const next: OrderChange = { status: 'not-sent', reason: verdict.detail }
      return { outcome: 'not-sent' as const, detail: verdict.detail, next }
    }
    case 'conflict': {
      const next: OrderChange = { status: 'conflict', reason: verdict.detail }
      return { outcome: 'unknown' as const, detail: verdict.detail, next }
    }
    case 'unknown': {
      const next: OrderChange = { status: 'unknown', reason: LOST }
      return { outcome: 'unknown' as const, detail: verdict.detail, next }
    }
  }
}
