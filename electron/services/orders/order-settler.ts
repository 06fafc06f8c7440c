// Sends what was recorded, writes down what came back, and finds out what became of orders whose answer was lost.

import { compare } from '../../../shared/decimal.ts'
import type { Order } from '../../../shared/order.ts'
import { isBelievedDead, isLive, isUnsettled, mayBecome } from '../../../shared/order-states.ts'
import { AppError } from '../../../shared/result.ts'
import type { VenueRecord } from '../../../shared/venues/record.ts'
import type { AttemptEnd, NewOrder, OrderChange, OrderJournal } from '../../ports/stores.ts'
import type { Answer, Clock, Logger, OutgoingOrder, Question, Trace } from '../../ports/system.ts'
import type { VenueOrder } from '../../ports/venue.ts'
import type { Desk } from '../accounts/accounts.ts'
import type { Notices } from '../common/notices.ts'
import { differences, judgePlacing, type Verdict, wordsOf } from './answers.ts'
import type { PreTrade } from './checks/pre-trade.ts'
import { lastValidity, outgoing, UNSURE_MS } from './order-wire.ts'
import { type Finding, isProvenDead, isStuck, judgeRound, remember } from './reconcile.ts'
import type { Cover, StreamCover } from './stream-cover.ts'

const LOST = 'The answer of the exchange was lost. Prelist is finding out what became of the order.'
const DIED = 'Prelist ended before an answer was recorded, and is finding out what became of the order.'
const NOT_SAVED = 'OUTCOME_NOT_SAVED'
const LATE = 'LATE_ORDER'
const STUCK =
  'The exchange has not told what became of this order. Prelist goes on asking; look at the exchange yourself.'
const NEVER_PLACED = 'The exchange has no order with this key and will never accept one.'
const MAX_ATTEMPTS = 6
const CAME_LATE = 'The answer came after its deadline.'
const NEVER_SENT = 'Prelist ended before this order was sent. Nothing left this machine.'

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

export interface SettlerParts {
  journal: OrderJournal
  clock: Clock
  trace: Trace
  logger: Logger
  notices: Notices
  preTrade: Pick<PreTrade, 'problem' | 'checked' | 'permit'>
  /** Whether a stream of the account's orders would have told of one. */
  cover: Pick<StreamCover, 'now' | 'holds'>
  /** Told of every order that was written. */
  changed: (order: Order) => void
  /** Told of those that a look-up has left as they were. */
  looked: (order: Order) => void
  /** Told of accounts whose key the venue does not take. */
  keyRefused: (accountId: string) => void
}

