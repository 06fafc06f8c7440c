// The alerts with what they stand on: a real profile, prices and sources that a test speaks for, and a clock that it moves.

import { openDatabase } from '../../../electron/adapters/sqlite/database.ts'
import { createAlertStore } from '../../../electron/adapters/sqlite/stores/alert-store.ts'
import { createTraderStore } from '../../../electron/adapters/sqlite/stores/trader-store.ts'
import type { SeenPrice } from '../../../electron/ports/prices.ts'
import type { Logger } from '../../../electron/ports/system.ts'
import { createAlertChecks } from '../../../electron/services/alerts/alert-checks.ts'
import { createAlerts } from '../../../electron/services/alerts/alerts.ts'
import { createNotifications } from '../../../electron/services/alerts/notifications.ts'
import { createScheduler } from '../../../electron/services/common/scheduler.ts'
import { createCoinService } from '../../../electron/services/research/coin-service.ts'
import type { Notification, QuietHours } from '../../../shared/alerts.ts'
import { type AppClock, makeAppClock } from '../app-clock.ts'
import { makeProfile } from '../profile/temp-folder.ts'

export interface AlertDeskParts {
  dataDir?: string
  clock?: AppClock
}

/** What the world says meanwhile. */
export interface World {
  prices: Map<string, SeenPrice>
  silent: { source: string; name: string; silentMs: number }[]
  quiet: QuietHours | null
  /** Whether what a notification says is still so. */
  holds: boolean | null
}

/** A world in which nothing is known. */
export const noWorld = (): World => ({ prices: new Map(), silent: [], quiet: null, holds: true })

/** Opens them on a profile; `close` ends them as an app that is closed does. */
export function openAlertDesk(world: World, { dataDir = makeProfile(), clock = makeAppClock() }: AlertDeskParts = {}) {
  const db = openDatabase(dataDir)
  const errors: unknown[] = []
  const note = (event: string, fields?: Record<string, unknown>) => void errors.push({ event, ...fields })
  const logger: Logger = { info: () => {}, warn: () => {}, error: note }
  const scheduler = createScheduler(clock, logger)
  const store = createAlertStore(db)
  const coins = createCoinService(createTraderStore(db), clock, () => crypto.randomUUID())
  const prices = { of: (ids: readonly string[]) => new Map([...world.prices].filter(([id]) => ids.includes(id))) }
  const shown: Notification[] = []
  const dropped: Notification[] = []
  const notifications = createNotifications({
    ...{ store, clock, scheduler, logger, quietHours: () => world.quiet },
    ...{ stillHolds: () => world.holds, dropped: (notification: Notification) => void dropped.push(notification) },
    tell: (notification) => void shown.push(notification),
  })
  const checks = createAlertChecks({
    ...{ store, prices, sources: { list: () => world.silent }, clock, scheduler, logger },
    nameOf: (coinId) => coins.some([coinId])[0]?.name ?? coinId,
    ...{ show: notifications.show, changed: () => {} },
  })
  const alerts = createAlerts({ store, coins, prices, clock, newId: () => crypto.randomUUID(), changed: checks.start })
  notifications.show()
  checks.start()
  return {
    ...{ dataDir, clock, db, store, alerts, notifications, shown, dropped, errors, coins },
    /** Says what a coin costs from now on. */
    price: (coinId: string, price: string, more: Partial<SeenPrice> = {}) => {
      const at = new Date(clock.now()).toISOString()
      world.prices.set(coinId, { price, source: 'kraken', at, simulated: false, ...more })
    },
    close: async () => {
      await Promise.all([checks.stop(), notifications.stop()])
      db.close()
    },
  }
}

export type AlertDesk = ReturnType<typeof openAlertDesk>
