// Alerts and notifications on the page: each is said once and kept once, and what was removed can be taken back.

import { beforeEach, describe, expect, test } from 'vitest'
import {
  loadAlerts,
  loadEarlierNotifications,
  loadNotifications,
  noteNotification,
  removeAlert,
  saveAlert,
  snooze,
} from '../../../renderer/state/alerts/alerts-actions.ts'
import { useAlerts } from '../../../renderer/state/alerts/alerts-store.ts'
import { useStatus } from '../../../renderer/state/status-store.ts'
import type { Notification } from '../../../shared/alerts.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { refuse } from '../fakes/fake-contract.ts'
import type { FakeDesktop } from '../fakes/fake-desktop.ts'
import { setUpPage } from '../fakes/setup-page.ts'

let desktop: FakeDesktop

beforeEach(() => {
  desktop = setUpPage()
})

const AT = '2026-11-30T12:00:00.000Z'
const told = (notificationId: number, patch: Partial<Notification> = {}): Notification => ({
  ...{ notificationId, kind: 'price', at: AT, coinId: 'peaq', venue: null, market: null, alertId: 'a1' },
  ...{ state: 'new', snoozedUntil: null, shownAt: AT, sound: false },
  reason: reason('PRICE_ROSE_ABOVE', { coin: 'peaq', price: '0.26', limit: '0.25', source: 'Binance' }),
  ...patch,
})
const ids = () => useAlerts.getState().notifications.value?.map(({ notificationId }) => notificationId)
const message = () => useStatus.getState().message

describe('a notification', () => {
  test('is said in the window where the system says nothing', () => {
    noteNotification({ notification: told(1), tell: true })
    expect(message()).toMatchObject({ title: 'Price alert.', detail: 'peaq is at 0.26, above 0.25 (Binance).' })
  })

  test('is not said twice where the system says it', () => {
    noteNotification({ notification: told(1), tell: false })
    expect(message()).toBeNull()
  })

  test('stands in the list once, however often it is told, and the newest first', async () => {
    desktop.state.listings.notifications = [told(2), told(1)]
    await loadNotifications()
    noteNotification({ notification: told(3), tell: false })
    noteNotification({ notification: told(2, { state: 'dismissed' }), tell: false })
    expect(ids()).toEqual([3, 2, 1])
    expect(useAlerts.getState().notifications.value?.[1]?.state).toBe('dismissed')
  })

  test('alone is no list before the list was read', () => {
    noteNotification({ notification: told(3), tell: false })
    expect(ids()).toBeUndefined()
  })

  test('is put off and put away, and a refusal changes nothing', async () => {
    desktop.state.listings.notifications = [told(1)]
    await loadNotifications()
    await snooze(1, '2026-11-30T13:00:00.000Z')
    const state = () => useAlerts.getState().notifications.value?.[0]?.state
    expect(state()).toBe('snoozed')
    desktop.answer('notifications.snooze', () => refuse('STORAGE_FAILED', 'The disk is full.'))
    expect(await snooze(1, null)).toBe(false)
    expect(state()).toBe('snoozed')
  })

  test('further back is read a page at a time', async () => {
    desktop.answer('notifications.page', ({ before }) =>
      before === undefined ? { items: [told(9)], next: 9 } : { items: [told(before - 1)], next: null },
    )
    await loadNotifications()
    await loadEarlierNotifications()
    expect(ids()).toEqual([9, 8])
    await loadEarlierNotifications()
    expect(desktop.calls.filter(({ name }) => name === 'notifications.page')).toHaveLength(2)
  })
})

describe('an alert', () => {
  const input = { kind: 'price-above', coinId: 'peaq', price: '0.25', note: 'Look', repeat: true } as const

  test('that was removed comes back with everything, by its message', async () => {
    await saveAlert(input)
    const [alert] = useAlerts.getState().alerts.value ?? []
    if (alert === undefined) throw new Error('none was stored')
    await removeAlert(alert, { removed: 'Alert removed.', undo: 'Undo' })
    expect(useAlerts.getState().alerts.value).toEqual([])
    message()?.action?.run()
    await expect.poll(() => useAlerts.getState().alerts.value).toMatchObject([input])
  })

  test('that could not be stored is not in the list', async () => {
    await loadAlerts()
    desktop.answer('alerts.save', () => refuse('STORAGE_FAILED', 'The disk is full.'))
    expect(await saveAlert(input)).toBe(false)
    expect(useAlerts.getState().alerts.value).toEqual([])
  })
})
