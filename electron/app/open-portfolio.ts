// Opens the portfolio, and the holdings that the trader enters by hand.

import { createValueDays } from '../adapters/sqlite/ledger/value-days.ts'
import { createStagedStore } from '../adapters/sqlite/staged/staged-store.ts'
import type { PortfolioServices } from '../ipc/handlers/portfolio.ts'
import type { OrderJournal } from '../ports/stores.ts'
import type { Accounts } from '../services/accounts/accounts.ts'
import type { CoinMatches } from '../services/markets/coin-matches.ts'
import { createPortfolio, type PortfolioService } from '../services/portfolio/portfolio.ts'
import { receivedOf } from '../services/portfolio/received.ts'
import { createValueKeeper } from '../services/portfolio/value-keeper.ts'
import { createCommitments } from '../services/staged/commitments.ts'
import type { CoinArea } from './open-coins.ts'
import type { Core } from './open-core.ts'

export interface PortfolioArea {
  portfolio: PortfolioService
  operations: Pick<PortfolioServices, 'portfolio' | 'holdings'>
}

/** Opens it. */
export function openPortfolio(
  { db, now }: Core,
  { coins, store }: CoinArea,
  journal: OrderJournal,
  accounts: Accounts,
  matches: CoinMatches,
): PortfolioArea {
  const nameOf = (accountId: string) => accounts.find(accountId)?.account.label ?? accountId
  const staged = createCommitments(createStagedStore(db), journal, accounts)
  const portfolio = createPortfolio(coins, store, journal, accounts.viewsOf, matches, receivedOf(store), nameOf, staged)
  const keep = createValueKeeper(createValueDays(db), now)
  const holdings: PortfolioServices['holdings'] = {
    save: (row) => store.saveHolding(row, now()),
    remove: ({ environment, coinId }) => store.removeHolding(environment, coinId, now()),
  }
  const kept = {
    ...portfolio,
    get: async (...of: Parameters<typeof portfolio.get>) => keep(await portfolio.get(...of)),
  }
  return { portfolio, operations: { portfolio: kept, holdings } }
}
