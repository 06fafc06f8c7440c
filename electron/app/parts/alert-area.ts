// Opens the alerts, and what the trader is told: a part of the listings, whose changes are most of what there is to tell.

import { randomUUID } from 'node:crypto'
import type { Notification } from '../../../shared/alerts.ts'
import { createAlertStore } from '../../adapters/sqlite/stores/alert-store.ts'
import type { AlertServices } from '../../ipc/handlers/alerts.ts'
import type { AlertStore } from '../../ports/listings.ts'
import type { ShowNotification } from '../../ports/outside.ts'
import type { PriceSeen, SourcesSeen } from '../../ports/prices.ts'
import { createAlertChecks } from '../../services/alerts/alert-checks.ts'
import { createAlerts } from '../../services/alerts/alerts.ts'
import { createNotifications, type NotificationParts, type Notifications } from '../../services/alerts/notifications.ts'
import type { CoinService } from '../../services/research/coin-service.ts'
import type { Core } from '../open-core.ts'
import { reasonInEnglish } from './english.ts'

export interface AlertArea {
  store: AlertStore
  notifications: Notifications
  operations: AlertServices
  /** Looks at prices and sources, and shows what is due, from now on. */
  start(): void
  stop(): Promise<void>
}

export interface AlertAreaParts {
  core: Core
  coins: CoinService
  prices: PriceSeen
  sources: SourcesSeen
  /** `null` where the page says it. */
  notify: ShowNotification | null
  stillHolds: NotificationParts['stillHolds']
}

/** Opens it; nothing is shown before `start`. */
export function openAlerts({ core, coins, prices, sources, notify, stillHolds }: AlertAreaParts): AlertArea {
  const { db, clock, scheduler, logger, page, preferences } = core
  const store = createAlertStore(db)
  const changed = () => page.emit('alerts.changed', null)
  const tell = (notification: Notification) => {
    page.emit('notifications.changed', { notification, tell: notify === null })
    const { notificationId, reason, sound } = notification
    notify?.({ id: `prelist-${notificationId}`, text: reasonInEnglish(reason), silent: !sound })
  }
  const quietHours = () => preferences.get().quietHours
  const quietly = (notification: Notification) => page.emit('notifications.changed', { notification, tell: false })
  const notifications = createNotifications({
    ...{ store, clock, scheduler, logger, quietHours, stillHolds, tell, dropped: quietly },
  })
  const checks = createAlertChecks({
    ...{ store, prices, sources, clock, scheduler, logger, changed },
    nameOf: (coinId) => coins.some([coinId])[0]?.name ?? coinId,
    show: notifications.show,
  })
  const alerts = createAlerts({
    ...{ store, coins, prices, clock, newId: randomUUID },
    changed: () => {
      checks.start()
      changed()
    },
  })
  const snooze: Notifications['snooze'] = (input) => {
    const notification = notifications.snooze(input)
    quietly(notification)
    return notification
  }
  return {
    ...{ store, notifications },
    operations: { alerts, notifications: { ...notifications, snooze } },
    start: () => {
      notifications.show()
      checks.start()
    },
    stop: async () => {
      await Promise.all([checks.stop(), notifications.stop()])
    },
  }
}
