// What the trader wants to be told, and what he was told.

import type { Decimal } from './decimal.ts'
import type { MarketStage } from './markets/market-stages.ts'
import type { Reason } from './reasons/reason.ts'

export const ALERT_KINDS = ['price-above', 'price-below', 'price-change', 'listing-stage', 'source-silent'] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

/** When an alert fires, by its kind. */
export type AlertCondition =
  /** In USD. */
  | { kind: 'price-above' | 'price-below'; coinId: string; price: Decimal }
  /** `change` is a fraction, within a span of minutes; against the lowest and the highest price of the span. */
  | { kind: 'price-change'; coinId: string; change: Decimal; direction: 'up' | 'down' | 'either'; spanMinutes: number }
  /** `coinId: null` is every coin, `venue: null` every exchange, `stages: null` every stage. */
  | { kind: 'listing-stage'; coinId: string | null; venue: string | null; stages: MarketStage[] | null }
  /** `source: null` is each that is switched on. */
  | { kind: 'source-silent'; source: string | null; minutes: number }

export type AlertInput = AlertCondition & {
  /** Of one that is there. */
  alertId?: string | undefined
  isOn?: boolean | undefined
  /** Whether it is told again each time that it comes true anew; else it is off once it was told. */
  repeat?: boolean | undefined
  sound?: boolean | undefined
  note?: string | undefined
}

export type Alert = AlertCondition & {
  alertId: string
  isOn: boolean
  repeat: boolean
  sound: boolean
  note: string
  createdAt: string
  /** When it was told last. */
  toldAt: string | null
  /** The price that it is checked by now, else the one that it was told by; `null` while there is none that is real. */
  checked: { value: string; at: string; source: string } | null
}

export const NOTIFICATION_KINDS = ['listing', 'price', 'source', 'preflight', 'task', 'staged'] as const
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]

/** One thing that the trader was told. */
export interface Notification {
  /** Rises; what is asked for as `before` to go on. */
  notificationId: number
  kind: NotificationKind
  at: string
  reason: Reason
  coinId: string | null
  venue: string | null
  market: string | null
  /** The alert that wanted it; `null` for what is told without one. */
  alertId: string | null
  state: 'new' | 'snoozed' | 'dismissed'
  snoozedUntil: string | null
  /** When it was shown last; `null` while quiet hours keep it back. */
  shownAt: string | null
  sound: boolean
}

/** From and until which time of day, HH:MM by this machine's clock, nothing is shown. */
export interface QuietHours {
  from: string
  until: string
}
