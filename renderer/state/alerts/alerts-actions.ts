// Keeps alerts, shows what the trader is told, and puts it off or away.

import type { Alert, AlertInput, Notification } from '../../../shared/alerts.ts'
import { sayReason } from '../../answer-words.ts'
import { asAppError, call } from '../../api.ts'
import { text } from '../../messages/actions/en.ts'
import { load } from '../loadable.ts'
import { reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { useStatus } from '../status-store.ts'
import { useAlerts } from './alerts-store.ts'
import { markTitle } from './title-mark.ts'
import { playTone } from './tone.ts'

const alertRequests = requests()
const notificationRequests = requests()

/** Loads the alerts. */
export async function loadAlerts(): Promise<void> {
  await load(alertRequests, useAlerts.getState().putAlerts, () => call('alerts.list', {}))
}

/** Alerts are others than before: who looks at them sees that. */
export function noteAlerts(): void {
  if (useAlerts.getState().alerts.value !== null) void loadAlerts()
}

/** Loads the newest notifications. */
export async function loadNotifications(): Promise<void> {
  const { putNotifications } = useAlerts.getState()
  const isCurrent = notificationRequests.begin()
  putNotifications({ loading: true })
  try {
    const { items, next } = await call('notifications.page', {})
    if (isCurrent()) putNotifications({ value: items, error: null, loading: false }, next)
  } catch (thrown) {
    if (isCurrent()) putNotifications({ error: asAppError(thrown), loading: false })
  }
}

/** Loads those before the ones that are here. */
export async function loadEarlierNotifications(): Promise<void> {
  const { next, addNotifications, putNotifications } = useAlerts.getState()
  if (next === null) return
  const isCurrent = notificationRequests.join()
  try {
    const page = await call('notifications.page', { before: next })
    if (!isCurrent()) return
    addNotifications(page.items)
    putNotifications({}, page.next)
  } catch (thrown) {
    reportFailure(thrown)
  }
}

/** Takes in what the trader is told, and says it in the window where the system does not. */
export function noteNotification({ notification, tell }: { notification: Notification; tell: boolean }): void {
  useAlerts.getState().addNotifications([notification])
  if (!tell) return
  useStatus
    .getState()
    .say({ tone: 'warn', title: text.shell.told[notification.kind], detail: sayReason(notification.reason) })
  markTitle()
  if (notification.sound) playTone()
}

/** Keeps an alert, a new one or another form of one that is there. Answers whether that was stored. */
export async function saveAlert(alert: AlertInput): Promise<boolean> {
  try {
    await call('alerts.save', alert)
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
  await loadAlerts()
  return true
}

/** An alert as it would be kept anew. */
export function inputOf({ createdAt: _, toldAt: __, checked: ___, ...input }: Alert): AlertInput {
  return input
}

/** Takes an alert away, and offers to take that back. */
export async function removeAlert(alert: Alert, words: { removed: string; undo: string }): Promise<boolean> {
  try {
    await call('alerts.remove', { alertId: alert.alertId })
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
  await loadAlerts()
  const { alertId: _, ...again } = inputOf(alert)
  const action = { label: words.undo, run: () => void saveAlert(again as AlertInput) }
  useStatus.getState().say({ tone: 'good', title: words.removed, detail: null, action })
  return true
}

/** Shows it again at a time; `null` puts it away for good. */
export async function snooze(notificationId: number, until: string | null): Promise<boolean> {
  try {
    useAlerts.getState().addNotifications([await call('notifications.snooze', { notificationId, until })])
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
}
