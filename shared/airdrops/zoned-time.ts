// Clocks of places: from a day and an hour there to the moment in UTC, right over the change to and from summer time.

const FORMATS = new Map<string, Intl.DateTimeFormat | null>()
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Longer than any name of the database. */
const MAX_NAME = 64

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = FORMATS.get(timeZone)
  if (known !== undefined) return known
  const made = makeFormat(timeZone)
  FORMATS.set(timeZone, made)
  return made
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  // An offset such as +02:00 names no place: nobody knows when its clocks change.
  if (timeZone.length > MAX_NAME || !/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(timeZone)) return null
  try {
    return new Intl.DateTimeFormat('en-US', {
      ...{ timeZone, calendar: 'gregory', hourCycle: 'h23', era: 'short' },
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
    })
  } catch {
    return null
  }
}

/** Whether this system knows the clocks of that place, by its name in the IANA time zone database. */
export const isTimeZone = (timeZone: string): boolean => formatOf(timeZone) !== null

/** What the clock there shows, as if it were one in UTC. */
function wallAt(ms: number, timeZone: string): number {
  const parts = formatOf(timeZone)?.formatToParts(ms) ?? []
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}

/**
 * The moment, in milliseconds since 1970, at which the clocks of a place show this. An hour that comes twice is its first
 * one, one that is left out is reckoned by the clock before the change: as RFC 5545 (3.3.5) has it.
 */
export function instantOf(day: string, time: string, timeZone: string): number {
  const wall = Date.parse(`${day}T${time}:00Z`)
  const offsetAt = (ms: number) => wallAt(Math.floor(ms / MINUTE_MS) * MINUTE_MS, timeZone) - ms
  const before = offsetAt(wall - DAY_MS)
  const after = offsetAt(wall + DAY_MS)
  const fits = [before, after].find((offset) => offsetAt(wall - offset) === offset)
  return wall - (fits ?? before)
}

/** The day after this one, YYYY-MM-DD. */
export const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)

/** The moment at which the day is over in a place. Where midnight is left out there, the day ends with the change. */
export const endOfDay = (day: string, timeZone: string): number => instantOf(nextDay(day), '00:00', timeZone)
