// How old something is on two clocks of which neither is trusted alone: the wall clock is set and jumps, and the clock that
// never runs backwards stands still while the machine sleeps.

/** A moment on both clocks, milliseconds. */
export interface Moment {
  /** Since 1970, as this machine's wall clock shows it. */
  wall: number
  /** On a clock that never runs backwards. */
  monotonic: number
}

/** So far the two may drift apart before one of them has jumped or the machine has slept: a clock is slewed slowly. */
export const DRIFT_MS = 2_000

/**
 * Milliseconds since `then`, by the clock that says more; `null` where the two tell so different a story that nobody can
 * say: the machine slept, or its clock was set.
 */
export function elapsed(then: Moment, now: Moment): number | null {
  const [wall, monotonic] = [now.wall - then.wall, now.monotonic - then.monotonic]
  return Math.abs(wall - monotonic) > DRIFT_MS ? null : Math.max(wall, monotonic)
}
