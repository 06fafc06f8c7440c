// The operations on alerts, and on what the trader was told: name, input and output of each.

import type { Alert, AlertInput, Notification } from '../alerts.ts'
import type { Page } from '../page.ts'
import type { Nothing } from './nothing.ts'

interface PageInput {
  before?: number | undefined
  limit?: number | undefined
}

export interface AlertOperations {
  'alerts.list': { input: Nothing; output: Alert[] }
  'alerts.save': { input: AlertInput; output: Alert }
  'alerts.remove': { input: { alertId: string }; output: null }
  /** Newest first. */
  'notifications.list': { input: PageInput; output: Notification[] }
  'notifications.page': { input: PageInput; output: Page<Notification> }
  /** Shown again at that time; `until: null` puts it away for good. */
  'notifications.snooze': { input: { notificationId: number; until: string | null }; output: Notification }
}

/** A record, so that a name that is missing here does not compile. */
export const ALERT_OPERATIONS: Record<keyof AlertOperations, true> = {
  'alerts.list': true,
  'alerts.save': true,
  'alerts.remove': true,
  'notifications.list': true,
  'notifications.page': true,
  'notifications.snooze': true,
}
