// Drafts mint the key of an order, one a ticket, and are kept until their order has a definite answer.

import type { Input } from '../../../../shared/contract/contract.ts'
import { common, offerFor } from '../../../../shared/markets/market-stages.ts'
import type { Draft, Market, Side } from '../../../../shared/order.ts'
import { isInDoubt } from '../../../../shared/order-states.ts'
import type { DraftRow } from '../../../ports/stores.ts'
import type { AccountContext } from '../../accounts/accounts.ts'
import { marketOf } from '../../markets/market-choice.ts'
import { freeOf } from '../checks/order-check.ts'
import { offerOf } from '../checks/stage-check.ts'
import type { OrderChecks } from './order-checks.ts'
import type { OrderServiceParts } from './order-service-parts.ts'

/** What is worth offering in a ticket: what the exchange takes by its record, in this market, now. */
function offered(
  { exchange: { record }, account }: AccountContext,
  market: Market,
  side: Side,
): Pick<Draft, 'sides' | 'orderTypes' | 'timesInForce'> {
  const { orderTypes, timesInForce } = record
  const all = common(offerOf(market, account.venue), { orderTypes, timesInForce })
  const offer = offerFor(all, side)
  return { sides: all.sides, orderTypes: offer.orderTypes, timesInForce: offer.timesInForce }
}

/** Builds the way to a draft, as `OrderService` offers it. `isInFlight`: its submit is being worked on. */
export function createOrderDrafts(
  parts: OrderServiceParts,
  { marketsOf }: OrderChecks,
  isInFlight: (intentId: string) => boolean,
): (input: Input<'orders.draft'>, window: string) => Promise<Draft> {
  const { journal, contextOf, assertUsable, coinOf, questions, clock, newId, prepared } = parts
  const timestamp = () => new Date(clock.now()).toISOString()

  // The slot's draft is kept until its order has a definite answer; a draft for another market of the coin gives way,
  // but not while it is being submitted.
  const restoredDraft = (slot: Omit<DraftRow, 'intentId' | 'market' | 'createdAt'>, market: string) => {
    const draft = journal.findDraftFor(slot)
    if (draft === null) return null
    const order = journal.get(draft.intentId)
    const isKept = order !== null ? isInDoubt(order) : draft.market === market
    if (isKept || isInFlight(draft.intentId)) return draft
    journal.dropDraft(draft.intentId)
    return null
  }

  return async (input, window) => {
    const context = contextOf(input.accountId)
    await assertUsable(input.accountId)
    const { coinId } = coinOf(input.coinId)
    // A submit needs fresh balances, and shall find them. Neither rejects.
    const [listed] = await Promise.all([context.view.markets(), context.view.balances()])
    const markets = marketsOf(context, listed)
    const wanted = marketOf(markets, coinId, input.market)
    const slot = { window, accountId: input.accountId, coinId, side: input.side }
    const own = restoredDraft(slot, wanted.market)
    // What has an order in doubt keeps its key; else what was prepared for this market comes first.
    const isInUse = own !== null && (journal.get(own.intentId) !== null || isInFlight(own.intentId))
    const draft = (isInUse ? own : prepared({ ...slot, market: wanted.market })) ??
      own ?? {
        ...slot,
        intentId: newId(),
        market: wanted.market,
        createdAt: timestamp(),
      }
    // A draft whose order is not settled yet stays with its own market, whichever is asked for now.
    const isDrafted = (one: Market) => one.market === draft.market && one.coinId === coinId
    const market = markets.find(isDrafted) ?? wanted
    if (journal.findDraft(draft.intentId) === null) journal.putDraft(draft)
    const balances = context.view.lastBalances()?.balances ?? null
    return {
      intentId: draft.intentId,
      accountId: draft.accountId,
      environment: context.account.environment,
      coinId: draft.coinId,
      side: draft.side,
      market: draft.market,
      stage: market.stage,
      opensAt: market.opensAt,
      closesAt: market.closesAt,
      stageSince: market.stageSince ?? null,
      rules: market.rules,
      question: questions.of(context, market, coinId, input.side),
      quote: market.price,
      free: { base: freeOf(balances, market.base), quote: freeOf(balances, market.quote) },
      ...offered(context, market, draft.side),
      order: journal.get(draft.intentId),
    }
  }
}
