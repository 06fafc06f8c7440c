// What an exchange promises about orders, as data: the desk acts on it, the tests run over it, and the page shows it. The
// facts stand in each venue's file with where they come from.

import type { OrderType, TimeInForce } from '../order.ts'

/** Where an order can be looked for. */
export const LOOKUP_SOURCES = ['id', 'open', 'history', 'trades'] as const

export type LookupSource = (typeof LOOKUP_SOURCES)[number]

/** What becomes of a second order with the same key. */
export type KeyRule = 'replayed' | 'unique' | 'unique-while-open' | 'unchecked'

/** A venue's code; where one code means several things, its message decides. */
export interface CodeRule {
  code: string | RegExp
  message?: RegExp
}

/** What the raw answer to a placing says, in one form for all venues. */
export interface Reading {
  /** The venue's own code of a refusal; `null` where it names none. */
  code: string | null
  message: string
  orderId: string | null
  /** Our key, where the venue repeats it. */
  key: string | null
  /** The answer's own shape says that nothing was placed, whatever its code, and its words do not say otherwise. */
  isRefusal?: true
}

/** How much a venue is asked by all accounts together: so many requests in ten seconds, of which some are for orders alone. */
export interface RequestLimits {
  requests: number
  forOrders: number
  /** Between two questions about an account's balances that nobody waits for, milliseconds; left out where that is no matter. */
  balancesEveryMs?: number
  /** Words that it was too much, besides the statuses 429 and 418. */
  tooMany: readonly CodeRule[]
}

export interface VenueRecord {
  venue: string
  keyRule: KeyRule
  /** The key as the venue takes it: made of the whole intent id, the same each time. */
  toClientOrderId(intentId: string): string
  keyPattern: RegExp
  /**
   * Milliseconds after which the venue refuses a request that arrives late, and what is allowed for its own clock and
   * queue on top. `null` where there is no such limit: then "not found" never becomes "never will be". `lagMs`: for how long
   * its look-ups may lack an order that is there. For how long a stop-limit order must stay out of sight besides; absent
   * where the venue takes none.
   */
  validity: { windowMs: number; marginMs: number; lagMs: number; stopSilenceMs?: number } | null
  /** What one complete round of look-ups asks. */
  legs: readonly LookupSource[]
  /** `replay`: sending the very same order again answers with the first one. */
  resend: 'replay' | 'never'
  /** The one status with which it refuses; `null` where any will do that is no failure of a server. */
  refusalStatus: number | null
  /**
   * Nothing was placed, for certain. This and the next three lists are made of the rows of `answers/`, one fact in one place.
   * Every code that stands in no list leaves the outcome unknown.
   */
  refusals: readonly CodeRule[]
  /** Nothing was placed, because the clocks differ. */
  clockRefusals: readonly CodeRule[]
  /** Nothing was placed, because of the key: its rights, its address, its end. */
  keyRefusals: readonly CodeRule[]
  /** The key is known there: an order exists, or existed. */
  duplicates: readonly CodeRule[]
  limits: RequestLimits
  /** Each signed request carries a number that must be above that of the one before. */
  strictNonce: boolean
  /** How long finished orders can be found, milliseconds; `null` is not published. */
  retention: { closedMs: number | null; unfilledMs: number | null }
  /** How its test environment is reached; `none` where it has none that takes orders. */
  testing: 'own-host' | 'header' | 'none'
  orderTypes: readonly OrderType[]
  timesInForce: readonly TimeInForce[]
  /** Whether the venue tells which rights a key has. */
  reportsPermissions: boolean
  /** Whether it tells whose account a key is of; until that is known two keys of one account count as two. */
  reportsAccount: boolean
  /** What it tells by itself as it happens, and is listened to: the own orders, the book of a market. */
  streams: readonly ('orders' | 'book')[]
  /** `body` is parsed JSON of any shape. Never throws. */
  read(status: number, body: unknown): Reading
}

/** True when one of the rules speaks of this code and message. */
export function matches(rules: readonly CodeRule[], code: string | null, message: string): boolean {
  if (code === null) return false
  return rules.some((rule) => {
    const isCode = typeof rule.code === 'string' ? rule.code === code : rule.code.test(code)
    return isCode && (rule.message === undefined || rule.message.test(message))
  })
}

/** Rules for codes that mean one thing each. */
export const codes = (...all: string[]): CodeRule[] => all.map((code) => ({ code }))

/** 32 lower-case hexadecimal digits: every venue of ours takes them, and none of the 128 bits is lost. */
export const hexKey = (intentId: string): string => intentId.replaceAll('-', '').toLowerCase()

/**
 * Users of Binance saw its places for conditional orders deny an order for more than half an hour (freqtrade #12681). That
 * was at its futures; nobody promises better for spot, nor at another exchange.
 */
export const STOP_SILENCE_MS = 31 * 60_000

/**
 * No exchange promises how soon its look-ups show what there is: Binance names memory and a database as the sources, and
 * Bybit says that its history may be delayed, neither with a number. Users of Binance saw orders that were placed denied for
 * "some minutes" (ccxt #8507, #1786). Ten minutes, and one for the clocks.
 */
export const LOOK_UP_LAG_MS = 11 * 60_000

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
