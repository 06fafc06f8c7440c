// Real time that a test can have leap ahead: what sleeps past the leap wakes as if the time had passed, and goes on in real time.

import { systemClock } from '../../../electron/adapters/system-clock.ts'
import type { Clock } from '../../../electron/ports/system.ts'

export interface LeapClock extends Clock {
  /** `ms` pass at once. */
  leap(ms: number): void
}

/** A clock that shows `start` (epoch milliseconds) now. */
export function makeLeapClock(start: number): LeapClock {
  const begun = systemClock.monotonic()
  let ahead = 0
  let next = new AbortController()
  const monotonic = () => systemClock.monotonic() - begun + ahead
  return {
    now: () => Math.round(start + monotonic()),
    monotonic,
    sleep: async (ms, signal) => {
      const until = monotonic() + ms
      // Cut short by each leap, a sleep goes on for what is left of it.
      while (monotonic() < until) {
        const leap = next.signal
        const cut = signal === undefined ? leap : AbortSignal.any([leap, signal])
        await systemClock.sleep(until - monotonic(), cut).catch(() => signal?.throwIfAborted())
      }
    },
    leap: (ms) => {
      ahead += ms
      const gone = next
      next = new AbortController()
      gone.abort()
    },
  }
}
