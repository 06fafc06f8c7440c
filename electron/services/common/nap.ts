// A sleep that can be cut short: between look-ups, until something happens or the app closes.

import type { Clock } from '../../ports/system.ts'

export interface Nap {
  /** Resolves to true after `ms`, to false as soon as it is ended early. At once when naps were ended for good. */
  sleep(ms: number): Promise<boolean>
  /** Ends the present sleep, if there is one. */
  wake(): void
  /** Ends the present sleep and all later ones. */
  endForGood(): void
}

/** Builds a nap. It does not rely on the clock to heed its signal: closing the app must never wait for a timer. */
export function createNap(clock: Clock): Nap {
  let over = false
  let end: (() => void) | null = null
  return {
    sleep: async (ms) => {
      if (over) return false
      const ended = new AbortController()
      const early = Promise.withResolvers<false>()
      end = () => early.resolve(false)
      // A clock that heeds the signal rejects; nobody waits for it any more.
      const late = clock.sleep(ms, ended.signal).then(
        () => true,
        () => false,
      )
      const sleptThrough = await Promise.race([early.promise, late])
      end = null
      ended.abort()
      return sleptThrough
    },
    wake: () => end?.(),
    endForGood: () => {
      over = true
      end?.()
    },
  }
}
