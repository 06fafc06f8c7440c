// The fake clock of the practice exchange's tests, completed to the backend's port.

import { systemClock } from '../../electron/adapters/system-clock.ts'
import type { Clock } from '../../electron/ports/system.ts'
import { type FakeClock, makeFakeClock } from '../electron/practice-exchange/fake-clock.ts'
import { until } from './until.ts'

export interface AppClock extends FakeClock, Clock {
  /** Resolves as soon as somebody sleeps for exactly `ms`. */
  sleeping(ms: number): Promise<void>
  /** Whether somebody does now. */
  isAsleepFor(ms: number): boolean
  /** Sets the wall clock so much ahead; no time passes. */
  jump(ms: number): void
}

/** `clock` with a monotonic side. A sleep whose signal is aborted already ends at once, as the real one does. */
export function toAppClock(clock: FakeClock): AppClock {
  const asleep: number[] = []
  let ahead = 0
  return {
    ...clock,
    now: () => clock.now() + ahead,
    jump: (ms) => {
      ahead += ms
    },
    monotonic: clock.now,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted()
      asleep.push(ms)
      await clock.sleep(ms, signal).finally(() => asleep.splice(asleep.indexOf(ms), 1))
    },
    sleeping: (ms) => until(() => asleep.includes(ms)),
    isAsleepFor: (ms) => asleep.includes(ms),
  }
}

/** A clock that stands at `start` (epoch milliseconds) until a test moves it. */
export function makeAppClock(start = Date.UTC(2026, 10, 23, 12)): AppClock {
  return toAppClock(makeFakeClock(start))
}

/** Real time whose monotonic side jumps by `ms` whenever it is asked: for floods that must not meet the rate limit. */
export function makeHastyClock(ms: number): Clock {
  let ahead = 0
  return {
    ...systemClock,
    monotonic: () => {
      ahead += ms
      return performance.now() + ahead
    },
  }
}
