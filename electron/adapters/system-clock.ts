// The machine's own clock behind the `Clock` port.

import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../ports.ts'

/** Real time. A sleeping timer does not keep the process alive: closing the app must not wait for a poll. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) => wait(ms, undefined, { ref: false, ...(signal ? { signal } : {}) }),
}
