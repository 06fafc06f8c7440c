// Requests that must arrive in the order in which they were signed, since the venue refuses a number that is not above the
// last one: on connections of their own two that are sent at once can overtake each other.

import type { Clock } from '../../ports/system.ts'

/** Nobody waits longer than this for the one before, milliseconds: an order is not held up by an answer that is lost. */
const LONGEST_WAIT_MS = 2_000
/**
 * An order does not wait for the answer to a read that left so long before it, milliseconds. Should it arrive first all the
 * same, it is the read that is refused, and asked again.
 */
const APART_MS = 25

/** Runs `work` when what came before it is over, or, for an order, has left. */
export type Turns = <T>(work: () => Promise<T>, isOrder?: boolean) => Promise<T>

interface Turn {
  isOrder: boolean
  /** Resolves when it is on its way. */
  left: Promise<void>
  over: Promise<void>
}

/** Builds a row in which nobody waits yet. */
export function createTurns(clock: Pick<Clock, 'sleep'>): Turns {
  let last: Turn = { isOrder: false, left: Promise.resolve(), over: Promise.resolve() }
  return async (work, isOrder = false) => {
    const before = last
    const left = Promise.withResolvers<void>()
    const over = Promise.withResolvers<void>()
    last = { isOrder, left: left.promise, over: over.promise }
    const waited = new AbortController()
    const longest = clock.sleep(LONGEST_WAIT_MS, waited.signal).catch(() => {})
    await Promise.race([isOrder && !before.isOrder ? before.left : before.over, longest])
    waited.abort()
    const begun = new AbortController()
    // Only what cannot be overtaken by accident counts as gone.
    clock.sleep(APART_MS, begun.signal).then(left.resolve, left.resolve)
    try {
      return await work()
    } finally {
      begun.abort()
      over.resolve()
    }
  }
}