/** Builds the settler. */
export function createOrderSettler(parts: SettlerParts): OrderSettler {
  const { journal, clock, trace, logger, notices, preTrade, cover, changed, looked, keyRefused } = parts
  const timestamp = () => new Date(clock.now()).toISOString()
  /** The last word of a stream on each order, until it was taken in. */
  const told = new Map<string, VenueOrder>()
  /** Under which stream each order in doubt was sent for the first time; a restart forgets it, and the proof takes longer. */
  const covers = new Map<string, Cover | null>()
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

  /** `null` where something forbids it by now. */
  const startAttempt = ({ intentId }: NewOrder | Order, validUntil: number | null) => {
    try {
      const isThere = () => (told.has(intentId) ? 'The exchange has told of it.' : null)
      return journal.startAttempt(intentId, timestamp(), validUntil, () => isThere() ?? preTrade.checked(intentId))
    } catch (error) {
      // Nothing was sent. Best effort to say so; if the disk refuses this too, the next start calls it abandoned.
      try {
        const isFirst = journal.get(intentId)?.status === 'recorded'
        if (isFirst) change(intentId, { status: 'not-sent', reason: 'The attempt could not be written down.' })
      } catch (second) {
        logger.error('order-note-failed', { intentId, error: second })
      }
      throw unsent(error)
    }
  }

  const finish = (recorded: Order, number: number, verdict: Verdict, answer: Answer): Order => {
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
      notices.raise(
        NOT_SAVED,
        'An answer of the exchange could not be saved. Free some disk space; Prelist asks again.',
      )
      return { ...recorded, status: 'unknown', reason: 'The answer could not be saved, so it is asked for again.' }
    }
    if (!isUnsettled(order.status)) covers.delete(intentId)
    changed(order)
    return order
  }

  /** One attempt: on the disk, then the first byte, then the outcome on the disk. */
  const attempt = async (order: NewOrder | Order, desk: Desk): Promise<Order> => {
    const { record } = desk.exchange
    const offset = record.validity === null ? 0 : await desk.exchange.clockOffset()
    const validUntil = record.validity === null ? null : clock.now() + offset + record.validity.windowMs
    const started = startAttempt(order, validUntil)
    if (started === null) return forbidden(order.intentId)
    if (started.number === 1) covers.set(order.intentId, cover.now(order.accountId))
    trace('attempt-recorded', order.intentId)
    const recorded = stored(order.intentId)
    changed(recorded)
    const sent = outgoing(order, validUntil)
    const answer = await desk.exchange.place(sent, preTrade.permit(order.intentId))
    trace('answer-received', order.intentId)
    const verdict = judgePlacing(answer, sent, record)
    if (verdict.kind === 'refused' && verdict.because === 'key') keyRefused(order.accountId)
    return finish(recorded, started.number, verdict, answer)
  }
  /** Of a repeat that is forbidden the sending before it is all that there is to know. */
  const forbidden = (intentId: string): Order => {
    const order = stored(intentId)
    if (order.status !== 'recorded') return order
    return change(intentId, { status: 'not-sent', reason: preTrade.problem(intentId) })
  }

  // In the venue's time as it was at the first sending: this machine's clock may have been wrong then, or be wrong now,
  // and a list that begins too late would lack the order.
  const questionOf = (order: Order, desk: Desk): Question => {
    const first = order.attempts[0]
    const validUntil = lastValidity(order, desk.exchange.record)
    const firstUntil = first?.validUntil ?? null
    const { validity } = desk.exchange.record
    const since =
      firstUntil === null || validity === null
        ? Date.parse(first?.startedAt ?? order.createdAt) - UNSURE_MS
        : firstUntil - validity.windowMs
    return { order: outgoing(order, validUntil), orderId: order.venueOrderId, since }
  }

  const bury = async (order: Order, desk: Desk, sent: OutgoingOrder): Promise<Order> => {
    const answer = await desk.exchange.bury?.(sent.key)
    if (answer?.phase !== 'answered') return order
    if (answer.order !== null) return take(order, answer.order, sent)
    return answer.buried ? change(order.intentId, { status: 'not-placed', reason: NEVER_PLACED }) : order
  }

  const take = (order: Order, venueOrder: VenueOrder, sent: OutgoingOrder): Order => {
    const different = differences(venueOrder, sent)
    if (different !== null) return change(order.intentId, { status: 'conflict', reason: different })
    if (isSame(order, venueOrder) || isOlder(order, venueOrder)) return order
    return change(order.intentId, { status: venueOrder.status, reason: venueOrder.reason, venueOrder })
  }

  /**
   * What a stream has told makes the order an open one, whatever it told of its end. `null` where it told nothing, or told of
   * other terms: streams are documented less well than look-ups, which are left to say that it is a conflict.
   */
  const takeTold = (order: Order, sent: OutgoingOrder): Order | null => {
    const found = told.get(order.intentId)
    told.delete(order.intentId)
    const isDead = isBelievedDead(order.status)
    if (found === undefined || !(isLive(order.status) || isDead)) return null
    // Coinbase does not tell the price of each limit order.
    const isOther = differences({ ...found, price: found.price ?? sent.price }, sent) !== null
    if (isOther || order.status === 'open' || order.status === 'partially-filled') return null
    const after = change(order.intentId, { status: 'open', orderId: found.orderId })
    if (isDead) alarmLate(order)
    return after
  }

  const alarmLate = ({ market, status }: Order) =>
    notices.raise(LATE, `An order of ${market} that was called ${status} stands at the exchange. See Orders.`)

  const find = async (order: Order, desk: Desk) => {
    const question = questionOf(order, desk)
    const { order: sent } = question
    const { record } = desk.exchange
    const round = await desk.exchange.find(question)
    const knows = (orderId: string) => journal.knowsVenueOrder(order.accountId, orderId)
    return { sent, round, finding: judgeRound(round, sent, record, { orderId: order.venueOrderId, knows }) }
  }

  const adopt = async (order: Order, desk: Desk): Promise<Order> => {
    const { record } = desk.exchange
    const { sent, round, finding } = await find(order, desk)
    if (finding.kind === 'found') return take(order, finding.order, sent)
    if (finding.kind === 'conflict') return change(order.intentId, { status: 'conflict', reason: finding.detail })
    if (!isUnsettled(order.status)) return order
    const told = round.late === null ? null : late(order, judgePlacing(round.late, sent, record), wordsOf(round.late))
    if (told !== null) return told
    if (finding.kind === 'negative' && desk.exchange.bury !== null) return bury(order, desk, sent)
    const isReached = round.legs.some(({ state }) => state === 'answered')
    // A locked vault, or no connection, says nothing of the order and nothing of the exchange.
    if (!isReached) return order
    if (mayRepeat(order, desk)) {
      // Limits and balances are asked again with what is true by now.
      await desk.view.refresh()
      return takeTold(order, sent) ?? attempt(order, desk)
    }
    return searched(order, finding, round.venueNow, sent, record)
  }

  /**
   * An answer that came after its deadline settles what it would have settled in time; `null` where that is nothing. Of
   * several sendings nobody can say which one was refused.
   */
  const late = (order: Order, verdict: Verdict, words: string | null): Order | null => {
    const isDefinite = verdict.kind === 'acknowledged' || verdict.kind === 'accepted' || verdict.kind === 'conflict'
    if (!isDefinite && !(verdict.kind === 'refused' && order.attempts.length === 1)) return null
    const { outcome, detail, next } = consequences(verdict, true, words)
    const told = detail === null ? CAME_LATE : `${CAME_LATE} ${detail}`
    const end: AttemptEnd = { outcome, sent: 'whole', detail: told, words }
    journal.finishAttempt(order.intentId, order.attempts.length, end, timestamp(), next)
    if (verdict.kind === 'refused' && verdict.because === 'key') keyRefused(order.accountId)
    const after = stored(order.intentId)
    changed(after)
    return after
  }

  /** Where a repeat only asks for the first one, and while the trader's look at the price holds; never at any price. */
  const mayRepeat = (order: Order, desk: Desk): boolean =>
    desk.exchange.record.resend === 'replay' &&
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
    if (isProvenDead(memory)) return change(order.intentId, { status: 'not-placed', reason: neverPlaced(order) })
    if (isStuck(memory, finding, sent, venueNow) && order.status === 'unknown') {
      return change(order.intentId, { status: 'stuck', reason: STUCK })
    }
    const now = stored(order.intentId)
    looked(now)
    return now
  }

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
      const reason = `The exchange answered the cancel: “${words}”. Prelist asks again.`
      // Of an order in doubt it says nothing that a look-up would not tell better.
      if (words === null || !isThere || now.reason === reason) return now
      return change(now.intentId, { status: now.status, reason })
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

