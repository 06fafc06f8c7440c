// The operations on alerts, and on what the trader was told: shape of the input, and who answers.

import type { AlertOperations } from '../../../shared/contract/alerts.ts'
import type { Alerts } from '../../services/alerts/alerts.ts'
import type { Notifications } from '../../services/alerts/notifications.ts'
import * as common from '../schemas/common.ts'
import * as s from '../schemas/listings.ts'
import type { HandlersOf } from './handler.ts'

/** The services behind these operations. */
export interface AlertServices {
  alerts: Alerts
  notifications: Pick<Notifications, 'list' | 'page' | 'snooze'>
}

/** Ties each of the operations to its service. */
export function alertHandlers({ alerts, notifications }: AlertServices): HandlersOf<AlertOperations> {
  return {
    'alerts.list': { input: common.nothing, run: () => alerts.list() },
    'alerts.save': { input: s.alert, run: (input) => alerts.save(input) },
    'alerts.remove': {
      input: s.byAlert,
      run: (input) => {
        alerts.remove(input)
        return null
      },
    },
    'notifications.list': { input: s.page, run: (input) => notifications.list(input) },
    'notifications.page': { input: s.page, run: (input) => notifications.page(input) },
    'notifications.snooze': { input: s.snooze, run: (input) => notifications.snooze(input) },
  }
}
