// What the order service and its parts stand on.

import type { Decimal } from '../../../../shared/decimal.ts'
import type { Order } from '../../../../shared/order.ts'
import type { SerialQueue } from '../../../../shared/serial-queue.ts'
import type { Audit } from '../../../ports/operations.ts'
import type { DraftRow, OrderJournal } from '../../../ports/stores.ts'
import type { Clock, NewId, Trace } from '../../../ports/system.ts'
import type { AccountContext } from '../../accounts/accounts.ts'
import type { ProfileCheck } from '../../common/profile-check.ts'
import type { CoinMatches } from '../../markets/coin-matches.ts'
import type { CoinFacts } from '../../portfolio/group-limits.ts'
import type { Overrides } from '../../portfolio/overrides.ts'
import type { PortfolioService } from '../../portfolio/portfolio.ts'
import type { PreTrade } from '../checks/pre-trade.ts'
import type { ListingQuestions } from '../listing-question.ts'
import type { OrderExecutor } from '../order-executor.ts'

export interface OrderServiceParts {
  journal: OrderJournal
  queue: SerialQueue
  executor: OrderExecutor
  portfolio: PortfolioService
  preTrade: Pick<PreTrade, 'open'>
  contextOf: (accountId: string) => AccountContext
  /** No order is taken before every page of the profile was looked at. */
  profileCheck: Pick<ProfileCheck, 'isPassed' | 'passed'>
  /** @throws AppError for an account whose key must not or cannot be used for orders */
  assertUsable: (accountId: string) => Promise<void>
  /** Which coins the markets of an account trade, and what is to be asked about that. */
  matches: Pick<CoinMatches, 'at'>
  questions: ListingQuestions
  /** What the limits need of a coin. @throws AppError `NOT_FOUND` */
  coinOf: (coinId: string) => CoinFacts & { early: boolean }
  overrides: Pick<Overrides, 'ofOrder' | 'lifts' | 'usesOf'>
  clock: Clock
  /** How much worse than the best price a limit may be unasked, as a fraction. */
  farPrice: () => Decimal
  newId: NewId
  /** The draft that waits for the trader in this market, with its key; `null` where none does. */
  prepared: (slot: Pick<DraftRow, 'accountId' | 'coinId' | 'side' | 'market'>) => DraftRow | null
  trace: Trace
  /** Told of each order that the trader judged. */
  decided: (order: Order) => void
  /** Told when a submit of this account is in flight no longer, whatever came of it. */
  ended: (accountId: string) => void
  /** Told of each order that is refused before it is written down. Must not throw. */
  audit: Audit
}
