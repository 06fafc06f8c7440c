// When nothing is shown: a span of the day by this machine's own time. Pure.

import type { QuietHours } from '../../../shared/alerts.ts'

const DAY = 24 * 60

/** Minutes since midnight of `HH:MM`. */
const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/**
 * Whether it is quiet at this minute of the day, and for how many minutes still: 0 where it is not. A span may go over midnight; one
 * of no length is none.
 */
export function quietFor(hours: QuietHours | null, minuteOfDay: number): number {
  if (hours === null) return 0
  const [from, until] = [minutesOf(hours.from), minutesOf(hours.until)]
  const length = (until - from + DAY) % DAY
  const into = (minuteOfDay - from + DAY) % DAY
  return into < length ? length - into : 0
}

/** The minute of the day on this machine's wall. */
export function minuteOfDay(now: number): number {
  const at = new Date(now)
  return at.getHours() * 60 + at.getMinutes()
}
