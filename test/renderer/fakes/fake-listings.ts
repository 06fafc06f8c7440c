// What the fake desktop answers of listings, plans and alerts.

import type { Alert, Notification } from '../../../shared/alerts.ts'
import type { Listing, ListingEvent, ListingPlan, Preflight } from '../../../shared/markets/listing.ts'
import { notTradingYet } from '../../../shared/markets/not-trading-yet.ts'
import { PAGE_SIZE, type Page } from '../../../shared/page.ts'
import type { Announcement } from '../../../shared/sources/announcements.ts'
import { type Emit, type FakeOperations, refuse } from './fake-contract.ts'

export interface FakeListings {
  listings: Listing[]
  /** Newest first. */
  events: ListingEvent[]
  announcements: Announcement[]
  plans: ListingPlan[]
  preflight: Preflight['targets']
  alerts: Alert[]
  notifications: Notification[]
}

/** Nothing of any of it. */
export const noListings = (): FakeListings => ({
  ...{ listings: [], events: [], announcements: [], plans: [], preflight: [], alerts: [], notifications: [] },
})

type Operation = Extract<keyof FakeOperations, `listings.${string}` | `alerts.${string}` | `notifications.${string}`>

function pageOf<T>(
  all: readonly T[],
  placeOf: (item: T) => number,
  { before, limit = PAGE_SIZE }: { before?: number | undefined; limit?: number | undefined },
): Page<T> {
  const older = all.filter((item) => before === undefined || placeOf(item) < before)
  const items = older.slice(0, limit)
  const last = items.at(-1)
  return { items, next: older.length > limit && last !== undefined ? placeOf(last) : null }
}

/** The answers over the memory of the fake. */
export function listingOperations(
  { listings: memory }: { listings: FakeListings },
  emit: Emit,
): Pick<FakeOperations, Operation> {
  const now = () => new Date().toISOString()
  const eventId = (event: ListingEvent) => event.eventId
  const notificationId = (notification: Notification) => notification.notificationId
  return {
    'listings.list': ({ coinId }) => memory.listings.filter((row) => coinId === undefined || row.coinId === coinId),
    'listings.confirm': ({ venue, market, coinId, same }) => ({
      ...{ venue, market, coinId, accountIds: [], stage: 'trading', opensAt: null, closesAt: null },
      ...{ since: null, seenAt: now(), source: 'account' },
      match: same ? 'confirmed' : 'refused',
    }),
    'listings.events': (input) => pageOf(memory.events, eventId, input).items,
    'listings.eventsPage': (input) => pageOf(memory.events, eventId, input),
    'listings.announcements': ({ coinId }) =>
      memory.announcements.filter(({ coinIds }) => coinId === undefined || coinIds.includes(coinId)),
    'listings.plan': ({ coinId, venue, market, opensAt }) => {
      const isOther = (plan: ListingPlan) => plan.coinId !== coinId || plan.venue !== venue || plan.market !== market
      memory.plans = memory.plans.filter(isOther)
      if (opensAt === null) return null
      const plan: ListingPlan = {
        ...{ coinId, venue, market, opensAt, setBy: 'trader', plannedOpensAt: opensAt, exchangeOpensAt: null },
        ...{ stage: null, match: 'ticker', clockOffsetMs: null, seenAt: null, savedAt: now() },
      }
      memory.plans.push(plan)
      return plan
    },
    'listings.plans': () => [...memory.plans],
    'listings.preflight': ({ coinId }) => ({ coinId, checkedAt: now(), targets: memory.preflight }),
    'listings.notTradingYet': () => notTradingYet(['bybit', 'kucoin'], []),
    'alerts.list': () => [...memory.alerts],
    'alerts.save': ({ alertId, isOn = true, repeat = false, sound = false, note = '', ...condition }) => {
      const alert: Alert = {
        ...condition,
        ...{ alertId: alertId ?? `alert-${memory.alerts.length + 1}`, isOn, repeat, sound, note },
        ...{ createdAt: now(), toldAt: null, checked: null },
      }
      memory.alerts = [...memory.alerts.filter((each) => each.alertId !== alert.alertId), alert]
      emit('alerts.changed', null)
      return alert
    },
    'alerts.remove': ({ alertId }) => {
      memory.alerts = memory.alerts.filter((alert) => alert.alertId !== alertId)
      emit('alerts.changed', null)
      return null
    },
    'notifications.list': (input) => pageOf(memory.notifications, notificationId, input).items,
    'notifications.page': (input) => pageOf(memory.notifications, notificationId, input),
    'notifications.snooze': ({ notificationId: id, until }) => {
      const found = memory.notifications.find((each) => each.notificationId === id) ?? refuse('NOT_FOUND', String(id))
      Object.assign(found, { state: until === null ? 'dismissed' : 'snoozed', snoozedUntil: until })
      emit('notifications.changed', { notification: { ...found }, tell: false })
      return { ...found }
    },
  }
}
