// How old what an exchange has just told is: by its own time where it dates it, and else by its way here.

import { textOf } from '../../../shared/venues/json.ts'

/** So far the exchange's own clock may have been measured wrong, milliseconds. */
const CLOCK_SLACK_MS = 5_000

export interface ToldAge {
  /** The exchange's own time; `null` where it tells none. */
  at: string | null
  /** Milliseconds; `null` where it is dated ahead of the exchange's now. */
  ageMs: number | null
}

/**
 * `told` is the exchange's time in milliseconds since 1970, as a number or a text; `venueNow` the same by its clock, and `tookMs`
 * what the question took.
 */
export function toldAge(told: unknown, venueNow: number, tookMs: number): ToldAge {
  const at = Number(textOf(told) ?? '0')
  if (!Number.isSafeInteger(at) || at <= 0) return { at: null, ageMs: tookMs }
  const ageMs = venueNow - at
  return { at: new Date(at).toISOString(), ageMs: ageMs < -CLOCK_SLACK_MS ? null : Math.max(0, ageMs) }
}
