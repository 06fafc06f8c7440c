// Opens the alerts, and what the trader is told: a part of the listings, whose changes are most of what there is to tell.

import { randomUUID } from 'node:crypto'
import { createAlertStore } from '../../adapters/sqlite/stores/alert-store.ts'
import type { AlertServices } from '../../ipc/handlers/alerts.ts'
import { createAlerts } from '../../services/alerts/alerts.ts'
import { createNotifications, type Notifications } from '../../services/alerts/notifications.ts'
import type { CoinService } from '../../services/research/coin-service.ts'
import type { Core } from '../open-core.ts'

export interface AlertArea {
  notifications: Notifications
  operations: AlertServices
  /** Shows what is due from now on. */
  start(): void
  stop(): Promise<void>
}

/** Opens it; nothing is shown before `start`. */
export function openAlerts(core: Core, coins: CoinService): AlertArea {
  const { db, clock, scheduler, page, preferences } = core
  const store = createAlertStore(db)
  const notifications = createNotifications({
    ...{ store, clock, scheduler },
    quietHours: () => preferences.get().quietHours,
    tell: (notification) => page.emit('notifications.changed', { notification, tell: true }),
  })
  const alerts = createAlerts({
    ...{ store, coins, clock, newId: randomUUID },
    changed: () => page.emit('alerts.changed', null),
  })
  const snooze: Notifications['snooze'] = (input) => {
    const notification = notifications.snooze(input)
    page.emit('notifications.changed', { notification, tell: false })
    return notification
  }
  return {
    notifications,
    operations: { alerts, notifications: { ...notifications, snooze } },
    start: notifications.show,
    stop: notifications.stop,
  }
}
