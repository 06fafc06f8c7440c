// Numbers and times as text. Works on decimal strings from end to end: a price never passes through a float.

import { compare, type Decimal, isMultipleOf, isZero, placesOf } from '../shared/decimal.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What is not a whole multiple of a tick, such as an average, is shown to this many places more than the tick has. */
const MORE_THAN_TICK = 2
/** Amounts are shown to this many places, and smaller ones to as many as leave this many digits that count. */
const AMOUNT_PLACES = 8
const DIGITS_THAT_COUNT = 6
/** As many as a decimal can have. */
const MOST_PLACES = 18

export interface Places {
  min: number
  max: number
}

/** The places that leave so many digits that count, however small the value is. */
function significantPlaces(value: Decimal, digits: number): number {
  const [whole = '', fraction = ''] = value.replace('-', '').split('.')
  const before = whole.replace(/^0+/, '').length
  const zeros = before > 0 ? 0 : (/^0*/.exec(fraction)?.[0].length ?? 0)
  return Math.min(MOST_PLACES, Math.max(0, before > 0 ? digits - before : zeros + digits))
}

function amountPlaces(value: Decimal): Places {
  return { min: 0, max: Math.max(AMOUNT_PLACES, significantPlaces(value, DIGITS_THAT_COUNT)) }
}

/**
 * Made once for each kind: one takes some ten microseconds to make, and each cell on the screen needs some. Those of times are
 * made anew, because the computer may be in another zone by then.
 */
const NUMBERS = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: string | undefined, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const kind = `${locale} ${Object.entries(options).join(' ')}`
  const known = NUMBERS.get(kind)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(locale, options)
  NUMBERS.set(kind, made)
  return made
}

/**
 * `1234.5` as the locale writes it, with at least and at most so many decimals. Without a word on those it has as many as
 * the value needs: none is added to line up with others, and a small one is never shown as zero.
 */
export function formatDecimal(value: Decimal, places: Places = amountPlaces(value), locale?: string): string {
  const format = numberFormat(locale, {
    minimumFractionDigits: places.min,
    maximumFractionDigits: Math.max(places.min, places.max),
  })
  return format.format(value as Intl.StringNumericLiteral)
}

/** Every digit of it: for what was sent, or is to be. */
export function formatExact(value: Decimal, locale?: string): string {
  return formatDecimal(value, { min: 0, max: MOST_PLACES }, locale)
}

/** A price of a market: to the places of its tick. Without one, to as many as it needs to be told from others. */
export function formatPrice(value: Decimal, tick: Decimal | null, locale?: string): string {
  if (tick === null) return formatDecimal(value, { min: 0, max: Math.max(2, significantPlaces(value, 8)) }, locale)
  const min = placesOf(tick)
  const isOnTick = isZero(tick) || isMultipleOf(value, tick)
  const max = isOnTick ? min : Math.max(min + MORE_THAN_TICK, significantPlaces(value, DIGITS_THAT_COUNT))
  return formatDecimal(value, { min, max: Math.min(max, Math.max(min, MOST_PLACES)) }, locale)
}

/** Money in USDT or another currency with two decimals, without its unit. Less than a hundredth is shown as what it is. */
export function formatMoney(value: Decimal, locale?: string): string {
  const isTiny = !isZero(value) && compare(value.replace('-', ''), '0.01') < 0
  return formatDecimal(value, { min: 2, max: isTiny ? significantPlaces(value, 2) : 2 }, locale)
}

/** A fraction of 1 as a percentage: `0.0512` becomes `5.12%`. */
export function formatShare(share: Decimal, locale?: string, places = 2): string {
  const style = { style: 'percent', minimumFractionDigits: places, maximumFractionDigits: places } as const
  return numberFormat(locale, style).format(share as Intl.StringNumericLiteral)
}

/** A change with its sign: `0.0312` becomes `+3.12%`. */
export function formatChange(change: Decimal, locale?: string): string {
  const sign = { style: 'percent', signDisplay: 'exceptZero' } as const
  const format = numberFormat(locale, { ...sign, minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return format.format(change as Intl.StringNumericLiteral)
}

/** A limit as a percentage without needless zeros: `0.05` becomes `5%`. */
export function formatLimit(limit: Decimal, locale?: string): string {
  const format = numberFormat(locale, { style: 'percent', maximumFractionDigits: 4 })
  return format.format(limit as Intl.StringNumericLiteral)
}

/** A share of a whole as a number between 0 and 1, for lengths and angles in pictures and for nothing else. */
export function toRatio(share: Decimal): number {
  const ratio = Number(share)
  return Number.isFinite(ratio) ? Math.min(1, Math.max(0, ratio)) : 0
}

export type AgeUnit = 'second' | 'minute' | 'hour' | 'day'

/** An age in milliseconds in the largest whole unit; less than nothing counts as now. */
export function ageOf(ms: number): { count: number; unit: AgeUnit } {
  const age = Math.max(0, ms)
  if (age < MINUTE) return { count: Math.floor(age / SECOND), unit: 'second' }
  if (age < HOUR) return { count: Math.floor(age / MINUTE), unit: 'minute' }
  if (age < DAY) return { count: Math.floor(age / HOUR), unit: 'hour' }
  return { count: Math.floor(age / DAY), unit: 'day' }
}

/** A moment to the second, in the trader's own time zone. */
export function formatMoment(at: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(at))
}

/** A moment to come, with its zone: everybody else tells it in another one. */
export function formatZonedMoment(at: string, locale?: string): string {
  const day = { year: 'numeric', month: 'short', day: 'numeric' } as const
  const time = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const
  return new Intl.DateTimeFormat(locale, { ...day, ...time }).format(new Date(at))
}

/** How long until a moment in the two largest units, `23 h 59 min`; null for one that is past. */
export function untilOf(at: string, now: number): { count: number; unit: AgeUnit }[] | null {
  const ms = Date.parse(at) - now
  if (!(ms >= 0)) return null
  const minutes = Math.max(1, Math.floor(ms / MINUTE))
  const parts = [
    { count: Math.floor(minutes / 1440), unit: 'day' },
    { count: Math.floor(minutes / 60) % 24, unit: 'hour' },
    { count: minutes % 60, unit: 'minute' },
  ] as const
  const first = parts.findIndex(({ count }) => count > 0)
  return parts.slice(first, first + 2).filter(({ count }) => count > 0)
}

/** The time of day of a moment, to the second. */
export function formatTime(at: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(new Date(at))
}

/** A moment below a picture of prices: to the minute, the day or the month, as much as its range needs. */
export function formatChartTime(at: string, range: '1d' | '7d' | '30d' | '1y' | 'max', locale?: string): string {
  const style: Intl.DateTimeFormatOptions =
    range === '1d'
      ? { hour: 'numeric', minute: '2-digit' }
      : range === '1y' || range === 'max'
        ? { month: 'short', year: 'numeric' }
        : { month: 'short', day: 'numeric' }
  return new Intl.DateTimeFormat(locale, style).format(new Date(at))
}

/** The day of a moment, with the day of the week. */
export function formatDay(at: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(new Date(at))
}

/** The day of a moment, short. */
export function formatDate(at: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(at))
}

/** A month with its year. */
export function formatMonth(date: Date, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' }).format(date)
}

/** The day of the week, short. */
export function formatWeekday(date: Date, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short' }).format(date)
}
