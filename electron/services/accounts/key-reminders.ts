// Looks after the age of keys while the app runs: it may stay open for weeks.

import type { Clock } from '../../ports/system.ts'
import { createNap } from '../common/nap.ts'

const LOOK_EVERY_MS = 6 * 3_600_000

/** Calls `sweep` every six hours until it is stopped. The first call is the caller's. */
export function remindOfKeys(clock: Clock, sweep: () => void): { stop: () => void } {
  const nap = createNap(clock)
  const watch = async () => {
    while (await nap.sleep(LOOK_EVERY_MS)) sweep()
  }
  void watch()
  return { stop: () => nap.endForGood() }
}
