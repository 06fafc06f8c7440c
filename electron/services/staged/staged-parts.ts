// What the staged orders stand on.

import type { Account } from '../../../shared/accounts.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import type { Staged } from '../../../shared/markets/staged.ts'
import type { Audit } from '../../ports/operations.ts'
import type { StagedRow, StagedStore } from '../../ports/staged.ts'
import type { OrderJournal } from '../../ports/stores.ts'
import type { Clock, Logger, NewId } from '../../ports/system.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { Notifications } from '../alerts/notifications.ts'
import type { Scheduler } from '../common/scheduler.ts'
import type { ListingView } from '../listings/listing-view.ts'
import type { VenueClocks } from '../listings/venue-clock.ts'
import type { CoinMatches } from '../markets/coin-matches.ts'
import type { OrderService } from '../orders/order-service.ts'
import type { PortfolioService } from '../portfolio/portfolio.ts'
import type { CoinService } from '../research/coin-service.ts'

export interface StagedParts {
  store: StagedStore
  journal: Pick<OrderJournal, 'get' | 'findDraft' | 'putDraft' | 'dropDraft' | 'halts'>
  orderService: Pick<OrderService, 'submit' | 'isInFlight'>
  /** As of `PreTrade`. */
  recheck: () => Promise<void>
  accounts: Pick<Accounts, 'find'>
  matches: Pick<CoinMatches, 'at'>
  coins: Pick<CoinService, 'some'>
  listings: Pick<ListingView, 'find'>
  portfolio: Pick<PortfolioService, 'riskBook' | 'rules'>
  notifications: Pick<Notifications, 'add' | 'show'>
  venueClocks: Pick<VenueClocks, 'offsetMs'>
  clock: Clock
  scheduler: Scheduler
  logger: Logger
  newId: NewId
  /** Whether Prelist may use the account's key without the trader. */
  isKeyOwn: (account: Account) => boolean
  /** The same, and the vault that it needs is open. */
  canUse: (account: Account) => boolean
  /** How much worse than the best price a limit may be unasked, as a fraction. */
  farPrice: () => Decimal
  /** Where this copy of the profile lies. */
  place: string
  audit: Audit
  /** Told of each that is another now. */
  changed: (staged: Staged) => void
  /** Other accounts are to be kept fresh now. */
  needed: () => void
}

/** As the page sees it; of an account that is gone the environment is a guess that harms nobody. */
export function shownStaged({ place: _, ...row }: StagedRow, accounts: Pick<Accounts, 'find'>): Staged {
  return { ...row, environment: accounts.find(row.accountId)?.account.environment ?? 'live' }
}
