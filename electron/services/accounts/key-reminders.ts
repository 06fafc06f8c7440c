// Looks after the age of keys while the app runs: it may stay open for weeks.

import type { Loop, Scheduler } from '../common/scheduler.ts'

const LOOK_EVERY_MS = 6 * 3_600_000

/** Calls `sweep` every six hours until it is stopped. The first call is the caller's. */
export function remindOfKeys(scheduler: Scheduler, sweep: () => void): Pick<Loop, 'stop'> {
  const loop = scheduler.loop('key-reminders', async ({ delay }) => {
    while (await delay(LOOK_EVERY_MS)) sweep()
  })
  loop.start()
  return loop
}
