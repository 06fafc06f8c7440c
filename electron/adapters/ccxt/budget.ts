// How much a venue is asked. Nobody asks more than the budget, nobody asks at all while the venue wants to be left alone,
// and what reads leaves room for orders and their cancels, as look-ups in the background and everything else that is read
// leave room for each other. Nothing waits here: what is too much is not sent, and its caller comes again.

import { type Reason, reason } from '../../../shared/reasons/reason.ts'
import { matches, type VenueRecord } from '../../../shared/venues/record.ts'
import type { Clock } from '../../ports/system.ts'
import type { HttpAnswer } from '../http-request.ts'
import { parseBody } from './raw-body.ts'

const WINDOW_MS = 10_000
/** One of so many reads is kept for look-ups that run by themselves. */
const KEPT_PART = 8
/** Where the venue says that it was too much and not for how long. */
const PAUSE_MS = 5_000
/** Binance bans for three days at most; what is longer is a mistake of somebody's. */
const LONGEST_PAUSE_MS = 3 * 24 * 3_600_000
/** A word about limits is short; a list of markets is not read for one. */
const LONGEST_WORD = 4_096

/** An order or its cancel goes before everything, what a trader waits for before a look-up that runs by itself. */
export type Purpose = 'order' | 'read' | 'look-up'

export interface Budget {
  /** Why nothing may be sent now; `null` takes one request from the budget. */
  take(purpose: Purpose): Reason | null
  /** Milliseconds until so many requests may go out one after the other, for a caller that would rather wait. */
  waitFor(purpose: Purpose, requests: number): number
  /** Whether the share of this kind is used up now; a pause that the exchange asked for is none of ours. */
  isSpent(purpose: Purpose): boolean
  /** Takes in what the venue said of its limits: by the status, the header `Retry-After`, or a code of its own. */
  heard(answer: Pick<HttpAnswer, 'status' | 'retryAfter' | 'date' | 'body'>): void
}

/** Builds a budget that was not used yet, within the limits of the record. One for all calls of a venue together. */
export function createBudget(
  clock: Pick<Clock, 'now' | 'monotonic'>,
  { limits, read }: Pick<VenueRecord, 'limits' | 'read'>,
): Budget {
  /** The requests in the window, oldest first. */
  let taken: { at: number; purpose: Purpose }[] = []
  let restUntil = Number.NEGATIVE_INFINITY
  const reads = limits.requests - limits.forOrders
  const shares: Readonly<Record<Purpose, number>> = {
    order: limits.requests,
    // Neither kind can keep the other one from being asked at all.
    read: reads - Math.floor(reads / KEPT_PART),
    'look-up': Math.floor(reads / 2),
  }
  const inWindow = () => {
    const now = clock.monotonic()
    taken = taken.filter(({ at }) => now - at < WINDOW_MS)
    return taken
  }
  /** Those that count against a request of this kind, and how many of them there may be. */
  const counts = (purpose: Purpose) =>
    purpose === 'order'
      ? [{ of: inWindow(), most: limits.requests }]
      : [
          { of: inWindow(), most: limits.requests },
          { of: inWindow().filter((one) => one.purpose !== 'order'), most: reads },
          { of: inWindow().filter((one) => one.purpose === purpose), most: shares[purpose] },
        ]
  return {
    take: (purpose) => {
      const now = clock.monotonic()
      if (now < restUntil) {
        return reason('EXCHANGE_RESTS', { until: new Date(clock.now() + restUntil - now).toISOString() })
      }
      if (counts(purpose).some(({ of, most }) => of.length >= most)) {
        return reason('ASKED_TOO_OFTEN')
      }
      taken.push({ at: now, purpose })
      return null
    },
    isSpent: (purpose) => counts(purpose).some(({ of, most }) => of.length >= most),
    waitFor: (purpose, requests) => {
      const now = clock.monotonic()
      const waits = counts(purpose).map(({ of, most }) => {
        // More than its share is never free at once: then all of that has to be.
        const freed = of[of.length + Math.min(requests, most) - most - 1]
        return freed === undefined ? 0 : freed.at + WINDOW_MS - now
      })
      return Math.max(0, restUntil - now, ...waits)
    },
    heard: ({ status, retryAfter, date, body }) => {
      const word = body.length > LONGEST_WORD ? null : wordOf(body)
      const { code, message } = read(status, word)
      const isLimit = status === 429 || status === 418 || matches(limits.tooMany, code, message)
      const asked = pauseOf(retryAfter, date ?? null, clock.now())
      // A 503 with the header is a wish as well; without it, it says nothing of limits.
      // A limit that was hit is one, whatever time it names: on going on at once follow bans.
      const pause = isLimit ? asked || PAUSE_MS : asked
      if (pause === null || (!isLimit && status !== 503)) return
      restUntil = Math.max(restUntil, clock.monotonic() + Math.min(pause, LONGEST_PAUSE_MS))
    },
  }
}

function wordOf(body: string): unknown {
  try {
    return parseBody(body)
  } catch {
    return null
  }
}

/**
 * Seconds, or a date, which is reckoned from the date of the answer itself: both are of one clock, and whoever sets this
 * machine's moves neither. Only an answer without one leaves this machine's clock. `null` for whatever is neither.
 */
function pauseOf(retryAfter: string | null, date: string | null, now: number): number | null {
  if (retryAfter === null) return null
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * 1_000
  // Of HTTP's dates all end so; what else can be read as one, such as 1.5, is none.
  const at = retryAfter.endsWith(' GMT') ? Date.parse(retryAfter) : Number.NaN
  const answeredAt = date === null ? Number.NaN : Date.parse(date)
  return Number.isNaN(at) ? null : Math.max(0, at - (Number.isNaN(answeredAt) ? now : answeredAt))
}
