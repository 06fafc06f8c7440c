// Which accounts the windows look at: their prices are told, and their orders are listened to.

import type { Market } from '../../../shared/order.ts'
import { type Accounts, PRACTICE_ACCOUNT } from '../../services/accounts/accounts.ts'
import type { AccountCache } from '../../services/markets/account-cache.ts'
import type { CoinMatches } from '../../services/markets/coin-matches.ts'

/** Which accounts are looked at: each window has its own. */
export interface Watch {
  isWatched(accountId: string): boolean
  /** Whose prices are told: the practice account's, and those of the accounts that a window looks at. */
  views(): AccountCache[]
  /** The markets of this account, which the window looks at from now on. @throws AppError `NOT_FOUND` */
  markets(accountId: string, window: string): Promise<Market[]>
}

/** Builds it; the practice account is always looked at. `changed` is told when a window looks at another account. */
export function createWatch(accounts: Accounts, matches: Pick<CoinMatches, 'at'>, changed: () => void): Watch {
  const byWindow = new Map<string, string>()
  const watched = () => new Set([PRACTICE_ACCOUNT.accountId, ...byWindow.values()])
  return {
    isWatched: (accountId) => watched().has(accountId),
    views: () => {
      const ids = watched()
      return accounts
        .list()
        .filter(({ accountId }) => ids.has(accountId))
        .map(({ accountId }) => accounts.context(accountId).view)
    },
    markets: async (accountId, window) => {
      const { view } = accounts.context(accountId)
      const before = byWindow.get(window)
      byWindow.set(window, accountId)
      if (before !== accountId) changed()
      return matches.at(accountId).markets(await view.markets())
    },
  }
}
