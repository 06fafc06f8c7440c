// Requests that must arrive in the order in which they were signed, since the venue refuses a number that is not above the
// last one: on connections of their own two that are sent at once can overtake each other.

import type { Clock } from '../../ports/system.ts'

/** Nobody waits longer than this for the one before, milliseconds: an order is not held up by an answer that is lost. */
const LONGEST_WAIT_MS = 2_000

/** Runs `work` when what came before it is over. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>

/** Builds a row in which nobody waits yet. */
export function createTurns(clock: Pick<Clock, 'sleep'>): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return async (work) => {
    const before = last
    const over = Promise.withResolvers<void>()
    last = over.promise
    const waited = new AbortController()
    await Promise.race([before, clock.sleep(LONGEST_WAIT_MS, waited.signal).catch(() => {})])
    waited.abort()
    try {
      return await work()
    } finally {
      over.resolve()
    }
  }
}
