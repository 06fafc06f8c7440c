// The machine's time, which the benchmark moves ahead: whoever sleeps wakes as if it had passed.

import { systemClock } from '../../../electron/adapters/system-clock.ts'
import type { Clock } from '../../../electron/ports/system.ts'

export interface MovedClock extends Clock {
  /** Milliseconds that pass at once. */
  move(ms: number): void
}

/** Builds it where the machine's stands. */
export function createMovedClock(): MovedClock {
  let ahead = 0
  const asleep = new Set<{ until: number; wake: () => void }>()
  const monotonic = () => systemClock.monotonic() + ahead
  return {
    now: () => systemClock.now() + ahead,
    monotonic,
    sleep: (ms, signal) => {
      const moved = new AbortController()
      const one = { until: monotonic() + ms, wake: () => moved.abort() }
      asleep.add(one)
      const both = signal === undefined ? moved.signal : AbortSignal.any([signal, moved.signal])
      return systemClock
        .sleep(ms, both)
        .catch((error: unknown) => {
          if (signal?.aborted === true) throw error
        })
        .finally(() => asleep.delete(one))
    },
    move: (ms) => {
      ahead += ms
      for (const { until, wake } of asleep) if (until <= monotonic()) wake()
    },
  }
}
