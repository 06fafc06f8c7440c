// Long work on the main thread in turns: the app answers in between, however slow the machine is.

/** Where long work can be interrupted: goes on at once, or after the others where its turn has been long enough. */
export type Turn = () => Promise<void>

export interface Turns {
  turn: Turn
  /** The turn has been long enough: for work that cannot stop right here. */
  isLong(): boolean
}

/** Milliseconds of one turn: several works at a time together stay below what is felt. */
const MOST_MS = 4

/**
 * Builds it. `monotonic` tells milliseconds, `pause` lets the others run; by time and not by count, since a thousand steps take a
 * moment here and a second there.
 */
export function createTurns(monotonic: () => number, pause: () => Promise<void>): Turns {
  let began = monotonic()
  const isLong = () => monotonic() - began >= MOST_MS
  return {
    isLong,
    turn: async () => {
      if (!isLong()) return
      await pause()
      began = monotonic()
    },
  }
}
