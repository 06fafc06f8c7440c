// What is said of listings, plans, the check before an opening, and alerts.

import { MARKET_STAGES } from '../markets/market-stages.ts'
import { MEANINGS } from '../markets/meanings.ts'

const MATCHES = ['contract', 'confirmed', 'ticker'] as const

export const listingReasons = {
  NO_SUCH_ALERT: {},
  TOO_MANY_ALERTS: { most: 'count' },
  NO_SUCH_NOTIFICATION: {},
  PLAN_IN_THE_PAST: {},

  /** What stands on every screen meanwhile: a list that lost so many markets at once is not believed. */
  LIST_IMPLAUSIBLE: { venue: 'text', before: 'count', now: 'count' },

  LISTING_CHANGED: { coin: 'text', venue: 'text', market: 'text', to: MARKET_STAGES, match: MATCHES },
  LISTING_NEW: { coin: 'text', venue: 'text', market: 'text', to: MARKET_STAGES, match: MATCHES, opensAt: 'time?' },
  /** It ends at a time that the exchange has told. */
  LISTING_CLOSES: { coin: 'text', venue: 'text', market: 'text', closesAt: 'time', match: MATCHES },
  CLOSING_MOVED: { coin: 'text', venue: 'text', market: 'text', closesAt: 'time' },
  OPENING_MOVED: { coin: 'text', venue: 'text', market: 'text', opensAt: 'time' },
  PREFLIGHT_ATTENTION: { coin: 'text', venue: 'text', market: 'text', opensAt: 'time', checks: 'reasons' },
  PRICE_ROSE_ABOVE: { coin: 'text', price: 'decimal', limit: 'decimal', source: 'text' },
  PRICE_FELL_BELOW: { coin: 'text', price: 'decimal', limit: 'decimal', source: 'text' },
  PRICE_MOVED_WITHIN: { coin: 'text', price: 'decimal', change: 'decimal', minutes: 'count', source: 'text' },
  SOURCE_SILENT: { source: 'text', minutes: 'count' },

  PREFLIGHT_NO_ACCOUNT: { venue: 'text' },
  PREFLIGHT_ACCOUNT: { account: 'text' },
  PREFLIGHT_VAULT_OPEN: {},
  PREFLIGHT_VAULT_LOCKED: {},
  PREFLIGHT_NO_VAULT_NEEDED: {},
  PREFLIGHT_KEY_ACCEPTED: { at: 'time' },
  PREFLIGHT_KEY_REFUSED: {},
  PREFLIGHT_KEY_UNCHECKED: {},
  PREFLIGHT_KEY_UNCONFIRMED: {},
  PREFLIGHT_KEY_LEAKED: {},
  PREFLIGHT_NO_KEY: {},
  PREFLIGHT_BALANCE: { free: 'decimal', asset: 'text' },
  PREFLIGHT_BALANCE_LOW: { free: 'decimal', asset: 'text', wanted: 'decimal' },
  PREFLIGHT_BALANCE_UNKNOWN: {},
  PREFLIGHT_MARKET_KNOWN: { market: 'text', match: MATCHES },
  PREFLIGHT_MARKET_UNCONFIRMED: { market: 'text' },
  PREFLIGHT_MARKET_REFUSED: { market: 'text' },
  PREFLIGHT_MARKET_NOT_LISTED: { market: 'text' },
  PREFLIGHT_ROOM: { share: 'decimal', limit: 'decimal' },
  PREFLIGHT_NO_ROOM: { share: 'decimal', limit: 'decimal' },
  PREFLIGHT_NO_LIMIT: {},
  PREFLIGHT_SHARE_UNKNOWN: {},
  PREFLIGHT_SENDING: {},
  PREFLIGHT_HALTED: {},
  PREFLIGHT_CLOCK: { seconds: 'decimal' },
  PREFLIGHT_CLOCK_OFF: { seconds: 'decimal' },
  PREFLIGHT_CLOCK_UNKNOWN: {},
  PREFLIGHT_CONNECTED: { at: 'time' },
  PREFLIGHT_SILENT: {},
  PREFLIGHT_NOT_ASKED: {},

  NOT_TRADING_YET_WHAT: { meaning: MEANINGS },
  NOT_TRADING_YET_COSTS: { meaning: MEANINGS },
  NOT_TRADING_YET_BINDS: { meaning: MEANINGS },
} as const
