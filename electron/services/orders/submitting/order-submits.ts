// Submits: one key makes at most one order, which is written down before it is sent.

import type { Order, OrderInput } from '../../../../shared/order.ts'
import { type Reason, reason } from '../../../../shared/reasons/reason.ts'
import { AppError } from '../../../../shared/result.ts'
import type { DraftRow, NewOrder } from '../../../ports/stores.ts'
import { marketOf } from '../../markets/market-choice.ts'
import { destinationProblem } from '../checks/destination.ts'
import { orderTerms, payloadHash } from '../order-terms.ts'
import { unsent } from '../settling/outcomes.ts'
import type { OrderChecks } from './order-checks.ts'
import type { OrderServiceParts } from './order-service-parts.ts'

type OrderOrigin = Pick<DraftRow, 'intentId' | 'accountId' | 'market' | 'side'>

export interface OrderSubmits {
  /** As of `OrderService`. */
  submit(input: OrderInput, also?: () => Reason | null): Promise<Order>
  /** As of `OrderService`. */
  isInFlight(intentId: string): boolean
  /** As of `OrderService`. */
  isSubmitting(accountId: string): boolean
  /** As of `OrderService`. */
  cancelInFlight(intentId: string): Promise<Order | null>
  /** As of `OrderService`. */
  inFlight(accountId: string | undefined): string[]
}

/** Builds them. */
export function createOrderSubmits(parts: OrderServiceParts, checks: OrderChecks): OrderSubmits {
  const { journal, queue, executor, preTrade, contextOf, assertUsable, profileCheck, clock, trace, ended, audit } =
    parts
  const { marketsOf, checkOf, stillForbidden } = checks
  const inFlight = new Map<string, { hash: string; accountId: string; answer: Promise<Order> }>()
  /** Of those that were not written down when it was asked for. */
  const canceled = new Set<string>()
  const timestamp = () => new Date(clock.now()).toISOString()

  const recordOrder = async (draft: DraftRow, input: OrderInput, hash: string): Promise<NewOrder> => {
    const context = contextOf(draft.accountId)
    await assertUsable(draft.accountId)
    await context.view.refreshForOrder()
    // While it waited for its turn a backup may have been restored, to which this ticket is a stranger.
    if (journal.findDraft(draft.intentId) === null) {
      throw new AppError('DRAFT_NOT_FOUND', reason('TICKET_UNKNOWN'))
    }
    trace('submit-received', draft.intentId)
    const market = marketOf(marketsOf(context), draft.coinId, draft.market)
    const { problems, amount, breaches } = checkOf(context, draft, input, market)
    const problem = problems[0]
    if (problem !== undefined) throw new AppError(problem.code, problem.reason)
    if (amount === null) throw new AppError('PRICE_UNKNOWN', reason('NO_PRICE'))
    const order: NewOrder = {
      ...orderTerms(draft, input, context),
      amount,
      payloadHash: hash,
      venueClientId: context.exchange.record.toClientOrderId(draft.intentId),
      createdAt: timestamp(),
    }
    // A sale breaks no limit, whatever it leaves broken.
    const broken = draft.side === 'buy' ? breaches : []
    journal.recordIntent(order, parts.overrides.usesOf(draft.intentId, context.account.environment, broken))
    if (canceled.has(draft.intentId)) journal.requestCancel(draft.intentId, timestamp())
    trace('intent-recorded', draft.intentId)
    return order
  }

  const noteRefusal = ({ intentId, accountId, market, side }: OrderOrigin, error: unknown) => {
    if (!(error instanceof AppError)) return
    const detail = { code: error.code, account: accountId, market, side }
    audit({ kind: 'refusal', event: 'order-refused', subject: intentId, detail })
  }

  const place = async (draft: DraftRow, input: OrderInput, hash: string): Promise<Order> => {
    const order = await recordOrder(draft, input, hash).catch((error: unknown) => {
      noteRefusal(draft, error)
      throw unsent(error)
    })
    return executor.send(order, contextOf(draft.accountId))
  }

  return {
    submit: (input, also = () => null) => {
      const stored = journal.get(input.intentId)
      const draft = journal.findDraft(input.intentId)
      const origin = stored ?? draft
      if (origin === null) {
        return Promise.reject(new AppError('DRAFT_NOT_FOUND', reason('TICKET_UNKNOWN')))
      }
      const elsewhere = destinationProblem(input, stored ?? contextOf(origin.accountId).account)
      if (elsewhere !== null) {
        noteRefusal(origin, elsewhere)
        return Promise.reject(elsewhere)
      }
      const hash = payloadHash(origin, input)
      const running = inFlight.get(input.intentId)
      if ((running?.hash ?? stored?.payloadHash ?? hash) !== hash) {
        const error = new AppError('KEY_REUSED', reason('TICKET_SENT_OTHERWISE'))
        noteRefusal(origin, error)
        return Promise.reject(error)
      }
      if (running !== undefined) return running.answer
      if (stored !== null || draft === null) return Promise.resolve(stored as Order)
      preTrade.open(input.intentId, () => also() ?? stillForbidden(draft, input))
      const { accountId } = draft
      const begin = () => queue.run(accountId, () => place(draft, input, hash))
      const refuse = (error: unknown): never => {
        noteRefusal(draft, error)
        throw unsent(error)
      }
      // Not in the account's queue: cancels of its other orders would wait there as well.
      const answer = (profileCheck.isPassed() ? begin() : profileCheck.passed().then(begin, refuse)).finally(() => {
        inFlight.delete(input.intentId)
        canceled.delete(input.intentId)
        ended(accountId)
      })
      inFlight.set(input.intentId, { hash, accountId, answer })
      return answer
    },
    isInFlight: (intentId) => inFlight.has(intentId),
    isSubmitting: (accountId) => [...inFlight.values()].some((running) => running.accountId === accountId),
    cancelInFlight: (intentId) => {
      const running = inFlight.get(intentId)
      if (running === undefined) return Promise.resolve(null)
      canceled.add(intentId)
      return running.answer.catch(() => null)
    },
    inFlight: (accountId) =>
      [...inFlight]
        .filter(
          ([intentId, running]) => journal.get(intentId) === null && [undefined, running.accountId].includes(accountId),
        )
        .map(([intentId]) => intentId),
  }
}
