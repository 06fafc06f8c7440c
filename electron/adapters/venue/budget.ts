// How much a venue is asked. Nobody asks more than the budget, nobody asks at all while the venue wants to be left alone,
// and what reads leaves room for orders and their cancels. Nothing waits here: what is too much is not sent, and its
// caller comes again.

import type { Clock } from '../../ports.ts'

/**
 * For all calls of one venue together, and the same for each. It is wider than what some of them allow: Kraken counts to 15,
 * Binance weighs each call, OKX counts each kind. What they answer then with 429 or 418 is kept.
 */
const REQUESTS = 120
const WINDOW_MS = 10_000
const FOR_ORDERS = 20
/** Where the venue says that it was too much and not for how long. */
const PAUSE_MS = 5_000
/** Binance bans for three days at most; what is longer is a mistake of somebody's. */
const LONGEST_PAUSE_MS = 3 * 24 * 3_600_000

export interface Budget {
  /** Why nothing may be sent now, in words; `null` takes one request from the budget. */
  take(isOrder: boolean): string | null
  /** Takes in what the venue said of its limits: the status, and the header `Retry-After` where there was one. */
  heard(status: number, retryAfter: string | null): void
}

/** Builds a budget that was not used yet. */
export function createBudget(clock: Pick<Clock, 'now' | 'monotonic'>): Budget {
  /** Moments of the requests in the window, oldest first. */
  let taken: number[] = []
  let restUntil = Number.NEGATIVE_INFINITY
  return {
    take: (isOrder) => {
      const now = clock.monotonic()
      if (now < restUntil) {
        const until = new Date(clock.now() + restUntil - now).toISOString().slice(11, 19)
        return `The exchange wants to be left alone until ${until} UTC. Nothing was sent.`
      }
      taken = taken.filter((at) => now - at < WINDOW_MS)
      if (taken.length >= (isOrder ? REQUESTS : REQUESTS - FOR_ORDERS)) {
        return 'The exchange was asked too often in the last seconds. Nothing was sent.'
      }
      taken.push(now)
      return null
    },
    heard: (status, retryAfter) => {
      const isLimit = status === 429 || status === 418
      const asked = pauseOf(retryAfter, clock.now())
      // A 503 with the header is a wish as well; without it, it says nothing of limits.
      const pause = asked ?? (isLimit ? PAUSE_MS : null)
      if (pause === null || (!isLimit && status !== 503)) return
      restUntil = Math.max(restUntil, clock.monotonic() + Math.min(pause, LONGEST_PAUSE_MS))
    },
  }
}

/** Seconds, or a date. `null` for whatever is neither. */
function pauseOf(retryAfter: string | null, now: number): number | null {
  if (retryAfter === null) return null
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * 1_000
  const at = Date.parse(retryAfter)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
