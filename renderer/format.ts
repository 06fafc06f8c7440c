// Numbers and times as text. Works on decimal strings from end to end: a price never passes through a float.

import { type Decimal, placesOf } from '../shared/decimal.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Finer prices than this are cut for display; the full value stays in the row's details. */
const MOST_PLACES = 8

export interface Places {
  min: number
  max: number
}

/** `1234.5` as the locale writes it, with at least and at most so many decimals. */
export function formatDecimal(value: Decimal, places: Places = { min: 0, max: MOST_PLACES }, locale?: string): string {
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: places.min,
    maximumFractionDigits: Math.max(places.min, places.max),
  })
  return format.format(value as Intl.StringNumericLiteral)
}

/** An amount of money in USDT with two decimals, without its unit. */
export function formatMoney(value: Decimal, locale?: string): string {
  return formatDecimal(value, { min: 2, max: 2 }, locale)
}

/** A fraction of 1 as a percentage: `0.0512` becomes `5.12%`. */
export function formatShare(share: Decimal, locale?: string, places = 2): string {
  const style = { style: 'percent', minimumFractionDigits: places, maximumFractionDigits: places } as const
  return new Intl.NumberFormat(locale, style).format(share as Intl.StringNumericLiteral)
}

/** A limit as a percentage without needless zeros: `0.05` becomes `5%`. */
export function formatLimit(limit: Decimal, locale?: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 })
  return format.format(limit as Intl.StringNumericLiteral)
}

/** The decimals that let every value of a column line up: as many as the finest of them has, within reason. */
export function columnPlaces(values: readonly (Decimal | null)[], least = 0): Places {
  const needed = values.map((value) => (value === null ? 0 : placesOf(value)))
  const places = Math.min(MOST_PLACES, Math.max(least, ...needed))
  return { min: places, max: places }
}

/** The decimals of a market's prices: those of its tick. */
export function tickPlaces(tick: Decimal | null): Places {
  return columnPlaces([tick])
}

/** A share of a whole as a number between 0 and 1, for lengths and angles in pictures and for nothing else. */
export function toRatio(share: Decimal): number {
  const ratio = Number(share)
  return Number.isFinite(ratio) ? Math.min(1, Math.max(0, ratio)) : 0
}

export type AgeUnit = 'second' | 'minute' | 'hour' | 'day'

/** How old a moment is, in the largest whole unit; a moment in the future counts as now. */
export function ageOf(at: string, now: number): { count: number; unit: AgeUnit } {
  const age = Math.max(0, now - Date.parse(at))
  if (age < MINUTE) return { count: Math.floor(age / SECOND), unit: 'second' }
  if (age < HOUR) return { count: Math.floor(age / MINUTE), unit: 'minute' }
  if (age < DAY) return { count: Math.floor(age / HOUR), unit: 'hour' }
  return { count: Math.floor(age / DAY), unit: 'day' }
}

/** A moment to the second, in the trader's own time zone. */
export function formatMoment(at: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(at))
}

/** The time of day of a moment, to the second. */
export function formatTime(at: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(new Date(at))
}

/** The day of a moment, with the day of the week. */
export function formatDay(at: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(new Date(at))
}

/** The day of a moment, short. */
export function formatDate(at: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(at))
}
