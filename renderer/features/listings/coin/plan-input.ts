// What is typed of a planned listing, and when that is.

import { MARKET_PATTERN } from '../../../../shared/markets/ticker.ts'
import { text } from '../../../messages/late/en.ts'

export type Zone = 'utc' | 'local'

export interface TypedPlan {
  venue: string
  market: string
  /** YYYY-MM-DD. */
  day: string
  /** HH:MM. */
  time: string
  zone: Zone
}

/** The moment in UTC; `null` where day or time is missing or none. */
export function momentOf({ day, time, zone }: Pick<TypedPlan, 'day' | 'time' | 'zone'>): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return null
  const isDay = Date.parse(`${day}T00:00Z`)
  // February 31 would be read as a day in March.
  if (Number.isNaN(isDay) || !new Date(isDay).toISOString().startsWith(day)) return null
  // Without a zone a date is read as the machine's own time.
  const at = Date.parse(zone === 'utc' ? `${day}T${time}:00Z` : `${day}T${time}:00`)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

export interface PlanFaults {
  market: string | null
  time: string | null
}

/** What is wrong with it at this moment. The backend checks again. */
export function planFaults(typed: TypedPlan, now: number): PlanFaults {
  const at = momentOf(typed)
  const { pairInvalid, timeInvalid, timePast } = text.listings
  return {
    market: MARKET_PATTERN.test(marketOf(typed)) ? null : pairInvalid,
    time: at === null ? timeInvalid : Date.parse(at) <= now ? timePast : null,
  }
}

/** The pair as exchanges write it: in capitals where it was typed in small letters alone. */
export function marketOf({ market }: Pick<TypedPlan, 'market'>): string {
  const typed = market.trim().replace(/\s*[/\-_]\s*/, '/')
  return /^[a-z0-9/]+$/.test(typed) ? typed.toUpperCase() : typed
}
