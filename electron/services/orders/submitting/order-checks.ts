// What speaks against an order now: rules of the market, limits, balances, a halt, and another order whose fate is not known.

import { knownAsset } from '../../../../shared/assets.ts'
import type { Input } from '../../../../shared/contract/contract.ts'
import type { Decimal } from '../../../../shared/decimal.ts'
import type { Depth, Market, OrderInput } from '../../../../shared/order.ts'
import { nothingSent, type Reason, reason } from '../../../../shared/reasons/reason.ts'
import { AppError } from '../../../../shared/result.ts'
import type { DraftRow } from '../../../ports/stores.ts'
import type { AccountContext } from '../../accounts/accounts.ts'
import { marketOf } from '../../markets/market-choice.ts'
import { checkOrder } from '../checks/order-check.ts'
import { offerProblems } from '../checks/venue-offer.ts'
import { questionProblem } from '../listing-question.ts'
import { namingUnread } from '../unread-balances.ts'
import type { OrderServiceParts } from './order-service-parts.ts'

export type Preview = ReturnType<typeof checkOrder>

type Terms = Pick<Input<'portfolio.preview'>, 'coinId' | 'side' | 'size' | 'price' | 'stopPrice' | 'timeInForce'>
type Seen = { seen: Decimal | null; depth: Depth | null; farAccepted: boolean }

export interface OrderChecks {
  marketsOf(context: AccountContext, markets?: Market[]): Market[]
  /** `except`: an order that is not counted, since it is the one that is checked. */
  check(
    context: AccountContext,
    order: Terms,
    market: Market,
    overridden: boolean,
    also: Seen,
    except?: string,
  ): Preview
  /** As `check`, for the order of a ticket. */
  checkOf(context: AccountContext, draft: DraftRow, input: OrderInput, market: Market, except?: string): Preview
  stillForbidden(draft: DraftRow, input: OrderInput): Reason | null
}

/** Builds them. */
export function createOrderChecks(parts: OrderServiceParts): OrderChecks {
  const { journal, portfolio, contextOf, coinOf, matches, questions, clock, farPrice, overrides } = parts

  /** The markets of an account, a row for each coin that one may trade. */
  const marketsOf = (context: AccountContext, markets = context.view.lastMarkets()) =>
    matches.at(context.account.accountId).markets(markets)

  const haltProblem = (context: AccountContext): Preview['problems'] => {
    const { all, accounts } = journal.halts()
    if (!all && !accounts.includes(context.account.accountId)) return []
    return [{ code: 'HALTED', reason: reason('ORDERS_HALTED') }]
  }

  // An order whose fate is not known counts as placed: a look-alike could be the second of what was meant once.
  const unknownProblem = (context: AccountContext, market: string, except?: string): Preview['problems'] => {
    const doubtful = journal
      .withStatus(['unknown', 'stuck', 'conflict'])
      .filter((order) => order.decidedAt === null && order.intentId !== except)
      .some((order) => order.accountId === context.account.accountId && order.market === market)
    if (!doubtful) return []
    return [{ code: 'UNKNOWN_ORDER_FIRST', reason: reason('EARLIER_ORDER_UNKNOWN', { market }) }]
  }

  const check = (
    context: AccountContext,
    order: Terms,
    market: Market,
    overridden: boolean,
    also: Seen,
    except?: string,
  ): Preview => {
    const coin = coinOf(order.coinId)
    const { accountId, environment } = context.account
    const quoted = knownAsset(market.quote)?.kind
    const preview = checkOrder({
      market,
      coin,
      side: order.side,
      size: order.size,
      price: order.price ?? null,
      stopPrice: order.stopPrice ?? null,
      timeInForce: order.timeInForce ?? 'gtc',
      venue: context.account.venue,
      ...also,
      limits: context.view.lastPriceLimits(market.market),
      farPrice: farPrice(),
      book: portfolio.riskBook(environment, except, order.coinId),
      rules: portfolio.rules(),
      groups: {
        book: portfolio.groupBook(environment, except),
        about: { coin, accountId },
        paysWithMoney: quoted === 'stablecoin' || quoted === 'money',
      },
      lifted: (breach) => overrides.lifts(environment, breach),
      balances: context.view.lastBalances()?.balances ?? null,
      rate: context.view.lastRate(market.quote)?.price ?? null,
      overridden,
      now: clock.monotonic(),
    })
    const { record } = context.exchange
    const question = questions.of(context, market, order.coinId, order.side)
    const first = [
      ...(question === null ? [] : [questionProblem(question)]),
      ...offerProblems(record, order),
      ...haltProblem(context),
      ...unknownProblem(context, market.market, except),
    ]
    const unread = portfolio.unread(environment).map(contextOf)
    return { ...preview, problems: [...first, ...namingUnread(preview.problems, unread)] }
  }

  const checkOf = (
    context: AccountContext,
    draft: DraftRow,
    input: OrderInput,
    market: Market,
    // What is staged under its key is this very order.
    except = draft.intentId,
  ): Preview => {
    const { size, price, stopPrice, timeInForce } = input
    const terms = { ...draft, size, price, stopPrice, timeInForce }
    const overridden = overrides.ofOrder(draft.intentId)
    const also = { seen: input.seen ?? null, depth: null, farAccepted: input.acceptFarPrice ?? false }
    return check(context, terms, market, overridden, also, except)
  }

  /** The same once more for an order that is written down, without counting the order itself. */
  const stillForbidden = (draft: DraftRow, input: OrderInput): Reason | null => {
    try {
      const context = contextOf(draft.accountId)
      const market = marketOf(marketsOf(context), draft.coinId, draft.market)
      const [problem] = checkOf(context, draft, input, market, draft.intentId).problems
      return problem === undefined ? null : nothingSent(problem.reason)
    } catch (error) {
      if (error instanceof AppError) return nothingSent(error.reason)
      throw error
    }
  }

  return { marketsOf, check, checkOf, stillForbidden }
}
