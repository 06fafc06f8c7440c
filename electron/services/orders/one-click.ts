// One-click orders with money that is real, or stands for it: allowed for one account at a time, up to a value, and gone
// with the app's run. Each is a limit order that trades at once or not at all, so that no price is worse than the one
// that the trader saw and his deviation.

import type { Account } from '../../../shared/accounts.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import type { Order, Side } from '../../../shared/order.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { OrderJournal } from '../../ports/stores.ts'
import type { Clock } from '../../ports/system.ts'
import type { AccountContext } from '../accounts/accounts.ts'
import type { OneClickModes } from '../accounts/one-click-modes.ts'
import type { CoinMatches } from '../markets/coin-matches.ts'
import { marketOf } from '../markets/market-choice.ts'
import { destinationProblem } from './checks/destination.ts'
import { type ClickBounds, oneClickPrice } from './checks/one-click-price.ts'
import type { OrderService } from './order-service.ts'

export interface OneClick {
  /** @throws AppError `NOT_ALLOWED` for the practice account, whose one-click orders need no leave, `NOT_FOUND` */
  allow(input: Input<'accounts.allowOneClick'>): Account
  /** Nothing that one click made leaves any more once this has answered. */
  end(input: Input<'accounts.endOneClick'>): Promise<Account>
  /**
   * @throws AppError `MODE_CHANGED`, `ONE_CLICK_OFF`, `SIZE_LIMIT`, `PRICE_UNKNOWN`, `PRICE_MOVED` when the trader has to look again, and
   * whatever `orders.submit` throws
   */
  place(input: Input<'orders.oneClick'>): Promise<Order>
}

export interface OneClickParts {
  journal: Pick<OrderJournal, 'get' | 'findDraft'>
  submit: OrderService['submit']
  contextOf: (accountId: string) => AccountContext
  matches: Pick<CoinMatches, 'at'>
  clock: Clock
  modes: Pick<OneClickModes, 'modeOf' | 'allow' | 'end'>
  /** As of `PreTrade`. */
  recheck: () => Promise<void>
}

/** Money that is not real needs no leave and has no bound; the price seen holds as the account form proposes it elsewhere. */
const PRACTICE: ClickBounds = { maxValue: null, deviation: '0.005' }

/** Builds the orders of one click; the practice account takes them always. */
export function createOneClick(parts: OneClickParts): OneClick {
  const { journal, submit, contextOf, matches, clock, modes, recheck } = parts
  /** The price of each key whose submit is under way: the second half of a double click is the same order. */
  const underWay = new Map<string, Decimal>()

  const boundsOf = (accountId: string): ClickBounds | null =>
    modes.modeOf(accountId) ?? (contextOf(accountId).account.environment === 'practice' ? PRACTICE : null)

  const priceFor = async (accountId: string, origin: Origin, input: Input<'orders.oneClick'>): Promise<Decimal> => {
    const mode = boundsOf(accountId)
    if (mode === null) {
      throw new AppError('ONE_CLICK_OFF', reason('CLICK_OFF'))
    }
    const context = contextOf(accountId)
    await context.view.markets()
    const markets = matches.at(accountId).markets(context.view.lastMarkets())
    const market = marketOf(markets, origin.coinId, origin.market)
    const rate = context.view.lastRate(market.quote)?.price ?? null
    return oneClickPrice(market, { ...input, side: origin.side }, mode, { now: clock.monotonic(), rate })
  }

  return {
    allow: ({ accountId, maxValue, deviation }) => {
      const context = contextOf(accountId)
      if (context.account.environment === 'practice') {
        throw new AppError('NOT_ALLOWED', reason('CLICK_ALWAYS_ON'))
      }
      if (!context.exchange.record.timesInForce.includes('ioc')) {
        throw new AppError('NOT_ALLOWED', reason('CLICK_NO_IOC'))
      }
      modes.allow(accountId, { maxValue, deviation })
      return contextOf(accountId).account
    },
    end: async ({ accountId }) => {
      modes.end(accountId)
      await recheck()
      return contextOf(accountId).account
    },
    place: async (input) => {
      const { intentId, size, accountId, environment } = input
      const stored = journal.get(intentId)
      const origin = stored ?? journal.findDraft(intentId)
      if (origin === null) throw new AppError('DRAFT_NOT_FOUND', reason('TICKET_UNKNOWN'))
      const elsewhere = destinationProblem(input, stored ?? contextOf(origin.accountId).account)
      if (elsewhere !== null) throw elsewhere
      const decided = stored?.price ?? underWay.get(intentId) ?? (await priceFor(origin.accountId, origin, input))
      // Two clicks may both have waited for the price; the first that got here decided it.
      const price = underWay.get(intentId) ?? decided
      underWay.set(intentId, price)
      try {
        // Asked until the last moment: an order of one click must not outlive the leave that it was made under.
        const isOff = () => (boundsOf(origin.accountId) !== null ? null : reason('CLICK_ENDED_BEFORE_SENDING'))
        const terms = { type: 'limit', size, price, timeInForce: 'ioc' } as const
        return await submit({ intentId, ...terms, accountId, environment }, isOff)
      } finally {
        underWay.delete(intentId)
      }
    },
  }
}

interface Origin {
  accountId: string
  coinId: string
  market: string
  side: Side
}
