// The order service: drafts mint the key, a submit writes down before it sends, and one key makes at most one order.

import type { Input } from '../../../shared/contract/contract.ts'
import type { Draft, Order, OrderInput } from '../../../shared/order.ts'
import { type Reason, reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { marketOf } from '../markets/market-choice.ts'
import { createOrderChecks, type Preview } from './submitting/order-checks.ts'
import { createOrderDrafts } from './submitting/order-drafts.ts'
import type { OrderServiceParts } from './submitting/order-service-parts.ts'
import { createOrderSubmits } from './submitting/order-submits.ts'

export interface OrderService {
  /** @throws AppError `NOT_FOUND`, `NO_MARKET`, `MARKET_NEEDED`, `VENUE_UNREACHABLE` while no market is known */
  draft(input: Input<'orders.draft'>, window: string): Promise<Draft>
  /**
   * `also` is asked with the limits, until the last moment: why the order must not leave any more.
   * @throws AppError `MODE_CHANGED`, `KEY_REUSED`, `DRAFT_NOT_FOUND`, and whatever speaks against the order before it is sent
   */
  submit(input: OrderInput, also?: () => Reason | null): Promise<Order>
  preview(input: Input<'portfolio.preview'>): Promise<Preview>
  /**
   * The trader's judgement of an order that nobody can tell: a stuck one was not placed, or a conflict was looked at on the
   * exchange. Its market takes orders again; its key never does. @throws AppError `NOT_FOUND`, `NOT_ALLOWED`
   */
  decide(input: Input<'orders.decide'>): Order
  /** True while a submit of this key is being worked on in this process. */
  isInFlight(intentId: string): boolean
  /** True while any submit of this account is. */
  isSubmitting(accountId: string): boolean
  /** Cancels a submit that is not written down yet; its answer, or `null` where there is none. Never rejects. */
  cancelInFlight(intentId: string): Promise<Order | null>
  /** The submits of this account, or of all, that are not written down yet. */
  inFlight(accountId: string | undefined): string[]
}

/** Builds the service. */
export function createOrderService(parts: OrderServiceParts): OrderService {
  const { journal, contextOf, coinOf, clock, decided } = parts
  const timestamp = () => new Date(clock.now()).toISOString()
  const checks = createOrderChecks(parts)
  const { marketsOf, check } = checks
  const submits = createOrderSubmits(parts, checks)
  const { isInFlight } = submits

  return {
    ...submits,
    draft: createOrderDrafts(parts, checks, isInFlight),
    preview: async (input) => {
      const context = contextOf(input.accountId)
      const { coinId } = coinOf(input.coinId)
      await context.view.refresh()
      const market = marketOf(marketsOf(context), coinId, input.market)
      const [depth] = await Promise.all([
        context.view.depth(market.market),
        // What bounds a limit price is nothing to a market order.
        input.price === undefined ? null : context.view.priceLimits(market.market),
      ])
      return check(context, input, market, false, { seen: null, depth, farAccepted: false })
    },
    decide: ({ intentId, decision, reason: words }) => {
      const order = journal.get(intentId)
      if (order === null) throw new AppError('NOT_FOUND', reason('NO_SUCH_ORDER'))
      const decidable = decision === 'not-placed' ? 'stuck' : 'conflict'
      if (order.status !== decidable || isInFlight(intentId)) {
        throw new AppError('NOT_ALLOWED', reason('NOTHING_TO_DECIDE'))
      }
      const status = decision === 'not-placed' ? 'not-placed' : 'conflict'
      const why = status === 'conflict' ? order.reason : reason('JUDGED_NOT_PLACED')
      journal.decide(intentId, timestamp(), words, { status, reason: why })
      const after = journal.get(intentId) ?? order
      decided(after)
      return after
    },
  }
}
