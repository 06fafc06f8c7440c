// What speaks against an order now: rules of the market, limits, balances, a halt, and another order whose fate is not known.

import type { Input } from '../../../../shared/contract/contract.ts'
import type { Decimal } from '../../../../shared/decimal.ts'
import type { Depth, Market, OrderInput } from '../../../../shared/order.ts'
import { nothingSent, type Reason, reason } from '../../../../shared/reasons/reason.ts'
import { AppError } from '../../../../shared/result.ts'
import type { DraftRow } from '../../../ports/stores.ts'
import type { Desk } from '../../accounts/accounts.ts'
import { marketOf } from '../../markets/market-choice.ts'
import { checkOrder } from '../checks/order-check.ts'
import { offerProblems } from '../checks/venue-offer.ts'
import { questionProblem } from '../listing-question.ts'
import { namingUnread } from '../unread-balances.ts'
import type { DeskParts } from './desk-parts.ts'

export type Preview = ReturnType<typeof checkOrder>

type Terms = Pick<Input<'portfolio.preview'>, 'coinId' | 'side' | 'size' | 'price' | 'stopPrice' | 'timeInForce'>
type Seen = { seen: Decimal | null; depth: Depth | null; farAccepted: boolean }

export interface DeskChecks {
  marketsOf(desk: Desk, markets?: Market[]): Market[]
  /** `except`: an order that is not counted, since it is the one that is checked. */
  check(desk: Desk, order: Terms, market: Market, overridden: boolean, also: Seen, except?: string): Preview
  /** As `check`, for the order of a ticket. */
  checkOf(desk: Desk, draft: DraftRow, input: OrderInput, market: Market, except?: string): Preview
  stillForbidden(draft: DraftRow, input: OrderInput): Reason | null
}

/** Builds them. */
export function createDeskChecks(parts: DeskParts): DeskChecks {
  const { journal, portfolio, deskOf, coinOf, matches, questions, clock, farPrice } = parts

  /** The markets of an account, a row for each coin that one may trade. */
  const marketsOf = (desk: Desk, markets = desk.view.lastMarkets()) =>
    matches.at(desk.account.accountId).markets(markets)

  const haltProblem = (desk: Desk): Preview['problems'] => {
    const { all, accounts } = journal.halts()
    if (!all && !accounts.includes(desk.account.accountId)) return []
    return [{ code: 'HALTED', reason: reason('ORDERS_HALTED') }]
  }

  // An order whose fate is not known counts as placed: a look-alike could be the second of what was meant once.
  const unknownProblem = (desk: Desk, market: string, except?: string): Preview['problems'] => {
    const doubtful = journal
      .withStatus(['unknown', 'stuck', 'conflict'])
      .filter((order) => order.decidedAt === null && order.intentId !== except)
      .some((order) => order.accountId === desk.account.accountId && order.market === market)
    if (!doubtful) return []
    return [{ code: 'UNKNOWN_ORDER_FIRST', reason: reason('EARLIER_ORDER_UNKNOWN', { market }) }]
  }

  const check = (
    desk: Desk,
    order: Terms,
    market: Market,
    overridden: boolean,
    also: Seen,
    except?: string,
  ): Preview => {
    const preview = checkOrder({
      market,
      coin: coinOf(order.coinId),
      side: order.side,
      size: order.size,
      price: order.price ?? null,
      stopPrice: order.stopPrice ?? null,
      timeInForce: order.timeInForce ?? 'gtc',
      venue: desk.account.venue,
      ...also,
      limits: desk.view.lastPriceLimits(market.market),
      farPrice: farPrice(),
      book: portfolio.riskBook(desk.account.environment, except, order.coinId),
      rules: portfolio.rules(),
      balances: desk.view.lastBalances()?.balances ?? null,
      rate: desk.view.lastRate(market.quote)?.price ?? null,
      overridden,
      now: clock.monotonic(),
    })
    const { record } = desk.exchange
    const question = questions.of(desk, market, order.coinId, order.side)
    const first = [
      ...(question === null ? [] : [questionProblem(question)]),
      ...offerProblems(record, order),
      ...haltProblem(desk),
      ...unknownProblem(desk, market.market, except),
    ]
    const unread = portfolio.unread(desk.account.environment).map(deskOf)
    return { ...preview, problems: [...first, ...namingUnread(preview.problems, unread)] }
  }

  const checkOf = (desk: Desk, draft: DraftRow, input: OrderInput, market: Market, except?: string): Preview => {
    const { size, price, stopPrice, timeInForce } = input
    const terms = { ...draft, size, price, stopPrice, timeInForce }
    const overridden = journal.findOverride(draft.intentId) !== null
    const also = { seen: input.seen ?? null, depth: null, farAccepted: input.acceptFarPrice ?? false }
    return check(desk, terms, market, overridden, also, except)
  }

  /** The same once more for an order that is written down, without counting the order itself. */
  const stillForbidden = (draft: DraftRow, input: OrderInput): Reason | null => {
    try {
      const desk = deskOf(draft.accountId)
      const market = marketOf(marketsOf(desk), draft.coinId, draft.market)
      const [problem] = checkOf(desk, draft, input, market, draft.intentId).problems
      return problem === undefined ? null : nothingSent(problem.reason)
    } catch (error) {
      if (error instanceof AppError) return nothingSent(error.reason)
      throw error
    }
  }

  return { marketsOf, check, checkOf, stillForbidden }
}
