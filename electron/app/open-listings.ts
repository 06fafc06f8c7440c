// Opens the listings: what exchanges list of the trader's coins, what he plans, the check before an opening, and the alerts.

import { notTradingYet } from '../../shared/markets/not-trading-yet.ts'
import { reason } from '../../shared/reasons/reason.ts'
import { factsOf } from '../../shared/venues/fact-sheets.ts'
import { venueNameOf } from '../../shared/venues/known.ts'
import { createStagedStore } from '../adapters/sqlite/staged/staged-store.ts'
import type { AlertServices } from '../ipc/handlers/alerts.ts'
import type { CoinServices } from '../ipc/handlers/coins.ts'
import type { ListingServices } from '../ipc/handlers/listings.ts'
import type { ShowNotification } from '../ports/outside.ts'
import type { OrderJournal } from '../ports/stores.ts'
import { createListingNotices } from '../services/alerts/listing-notices.ts'
import type { Notifications } from '../services/alerts/notifications.ts'
import { createListingPlans } from '../services/listings/listing-plans.ts'
import { createListingView, type ListingView } from '../services/listings/listing-view.ts'
import { createListingWatch } from '../services/listings/listing-watch.ts'
import { createPreflight } from '../services/listings/preflight.ts'
import { createPreflightWatch } from '../services/listings/preflight-watch.ts'
import { createSeenStages } from '../services/listings/seen-stages.ts'
import { createVenueClocks, type VenueClocks } from '../services/listings/venue-clock.ts'
import type { SourceArea } from './market-data/open-sources.ts'
import type { AccountsArea } from './open-accounts.ts'
import type { CoinArea } from './open-coins.ts'
import type { Core } from './open-core.ts'
import type { MarketArea } from './open-markets.ts'
import type { PortfolioArea } from './open-portfolio.ts'
import type { VaultArea } from './open-vault.ts'
import { openAlerts } from './parts/alert-area.ts'
import { listFaults, openingsOf, tellListings } from './parts/listing-parts.ts'
import { seenPrices, seenSources } from './parts/seen-prices.ts'
import { createTaskNotices } from './parts/task-notices.ts'

export interface ListingArea {
  view: ListingView
  venueClocks: VenueClocks
  notifications: Notifications
  operations: ListingServices & AlertServices & Pick<CoinServices, 'seenStages'>
  /** Reads lists, and shows what is due, from now on. */
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
  sources: Pick<SourceArea, 'operations' | 'lists' | 'announcements'>
  notify?: ShowNotification | undefined
}

/** Opens it; nothing is asked or shown before `start`. */
export function openListings(parts: ListingAreaParts): ListingArea {
  const { core, journal, notify = null } = parts
  const { lists } = parts.sources
  const { coins, assets, listings: store } = parts.coins
  const { matches } = parts.markets
  const { accounts } = parts.accounts
  const { clock, scheduler, logger, internal, preferences, page } = core
  const staged = createStagedStore(core.db)
  const view = createListingView({ store, assets, accounts: matches })
  const venueClocks = createVenueClocks(clock)
  const isVenue = (venue: string) =>
    factsOf(venue) !== undefined || accounts.list().some((account) => account.venue === venue)
  const plans = createListingPlans({
    ...{ store, coins, view, clock, isVenue, clockOffsetMs: venueClocks.offsetMs },
    changed: () => {
      page.emit('coins.changed', null)
      internal.emit('openings.changed', null)
    },
  })
  const preflight = createPreflight({
    ...{ accounts, coins, plans, view, journal, clock, clockOffsetMs: venueClocks.offsetMs },
    portfolio: parts.portfolio.portfolio,
    isVaultOpen: parts.vault.vault.isOpen,
    presetSize: () => preferences.get().presetSize,
  })
  const sources = seenSources(lists, venueClocks, parts.sources.operations.sources.list, clock)
  const { quotes } = parts.sources.operations
  const prices = seenPrices((coinIds) => quotes.list({ coinIds }))
  const tasks = createTaskNotices()
  const alerts = openAlerts({ core, coins, prices, sources, notify, stillHolds: tasks.stillHolds })
  internal.on('tasks.due', (due) => tasks.tell(due, alerts.notifications, core.now()))
  const notices = createListingNotices({ store: alerts.store, coins, coinsOf: view.coinsOf, clock })
  const announce = tellListings(core, store)
  const faults = listFaults(core)
  const preflightWatch = createPreflightWatch({
    ...{ venueClocks, scheduler, logger },
    openings: () => openingsOf(plans.list(), view.list({}), venueClocks),
    target: ({ coinId, venue, market, opensAt }) => preflight.target(coinId, venue, market, opensAt),
    tell: ({ key, coinId, venue, market, opensAt, missing }) => {
      const coin = coins.some([coinId])[0]?.name ?? coinId
      const checks = missing.map((item) => item.reason)
      const why = reason('PREFLIGHT_ATTENTION', { coin, venue: venueNameOf(venue), market, opensAt, checks })
      const row = { key, kind: 'preflight', at: core.now(), reason: why, coinId, venue, market } as const
      if (alerts.notifications.add({ ...row, alertId: null, sound: true })) alerts.notifications.show()
    },
  })
  const watch = createListingWatch({
    ...{ lists, store, clock, scheduler, logger, venueClocks, coinsOf: view.coinsOf },
    wantedBases: (venue) =>
      new Set([
        ...assets.bases({ accountId: `list:${venue}`, venue }),
        ...[...store.plans(), ...staged.open()].flatMap((row) =>
          row.venue === venue ? [row.market.split('/')[0] ?? ''] : [],
        ),
      ]),
    plannedOpenings: (venue) => [
      ...plans
        .list()
        .flatMap((plan) => (plan.venue === venue && plan.stage !== 'trading' ? [Date.parse(plan.opensAt)] : [])),
      ...staged.open().flatMap((row) => (row.venue === venue ? [Date.parse(row.from)] : [])),
    ],
    alongside: notices.write,
    changed: () => {
      announce()
      alerts.notifications.show()
      preflightWatch.start()
      internal.emit('listings.read', null)
      page.emit('coins.changed', null)
    },
    fault: faults,
  })
  for (const wake of [watch.wake, preflightWatch.wake, alerts.start]) internal.on('openings.changed', wake)
  internal.on('tickers.changed', watch.wake)
  return {
    ...{ view, venueClocks, notifications: alerts.notifications },
    operations: {
      ...alerts.operations,
      seenStages: createSeenStages({ store, lists, coinsOf: view.coinsOf }),
      ...{ coins, plans, preflight, listingEvents: store, announcements: parts.sources.announcements },
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
        const rows = view.list({ coinId }).filter(({ match }) => match !== 'refused')
        return notTradingYet(venues, rows)
      },
    },
    start: () => {
      alerts.start()
      watch.start()
      preflightWatch.start()
    },
    stop: async () => {
      await Promise.all([watch.stop(), preflightWatch.stop(), alerts.stop()])
    },
  }
}
