// What the listing watch, the plans and the alerts keep. Every write has reached the disk when it returns, or has thrown
// `STORAGE_FAILED`.

import type { Alert, Notification } from '../../shared/alerts.ts'
import type { Decimal } from '../../shared/decimal.ts'
import type { ListingEvent } from '../../shared/markets/listing.ts'
import type { MarketStage } from '../../shared/markets/market-stages.ts'
import type { Page } from '../../shared/page.ts'

/** A market of a coin of the trader's, as its exchange listed it last. */
export interface ListedRow {
  venue: string
  market: string
  base: string
  quote: string
  stage: MarketStage
  opensAt: string | null
  closesAt: string | null
  /** As the exchange named them last. */
  contracts: readonly string[]
  /** When the stage was seen to begin; `null` where it was so at the first look. */
  since: string | null
}

/** When an exchange's list came last. */
export interface ListRead {
  /** By the exchange's own clock. */
  venueAt: string | null
  readAt: string
}

/** What one list has brought, written down together. */
export interface ListChange {
  venue: string
  rows: readonly ListedRow[]
  /** Markets whose rows are of no use any more. */
  dropped: readonly string[]
  /** Asked once the rows are written: which coin a market is of follows from its row. */
  events: () => readonly Omit<ListingEvent, 'eventId'>[]
  /** `null` where they are the same as before. */
  names: ReadonlySet<string> | null
  venueAt: string | null
  readAt: string
}

export interface KeptPlan {
  coinId: string
  venue: string
  market: string
  opensAt: string
  savedAt: string
}

export interface ListingStore {
  /** Of each exchange whose list was ever read. */
  reads(): ReadonlyMap<string, ListRead>
  /**
   * Every market of the last list that was believed, so that one that is new is known from one that was there before its coin was
   * added; `null` before the first list.
   */
  names(venue: string): ReadonlySet<string> | null
  rows(venue?: string): ListedRow[]
  /** All of it in one transaction, and `also` with it; answers with the events under their numbers. */
  save(change: ListChange, also: (events: readonly ListingEvent[]) => void): ListingEvent[]
  /** Only that it was read, and when. */
  saveRead(venue: string, venueAt: string | null, readAt: string): void
  events(filter: { before?: number | undefined; limit: number }): Page<ListingEvent>
  /** Those that nobody was told of yet, the oldest first. */
  untold(): ListingEvent[]
  saveTold(eventIds: readonly number[]): void
  plans(): readonly KeptPlan[]
  savePlan(plan: KeptPlan): void
  removePlan(plan: Pick<KeptPlan, 'coinId' | 'venue' | 'market'>): void
  /** Another number after each write of a row or a plan. */
  changed(): number
}

/** An alert with what only the checks need. */
export type KeptAlert = Alert & {
  /** False from when it was told until what it waits for is no longer so. */
  isArmed: boolean
}

export type NewNotification = Omit<Notification, 'notificationId' | 'state' | 'snoozedUntil' | 'shownAt'> & {
  /** Of one key there is one, over restarts. */
  key: string
}

export interface AlertStore {
  alerts(): readonly KeptAlert[]
  saveAlert(alert: KeptAlert): void
  removeAlert(alertId: string): void
  /** Prices of an alert's span, the oldest first; `at` in milliseconds since 1970. */
  samples(alertId: string): { at: number; price: Decimal }[]
  /** Adds one, and forgets those from before `since`. */
  addSample(alertId: string, at: number, price: Decimal, since: number): void
  clearSamples(alertId: string): void
  /** `null` where its key was told already. Part of the caller's transaction, where there is one. */
  addNotification(notification: NewNotification): Notification | null
  findNotification(notificationId: number): Notification | null
  saveNotification(notification: Notification): void
  notifications(filter: { before?: number | undefined; limit: number }): Page<Notification>
  /** New ones that were never shown, and snoozed ones whose time has come, the oldest first. */
  due(now: string): { key: string; notification: Notification }[]
  /** Whether any is snoozed, or new and was never shown. */
  isAnyWaiting(): boolean
  atomically<T>(work: () => T): T
}
