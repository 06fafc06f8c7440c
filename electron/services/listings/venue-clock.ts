// An exchange's own clock, as its lists tell it. Within a run it goes on with the monotonic clock, so that a wall clock that is set
// moves no opening.

import type { Clock } from '../../ports/system.ts'

export interface VenueClocks {
  /** From now on its list is asked for, again and again. */
  asking(venue: string): void
  /** Its list has just come, with the exchange's own time where it tells one. */
  heard(venue: string, at: string | null): void
  /** For how long its list was asked for and has not come, within this run, milliseconds. */
  silentMs(venue: string): number
  /** The exchange's time now, milliseconds since 1970; this machine's where it tells none. */
  now(venue: string): number
  /** What to add to this machine's clock for the exchange's, milliseconds; `null` where it tells none. */
  offsetMs(venue: string): number | null
}

/** Builds them; nothing is known yet. */
export function createVenueClocks(clock: Pick<Clock, 'now' | 'monotonic'>): VenueClocks {
  const times = new Map<string, { at: number; monotonic: number }>()
  /** Or since when it is asked for, where that was later. */
  const heardMs = new Map<string, number>()
  const known = (venue: string): number | null => {
    const last = times.get(venue)
    return last === undefined ? null : last.at + clock.monotonic() - last.monotonic
  }
  return {
    asking: (venue) => void heardMs.set(venue, clock.monotonic()),
    heard: (venue, at) => {
      const monotonic = clock.monotonic()
      heardMs.set(venue, monotonic)
      if (at !== null) times.set(venue, { at: Date.parse(at), monotonic })
    },
    silentMs: (venue) => clock.monotonic() - (heardMs.get(venue) ?? clock.monotonic()),
    now: (venue) => known(venue) ?? clock.now(),
    offsetMs: (venue) => {
      const at = known(venue)
      return at === null ? null : at - clock.now()
    },
  }
}
