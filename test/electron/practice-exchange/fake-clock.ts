// A clock that stands still until a test moves it.

import type { Clock } from '../../../electron/practice-exchange/clock.ts'

export interface FakeClock extends Clock {
  /** Moves time forward and wakes whoever has slept long enough. */
  advance(ms: number): void
  /** Resolves as soon as somebody sleeps. */
  asleep(): Promise<void>
}

/** A clock that shows `start` (epoch milliseconds). */
export function makeFakeClock(start: number): FakeClock {
  let now = start
  let sleepers: { until: number; wake: () => void }[] = []
  let watchers: (() => void)[] = []
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason))
        sleepers.push({ until: now + ms, wake: resolve })
        for (const tell of watchers) tell()
        watchers = []
      }),
    advance: (ms) => {
      now += ms
      for (const sleeper of sleepers.filter(({ until }) => until <= now)) sleeper.wake()
      sleepers = sleepers.filter(({ until }) => until > now)
    },
    asleep: () => (sleepers.length > 0 ? Promise.resolve() : new Promise((resolve) => watchers.push(resolve))),
  }
}
