// What the trader wants to be told, and what he was told.

import { create } from 'zustand'
import type { Alert, Notification } from '../../../shared/alerts.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

interface AlertsState {
  alerts: Loadable<Alert[]>
  /** The newest first. */
  notifications: Loadable<Notification[]>
  /** Where to go on; `null` where all of them are here. */
  next: number | null
  putAlerts: (step: Partial<Loadable<Alert[]>>) => void
  putNotifications: (step: Partial<Loadable<Notification[]>>, next?: number | null) => void
  /** New ones, and others than before. */
  addNotifications: (notifications: readonly Notification[]) => void
}

export const useAlerts = create<AlertsState>()((set) => ({
  alerts: NOT_LOADED,
  notifications: NOT_LOADED,
  next: null,
  putAlerts: (step) => set((state) => ({ alerts: { ...state.alerts, ...step } })),
  putNotifications: (step, next) =>
    set((state) => ({
      notifications: { ...state.notifications, ...step },
      ...(next === undefined ? {} : { next }),
    })),
  addNotifications: (added) =>
    set((state) => {
      const known = state.notifications.value
      // Before the first reading one alone must not look like the whole list.
      if (known === null) return {}
      const ids = new Set(added.map(({ notificationId }) => notificationId))
      const value = [...known.filter(({ notificationId }) => !ids.has(notificationId)), ...added]
      const newestFirst = value.toSorted((a, b) => b.notificationId - a.notificationId)
      return { notifications: { ...state.notifications, value: newestFirst } }
    }),
}))
