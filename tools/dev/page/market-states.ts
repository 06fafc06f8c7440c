// Listings, plans, alerts and notifications for looking at their screens: one of each kind and state.

import type { Alert, Notification } from '../../../shared/alerts.ts'
import type { Listing, ListingEvent, ListingPlan, PreflightTarget } from '../../../shared/markets/listing.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import type { Announcement } from '../../../shared/sources/announcements.ts'
import type { FakeListings } from '../../../test/renderer/fakes/fake-listings.ts'

const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()

function listings(): Listing[] {
  const row = {
    accountIds: [] as string[],
    closesAt: null,
    opensAt: null,
    since: at(-90_000),
    seenAt: at(-20),
    source: 'list' as const,
  }
  return [
    { ...row, venue: 'kucoin', market: 'PEAQ/USDT', coinId: 'peaq', stage: 'trading', match: 'contract' },
    {
      ...row,
      venue: 'bybit',
      market: 'PEAQ/USDT',
      coinId: 'peaq',
      stage: 'announced',
      opensAt: at(5000),
      match: 'ticker',
    },
    { ...row, venue: 'mexc', market: 'PEAQ/USDT', coinId: 'peaq', stage: 'trading', match: 'refused' },
  ]
}

function events(): ListingEvent[] {
  const event = { market: 'PEAQ/USDT', coinIds: ['peaq'], match: 'contract' as const, opensAt: null, closesAt: null }
  return [
    { ...event, eventId: 3, venue: 'kucoin', from: 'auction', to: 'trading', at: at(-90_000), seenAt: at(-89_996) },
    {
      ...event,
      eventId: 2,
      venue: 'bybit',
      match: 'ticker',
      from: null,
      to: 'announced',
      at: null,
      seenAt: at(-99_000),
    },
    {
      ...event,
      eventId: 1,
      venue: 'gate',
      coinIds: [],
      from: 'trading',
      to: 'delisting',
      at: null,
      seenAt: at(-200_000),
    },
  ]
}

function plans(): ListingPlan[] {
  const plan = { exchangeOpensAt: null, stage: null, match: 'ticker', seenAt: at(-20), savedAt: at(-4000) } as const
  const [soon, later] = [at(760), at(190_000)]
  return [
    {
      ...{ ...plan, coinId: 'peaq', venue: 'binance', market: 'PEAQ/USDT', opensAt: soon, setBy: 'exchange' },
      ...{ plannedOpensAt: at(1200), exchangeOpensAt: soon, clockOffsetMs: -420 },
    },
    {
      ...{ ...plan, coinId: 'lurk', venue: 'okx', market: 'LURK/USDT', opensAt: later, setBy: 'trader' },
      ...{ plannedOpensAt: later, clockOffsetMs: null },
    },
  ]
}

function preflight(): PreflightTarget[] {
  return [
    {
      ...{ venue: 'binance', market: 'PEAQ/USDT', opensAt: at(760), accountId: 'practice' },
      items: [
        { check: 'account', state: 'ok', reason: reason('PREFLIGHT_ACCOUNT', { account: 'Practice' }), action: null },
        { check: 'vault', state: 'attention', reason: reason('PREFLIGHT_VAULT_LOCKED'), action: 'unlock-vault' },
        {
          ...{ check: 'balance', state: 'attention', action: 'fund-account' },
          reason: reason('PREFLIGHT_BALANCE_LOW', { free: '12', asset: 'USDT', wanted: '50' }),
        },
        { check: 'clock', state: 'ok', reason: reason('PREFLIGHT_CLOCK', { seconds: '0.42' }), action: null },
        { check: 'connection', state: 'unknown', reason: reason('PREFLIGHT_NOT_ASKED'), action: 'open-account' },
      ],
    },
  ]
}

function alerts(): Alert[] {
  const alert = { isOn: true, repeat: false, sound: false, note: '', createdAt: at(-9000), toldAt: null } as const
  const checked = { value: '0.2000', at: at(-20), source: 'Binance' }
  return [
    { ...alert, alertId: 'a1', kind: 'price-above', coinId: 'peaq', price: '0.25', checked, note: 'Take some off' },
    {
      ...{ ...alert, alertId: 'a2', kind: 'price-change', coinId: 'peaq', change: '0.1', direction: 'down' },
      ...{ spanMinutes: 60, repeat: true, sound: true, toldAt: at(-7200), checked },
    },
    {
      ...alert,
      alertId: 'a3',
      kind: 'listing-stage',
      coinId: null,
      venue: null,
      stages: ['trading', 'auction'],
      checked: null,
    },
    { ...alert, alertId: 'a4', kind: 'source-silent', source: 'binance', minutes: 10, isOn: false, checked: null },
  ]
}

function notifications(): Notification[] {
  const told = {
    alertId: null,
    coinId: 'peaq',
    venue: 'kucoin',
    market: 'PEAQ/USDT',
    snoozedUntil: null,
    sound: false,
  } as const
  const price = { coin: 'peaq', price: '0.1794', limit: '0.18', source: 'Binance' }
  const moment = { shownAt: at(-7200), at: at(-7200) }
  return [
    {
      ...{ ...told, ...moment, notificationId: 3, kind: 'price', state: 'new', alertId: 'a2' },
      reason: reason('PRICE_FELL_BELOW', price),
    },
    {
      ...{ ...told, ...moment, notificationId: 2, kind: 'listing', state: 'snoozed', snoozedUntil: at(1800) },
      reason: reason('LISTING_CHANGED', {
        ...{ coin: 'peaq', venue: 'KuCoin', market: 'PEAQ/USDT', to: 'trading', match: 'contract' },
      }),
    },
    {
      ...{ ...told, ...moment, notificationId: 1, kind: 'source', state: 'dismissed', coinId: null, venue: null },
      ...{ market: null, reason: reason('SOURCE_SILENT', { source: 'Kraken', minutes: 11 }) },
    },
  ]
}

const announcements = (): Announcement[] => [
  {
    ...{ source: 'kucoin', title: 'peaq (PEAQ) Gets Listed on KuCoin! World Premiere!', coinIds: ['peaq'] },
    ...{ url: 'https://www.kucoin.com/announcement/peaq-gets-listed', at: at(-90_000), seenAt: at(-89_000) },
  },
  {
    ...{ source: 'bybit', title: 'Notice: PEAQUSDT maintenance', coinIds: ['peaq'] },
    ...{ url: null, at: null, seenAt: at(-7_000) },
  },
]

/** All of them. */
export const someListings = (): FakeListings => ({
  ...{ listings: listings(), events: events(), announcements: announcements(), plans: plans(), preflight: preflight() },
  ...{ alerts: alerts(), notifications: notifications() },
})
