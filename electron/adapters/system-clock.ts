// The machine's own clock behind the `Clock` port.

import { uptime } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../ports/system.ts'

/** So much apart the two clocks drift by themselves, and by their rounding, milliseconds. */
const DRIFT_MS = 1_000

/**
 * Milliseconds that go on while the machine sleeps. `steady` may stand still then; `sinceBoot` does not. Neither is moved by
 * whoever sets the clock.
 */
export function createMonotonic(steady: () => number, sinceBoot: () => number): () => number {
  const start = sinceBoot() - steady()
  let slept = 0
  return () => {
    const now = steady()
    const apart = sinceBoot() - now - start
    if (apart > slept + DRIFT_MS) slept = apart
    return now + slept
  }
}

const steady = () => performance.now()

/** Only Linux's stands still: a price from before the lid was closed would be a second old. */
const monotonic = process.platform === 'linux' ? createMonotonic(steady, () => uptime() * 1_000) : steady

/** Real time. A sleeping timer does not keep the process alive: closing the app must not wait for a poll. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic,
  sleep: (ms, signal) => wait(ms, undefined, { ref: false, ...(signal ? { signal } : {}) }),
}
