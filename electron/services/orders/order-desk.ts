// The order desk: drafts mint the key, a submit writes down before it sends, and one key makes at most one order.

import type { Input } from '../../../shared/contract/contract.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import { common, offerFor } from '../../../shared/markets/market-stages.ts'
import type { Depth, Draft, Market, Order, OrderInput, Side } from '../../../shared/order.ts'
import { isInDoubt } from '../../../shared/order-states.ts'
import { AppError } from '../../../shared/result.ts'
import type { SerialQueue } from '../../../shared/serial-queue.ts'
import type { Audit } from '../../ports/operations.ts'
import type { DraftRow, NewOrder, OrderJournal } from '../../ports/stores.ts'
import type { Clock, NewId, Trace } from '../../ports/system.ts'
import type { Desk } from '../accounts/accounts.ts'
import type { CoinMatches } from '../markets/coin-matches.ts'
import { marketOf } from '../markets/market-choice.ts'
import type { PortfolioService } from '../portfolio/portfolio.ts'
import { destinationProblem } from './checks/destination.ts'
import { checkOrder, freeOf } from './checks/order-check.ts'
import type { PreTrade } from './checks/pre-trade.ts'
import { offerOf } from './checks/stage-check.ts'
import { offerProblems } from './checks/venue-offer.ts'
import { type ListingQuestions, questionProblem } from './listing-question.ts'
import { type OrderSettler, unsent } from './order-settler.ts'
import { orderTerms, payloadHash } from './order-terms.ts'
import { namingUnread } from './unread-balances.ts'

type OrderOrigin = Pick<DraftRow, 'intentId' | 'accountId' | 'market' | 'side'>
type Preview = ReturnType<typeof checkOrder>

export interface OrderDesk {
  /** @throws AppError `NOT_FOUND`, `NO_MARKET`, `MARKET_NEEDED`, `VENUE_UNREACHABLE` while no market is known */
  draft(input: Input<'orders.draft'>, window: string): Promise<Draft>
  /**
   * `also` is asked with the limits, until the last moment: why the order must not leave any more.
   * @throws AppError `MODE_CHANGED`, `KEY_REUSED`, `DRAFT_NOT_FOUND`, and whatever speaks against the order before it is sent
   */
  submit(input: OrderInput, also?: () => string | null): Promise<Order>
  preview(input: Input<'portfolio.preview'>): Promise<Preview>
  /** Allows one draft to break a rule, with the trader's reason on record. @throws AppError `DRAFT_NOT_FOUND` */
  override(intentId: string, reason: string): { intentId: string; reason: string; at: string }
  /**
   * The trader's judgement of an order that nobody can tell: a stuck one was not placed, or a conflict was looked at on the
   * exchange. Its market takes orders again; its key never does. @throws AppError `NOT_FOUND`, `NOT_ALLOWED`
   */
  decide(input: Input<'orders.decide'>): Order
  /** True while a submit of this key is being worked on in this process. */
  isInFlight(intentId: string): boolean
  /** Cancels a submit that is not written down yet; its answer, or `null` where there is none. Never rejects. */
  cancelInFlight(intentId: string): Promise<Order | null>
  /** The submits of this account, or of all, that are not written down yet. */
  inFlight(accountId: string | undefined): string[]
}

export interface DeskParts {
  journal: OrderJournal
  queue: SerialQueue
  settler: OrderSettler
  portfolio: PortfolioService
  preTrade: Pick<PreTrade, 'open'>
  deskOf: (accountId: string) => Desk
  /** @throws AppError for an account whose key must not or cannot be used for orders */
  assertUsable: (accountId: string) => Promise<void>
  /** Which coins the markets of an account trade, and what is to be asked about that. */
  matches: Pick<CoinMatches, 'at'>
  questions: ListingQuestions
  /** What the limits need of a coin. @throws AppError `NOT_FOUND` */
  coinOf: (coinId: string) => { coinId: string; early: boolean }
  clock: Clock
  /** How much worse than the best price a limit may be unasked, as a fraction. */
  farPrice: () => Decimal
  newId: NewId
  trace: Trace
  /** Told of each order that the trader judged. */
  decided: (order: Order) => void
  /** Told when a submit is in flight no longer, whatever came of it. */
  ended: () => void
  /** Told of each order that is refused before it is written down. Must not throw. */
  audit: Audit
}

/** What is worth offering in a ticket: what the exchange takes by its record, in this market, now. */
function offered(
  { exchange: { record }, account }: Desk,
  market: Market,
  side: Side,
): Pick<Draft, 'sides' | 'orderTypes' | 'timesInForce'> {
  const { orderTypes, timesInForce } = record
  const all = common(offerOf(market, account.venue), { orderTypes, timesInForce })
  const offer = offerFor(all, side)
  return { sides: all.sides, orderTypes: offer.orderTypes, timesInForce: offer.timesInForce }
}