function leftOf(answer: Answer): AttemptEnd['sent'] {
  if (answer.phase === 'not-sent') return 'nothing'
  return answer.phase === 'lost' ? answer.sent : 'whole'
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

function isSame(order: Order, { orderId, status, filled }: VenueOrder): boolean {
  return isLive(order.status) && order.status === status && order.filled === filled && order.venueOrderId === orderId
}

/** A list that lags behind shows what was; what is known already stays. */
function isOlder(order: Order, { status, filled }: VenueOrder): boolean {
  return !mayBecome(order.status, status) || compare(filled, order.filled) < 0
}

/**
 * Of a repeat only the order itself settles anything: that this sending was refused, or did not leave, says nothing of the
 * one before it.
 */
/** The proof takes a while, so that what the exchange did say is shown meanwhile. */
const inDoubt = (words: string | null): OrderChange => ({
  status: 'unknown',
  reason: words === null ? LOST : `The exchange answered “${words}”. Prelist is finding out what became of the order.`,
})

function neverPlaced({ attempts }: Order): string {
  const words = attempts.findLast((attempt) => attempt.words !== null)?.words ?? null
  return words === null ? NEVER_PLACED : `${NEVER_PLACED} It had answered “${words}”.`
}

function consequences(verdict: Verdict, isFirst: boolean, words: string | null) {
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
      const next: OrderChange = isFirst ? { status: 'rejected', reason: words } : inDoubt(words)
      return { outcome: 'refused' as const, detail: `${verdict.code}: ${verdict.message}`, next }
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
