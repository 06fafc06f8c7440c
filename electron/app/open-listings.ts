// Opens the listings: what exchanges list of the trader's coins, what he plans, the check before an opening, and the alerts.

import { notTradingYet } from '../../shared/markets/not-trading-yet.ts'
import { factsOf } from '../../shared/venues/fact-sheets.ts'
import type { AlertServices } from '../ipc/handlers/alerts.ts'
import type { ListingServices } from '../ipc/handlers/listings.ts'
import type { MarketLists } from '../ports/market-lists.ts'
import type { OrderJournal } from '../ports/stores.ts'
import { createListingPlans } from '../services/listings/listing-plans.ts'
import { createListingView } from '../services/listings/listing-view.ts'
import { createPreflight } from '../services/listings/preflight.ts'
import type { AccountsArea } from './open-accounts.ts'
import type { CoinArea } from './open-coins.ts'
import type { Core } from './open-core.ts'
import type { MarketArea } from './open-markets.ts'
import type { PortfolioArea } from './open-portfolio.ts'
import type { VaultArea } from './open-vault.ts'
import { openAlerts } from './parts/alert-area.ts'
import { NO_MARKET_LISTS } from './parts/no-market-lists.ts'

export interface ListingArea {
  operations: ListingServices & AlertServices
  /** Shows what is due from now on. */
  start(): void
  stop(): Promise<void>
}

export interface ListingAreaParts {
  core: Core
  vault: VaultArea
  journal: Pick<OrderJournal, 'halts'>
  coins: CoinArea
  accounts: AccountsArea
  markets: MarketArea
  portfolio: PortfolioArea
  /** Of nobody where none are given. */
  lists?: MarketLists
}

/** Opens it; nothing is asked or shown before `start`. */
export function openListings(parts: ListingAreaParts): ListingArea {
  const { core, journal, lists = NO_MARKET_LISTS } = parts
  const { coins, assets, listings: store } = parts.coins
  const { matches } = parts.markets
  const { accounts } = parts.accounts
  const { portfolio } = parts.portfolio
  const { clock, preferences } = core
  const alerts = openAlerts(core, coins)
  const view = createListingView({ store, assets, accounts: matches })
  const clockOffsetMs = () => null
  const isVenue = (venue: string) =>
    factsOf(venue) !== undefined || accounts.list().some((account) => account.venue === venue)
  const plans = createListingPlans({
    ...{ store, coins, view, clock, isVenue, clockOffsetMs },
    changed: () => core.page.emit('coins.changed', null),
  })
  const preflight = createPreflight({
    ...{ accounts, coins, plans, view, portfolio, journal, clock, clockOffsetMs },
    isVaultOpen: parts.vault.vault.isOpen,
    presetSize: () => preferences.get().presetSize,
  })
  return {
    operations: {
      ...alerts.operations,
      ...{ coins, plans, preflight, listingEvents: store },
      listings: {
        list: view.list,
        confirm: (input) => {
          const said = matches.confirm(input)
          const known = view.find(input.coinId, input.venue, input.market)
          return known === null ? said : { ...known, accountIds: said.accountIds, match: said.match }
        },
      },
      notTradingYet: (coinId) => {
        const venues = [...new Set([...accounts.list().map(({ venue }) => venue), ...lists.venues()])]
        return notTradingYet(
          venues.filter((venue) => venue !== 'practice'),
          view.list({ coinId }).filter(({ match }) => match !== 'refused'),
        )
      },
    },
    start: alerts.start,
    stop: alerts.stop,
  }
}