/** Builds the desk. */
export function createOrderDesk(parts: DeskParts): OrderDesk {
  const { journal, queue, settler, portfolio, preTrade, deskOf, assertUsable, coinOf, matches, questions } = parts
  const { clock, farPrice, newId, trace, decided, ended, audit } = parts
  const inFlight = new Map<string, { hash: string; accountId: string; answer: Promise<Order> }>()
  /** Of those that were not written down when it was asked for. */
  const canceled = new Set<string>()
  const timestamp = () => new Date(clock.now()).toISOString()

  /** The markets of an account, a row for each coin that one may trade. */
  const marketsOf = (desk: Desk, markets = desk.view.lastMarkets()) =>
    matches.at(desk.account.accountId).markets(markets)

  const check = (
    desk: Desk,
    order: Pick<Input<'portfolio.preview'>, 'coinId' | 'side' | 'size' | 'price' | 'stopPrice' | 'timeInForce'>,
    market: Market,
    overridden: boolean,
    also: { seen: Decimal | null; depth: Depth | null; farAccepted: boolean },
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

  const haltProblem = (desk: Desk): Preview['problems'] => {
    const { all, accounts } = journal.halts()
    if (!all && !accounts.includes(desk.account.accountId)) return []
    return [{ code: 'HALTED', message: 'Sending is halted. Resume it on the Orders screen before you order.' }]
  }

  // An order whose fate is not known counts as placed: a look-alike could be the second of what was meant once.
  const unknownProblem = (desk: Desk, market: string, except?: string): Preview['problems'] => {
    const doubtful = journal
      .withStatus(['unknown', 'stuck', 'conflict'])
      .filter((order) => order.decidedAt === null && order.intentId !== except)
      .some((order) => order.accountId === desk.account.accountId && order.market === market)
    if (!doubtful) return []
    const message = `What became of an earlier ${market} order is not known yet. Wait until it is settled.`
    return [{ code: 'UNKNOWN_ORDER_FIRST', message }]
  }

  const recordOrder = async (draft: DraftRow, input: OrderInput, hash: string): Promise<NewOrder> => {
    const desk = deskOf(draft.accountId)
    await assertUsable(draft.accountId)
    await desk.view.refresh()
    // While it waited for its turn a backup may have been restored, to which this ticket is a stranger.
    if (journal.findDraft(draft.intentId) === null) {
      throw new AppError('DRAFT_NOT_FOUND', 'This ticket is not known. Open a new one.')
    }
    trace('submit-received', draft.intentId)
    const market = marketOf(marketsOf(desk), draft.coinId, draft.market)
    const { problems, amount } = checkOf(desk, draft, input, market)
    const problem = problems[0]
    if (problem !== undefined) {
      const { code, message, params } = problem
      throw new AppError(code as AppError['code'], message, params === undefined ? {} : { params })
    }
    if (amount === null) throw new AppError('PRICE_UNKNOWN', 'No price is known for this market.')
    const order: NewOrder = {
      ...orderTerms(draft, input, desk),
      amount,
      payloadHash: hash,
      venueClientId: desk.exchange.record.spellKey(draft.intentId),
      createdAt: timestamp(),
    }
    journal.recordIntent(order)
    if (canceled.has(draft.intentId)) journal.requestCancel(draft.intentId, timestamp())
    trace('intent-recorded', draft.intentId)
    return order
  }

  const checkOf = (desk: Desk, draft: DraftRow, input: OrderInput, market: Market, except?: string): Preview => {
    const { size, price, stopPrice, timeInForce } = input
    const terms = { ...draft, size, price, stopPrice, timeInForce }
    const overridden = journal.findOverride(draft.intentId) !== null
    const also = { seen: input.seen ?? null, depth: null, farAccepted: input.acceptFarPrice ?? false }
    return check(desk, terms, market, overridden, also, except)
  }

  /** The same once more for an order that is written down, without counting the order itself. */
  const stillForbidden = (draft: DraftRow, input: OrderInput): string | null => {
    try {
      const desk = deskOf(draft.accountId)
      const market = marketOf(marketsOf(desk), draft.coinId, draft.market)
      const [problem] = checkOf(desk, draft, input, market, draft.intentId).problems
      return problem === undefined ? null : `${problem.message} Nothing was sent.`
    } catch (error) {
      if (error instanceof AppError) return `${error.message} Nothing was sent.`
      throw error
    }
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
    return settler.send(order, deskOf(draft.accountId))
  }

  // The slot's draft is kept until its order has a definite answer; a draft for another market of the coin gives way,
  // but not while it is being submitted.
  const restoredDraft = (slot: Omit<DraftRow, 'intentId' | 'market' | 'createdAt'>, market: string) => {
    const draft = journal.findDraftFor(slot)
    if (draft === null) return null
    const order = journal.get(draft.intentId)
    const isKept = order !== null ? isInDoubt(order) : draft.market === market
    if (isKept || inFlight.has(draft.intentId)) return draft
    journal.dropDraft(draft.intentId)
    return null
  }

  return {
    draft: async (input, window) => {
      const desk = deskOf(input.accountId)
      await assertUsable(input.accountId)
      const { coinId } = coinOf(input.coinId)
      // A submit needs fresh balances: asked for now, they are mostly there when it comes. Never rejects.
      void desk.view.balances()
      const markets = marketsOf(desk, await desk.view.markets())
      const wanted = marketOf(markets, coinId, input.market)
      const slot = { window, accountId: input.accountId, coinId, side: input.side }
      const draft = restoredDraft(slot, wanted.market) ?? {
        ...slot,
        intentId: newId(),
        market: wanted.market,
        createdAt: timestamp(),
      }
      // A draft whose order is not settled yet stays with its own market, whichever is asked for now.
      const isDrafted = (one: Market) => one.market === draft.market && one.coinId === coinId
      const market = markets.find(isDrafted) ?? wanted
      if (journal.findDraft(draft.intentId) === null) journal.putDraft(draft)
      const balances = desk.view.lastBalances()?.balances ?? null
      return {
        intentId: draft.intentId,
        accountId: draft.accountId,
        environment: desk.account.environment,
        coinId: draft.coinId,
        side: draft.side,
        market: draft.market,
        stage: market.stage,
        opensAt: market.opensAt,
        closesAt: market.closesAt,
        stageSince: market.stageSince ?? null,
        rules: market.rules,
        question: questions.of(desk, market, coinId, input.side),
        quote: market.price,
        free: { base: freeOf(balances, market.base), quote: freeOf(balances, market.quote) },
        ...offered(desk, market, draft.side),
        order: journal.get(draft.intentId),
      }
    },
    submit: (input, also = () => null) => {
      const stored = journal.get(input.intentId)
      const draft = journal.findDraft(input.intentId)
      const origin = stored ?? draft
      if (origin === null) {
        return Promise.reject(new AppError('DRAFT_NOT_FOUND', 'This ticket is not known. Open a new one.'))
      }
      const elsewhere = destinationProblem(input, stored ?? deskOf(origin.accountId).account)
      if (elsewhere !== null) {
        noteRefusal(origin, elsewhere)
        return Promise.reject(elsewhere)
      }
      const hash = payloadHash(origin, input)
      const running = inFlight.get(input.intentId)
      if ((running?.hash ?? stored?.payloadHash ?? hash) !== hash) {
        const message = 'This ticket was already submitted with other terms. Nothing was sent; the first order stands.'
        const error = new AppError('KEY_REUSED', message)
        noteRefusal(origin, error)
        return Promise.reject(error)
      }
      if (running !== undefined) return running.answer
      if (stored !== null || draft === null) return Promise.resolve(stored as Order)
      preTrade.open(input.intentId, () => also() ?? stillForbidden(draft, input))
      const { accountId } = draft
      const answer = queue
        .run(accountId, () => place(draft, input, hash))
        .finally(() => {
          inFlight.delete(input.intentId)
          canceled.delete(input.intentId)
          ended()
        })
      inFlight.set(input.intentId, { hash, accountId, answer })
      return answer
    },
    preview: async (input) => {
      const desk = deskOf(input.accountId)
      const { coinId } = coinOf(input.coinId)
      await desk.view.refresh()
      const market = marketOf(marketsOf(desk), coinId, input.market)
      const [depth] = await Promise.all([
        desk.view.depth(market.market),
        // What bounds a limit price is nothing to a market order.
        input.price === undefined ? null : desk.view.priceLimits(market.market),
      ])
      return check(desk, input, market, false, { seen: null, depth, farAccepted: false })
    },
    override: (intentId, reason) => {
      if (journal.findDraft(intentId) === null)
        throw new AppError('DRAFT_NOT_FOUND', 'This ticket is not known. Open a new one.')
      const at = timestamp()
      journal.saveOverride(intentId, reason, at)
      return { intentId, reason, at }
    },
    decide: ({ intentId, decision, reason }) => {
      const order = journal.get(intentId)
      if (order === null) throw new AppError('NOT_FOUND', 'There is no such order.')
      const decidable = decision === 'not-placed' ? 'stuck' : 'conflict'
      if (order.status !== decidable || inFlight.has(intentId)) {
        throw new AppError('NOT_ALLOWED', 'There is nothing to decide about this order.')
      }
      const status = decision === 'not-placed' ? 'not-placed' : 'conflict'
      const words = status === 'conflict' ? order.reason : 'You looked at the exchange and found no such order.'
      journal.decide(intentId, timestamp(), reason, { status, reason: words })
      const after = journal.get(intentId) ?? order
      decided(after)
      return after
    },
    isInFlight: (intentId) => inFlight.has(intentId),
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
