// The listing watch with what it stands on: a real profile, scripted lists, and a clock that a test moves.

import { openDatabase } from '../../../electron/adapters/sqlite/database.ts'
import { createAlertStore } from '../../../electron/adapters/sqlite/stores/alert-store.ts'
import { createListingStore } from '../../../electron/adapters/sqlite/stores/listing-store.ts'
import { createMatchStore } from '../../../electron/adapters/sqlite/stores/match-store.ts'
import { createTraderStore } from '../../../electron/adapters/sqlite/stores/trader-store.ts'
import type { Core } from '../../../electron/app/open-core.ts'
import { listFaults, tellListings } from '../../../electron/app/parts/listing-parts.ts'
import type { MarketLists } from '../../../electron/ports/market-lists.ts'
import type { Clock, Logger } from '../../../electron/ports/system.ts'
import { createListingNotices } from '../../../electron/services/alerts/listing-notices.ts'
import { createNotifications } from '../../../electron/services/alerts/notifications.ts'
import { createEventHub, createHub } from '../../../electron/services/common/events.ts'
import { createNotices } from '../../../electron/services/common/notices.ts'
import { createScheduler } from '../../../electron/services/common/scheduler.ts'
import { createListingPlans } from '../../../electron/services/listings/listing-plans.ts'
import { createListingView } from '../../../electron/services/listings/listing-view.ts'
import { createListingWatch } from '../../../electron/services/listings/listing-watch.ts'
import { createVenueClocks } from '../../../electron/services/listings/venue-clock.ts'
import { assetFacts } from '../../../electron/services/markets/asset-facts.ts'
import { createAssetMatches } from '../../../electron/services/markets/asset-matches.ts'
import { createCoinService } from '../../../electron/services/research/coin-service.ts'
import type { Notification } from '../../../shared/alerts.ts'
import type { ListingEvent } from '../../../shared/markets/listing.ts'

export interface DeskParts {
  dataDir: string
  lists: MarketLists
  clock: Clock
  /** Done where the page would be told; for a process that dies there. */
  beforeTelling?: () => void
}

/** Opens it on the profile in `dataDir`; `close` ends it as an app that is closed does. */
export function openListingDesk({ dataDir, lists, clock, beforeTelling = () => {} }: DeskParts) {
  const db = openDatabase(dataDir)
  const errors: unknown[] = []
  const note = (event: string, fields?: Record<string, unknown>) => void errors.push({ event, ...fields })
  const logger: Logger = { info: () => {}, warn: () => {}, error: note }
  const scheduler = createScheduler(clock, logger)
  const trader = createTraderStore(db)
  const coins = createCoinService(trader, clock, () => crypto.randomUUID())
  const store = createListingStore(db)
  const answers = createMatchStore(db)
  const assets = createAssetMatches(coins, answers, assetFacts(store))
  const view = createListingView({ store, assets, accounts: { list: () => [] } })
  const venueClocks = createVenueClocks(clock)
  const internal = createHub<Record<string, unknown>>((event, error) => note(event, { error }))
  const page = createEventHub((event) => internal.emit('page.listening', event))
  const notices = createNotices(() => {})
  const core = { page, internal, logger, notices } as unknown as Core
  const alertStore = createAlertStore(db)
  const shown: Notification[] = []
  const notifications = createNotifications({
    ...{ store: alertStore, clock, scheduler, logger, quietHours: () => null },
    ...{ stillHolds: () => true, dropped: () => {} },
    tell: (notification) => void shown.push(notification),
  })
  const told: ListingEvent[] = []
  const tell = tellListings(core, store)
  const plans = createListingPlans({
    ...{ store, coins, view, clock, isVenue: () => true, clockOffsetMs: venueClocks.offsetMs },
    changed: () => watch.wake(),
  })
  const watch = createListingWatch({
    ...{ lists, store, clock, scheduler, logger, venueClocks, coinsOf: view.coinsOf },
    wantedBases: (venue) =>
      new Set([
        ...assets.bases({ accountId: `list:${venue}`, venue }),
        ...store.plans().map(({ market }) => market.split('/')[0] ?? ''),
      ]),
    plannedOpenings: (venue) =>
      plans
        .list()
        .flatMap((plan) => (plan.venue === venue && plan.stage !== 'trading' ? [Date.parse(plan.opensAt)] : [])),
    alongside: createListingNotices({ store: alertStore, coins, coinsOf: view.coinsOf, clock }).write,
    changed: () => {
      beforeTelling()
      tell()
      notifications.show()
    },
    fault: listFaults(core),
  })
  return {
    ...{ db, coins, store, answers, view, plans, watch, notices, alertStore, notifications, venueClocks, errors },
    /** What the page heard, from `listen` on. */
    told,
    /** What was shown to the trader. */
    shown,
    listen: () => page.on('listings.changed', (event) => void told.push(event as ListingEvent)),
    close: async () => {
      await Promise.all([watch.stop(), notifications.stop()])
      db.close()
    },
  }
}

export type ListingDesk = ReturnType<typeof openListingDesk>

/** Lets everything that is due happen. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** Moves the clock on by `ms`, a second at a time. */
export async function pass(clock: { advance(ms: number): void }, ms: number, stepMs = 1_000): Promise<void> {
  for (let left = ms; left > 0; left -= stepMs) {
    clock.advance(Math.min(stepMs, left))
    await settled()
  }
}
