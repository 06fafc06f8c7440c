// What stands in a cell: numbers in the spellings of exchanges and spreadsheets, and times of day in a zone. What is none of
// these is an error of its row, never a guess.

import { isDecimal, normalize } from '../../../../shared/decimal.ts'
import { type Reason, reason } from '../../../../shared/reasons/reason.ts'

/** Why a row cannot be read. */
export class RowError extends Error {
  readonly reason: Reason
  constructor(why: Reason) {
    super(why.code)
    this.reason = why
  }
}

/** A signed decimal in its shortest spelling, and the unit that was glued to it. */
export interface Amount {
  value: string
  unit: string
}

const MARKS = /[$€£¥₺₩₹\s\u00a0\u202f']/g

/** An amount, possibly with a sign, a currency's mark or a unit behind it. @throws RowError for anything else */
export function amountOf(cell: string): Amount {
  const found = maybeSigned(cell)
  if (found === null) throw new RowError(reason('IMPORT_NUMBER', { text: cell.slice(0, 60) }))
  return found
}

/** The amount before `ticker`, which can begin with a digit, as 1INCH does; `null` where the cell is none of that ticker. */
export function amountBefore(cell: string, ticker: string): string | null {
  const text = cell.trim().toUpperCase()
  if (ticker === '' || !text.endsWith(ticker)) return null
  const found = maybeSigned(text.slice(0, -ticker.length))
  return found === null || found.unit !== '' ? null : found.value
}

function maybeSigned(cell: string): Amount | null {
  const [, sign = '', exact, body = '', unit = ''] =
    /^([+\-−]?)(?:([\d.,]+[eE][+-]?\d{1,2})|([\d.,]+)([A-Za-z][\w.]*)?)$/.exec(cell.replaceAll(MARKS, '')) ?? []
  const digits = plain(exact ?? body)
  if (digits === null) return null
  const isBelow = sign === '-' || sign === '−'
  return { value: isBelow && digits !== '0' ? `-${digits}` : digits, unit: unit.toUpperCase() }
}

/** The same for a cell that may be empty or a dash, which count as nothing told. */
export const maybeAmount = (cell: string): string | null =>
  cell === '' || /^-+$/.test(cell) || cell === 'N/A' ? null : amountOf(cell).value

/** A number for which nothing told means none. */
export const amountOrZero = (cell: string): string => maybeAmount(cell) ?? '0'

function plain(body: string): string | null {
  const text = ungrouped(body)
  const exponent = /^(\d+)(?:\.(\d+))?[eE]([+-]?\d{1,2})$/.exec(text)
  const spelled = exponent === null ? text : moved(exponent[1] ?? '', exponent[2] ?? '', Number(exponent[3]))
  const short = spelled
    .replace(/^\./, '0.')
    .replace(/^0+(?=\d)/, '')
    .replace(/\.$/, '')
  // Twenty decimals are written where eighteen are meant: what is beyond is cut only where it is nothing.
  const [whole = '', parts = '', ...more] = short.split('.')
  if (more.length > 0) return null
  const kept = parts.replace(/0+$/, '')
  const decimal = kept === '' ? whole : `${whole}.${kept}`
  return isDecimal(decimal) ? normalize(decimal) : null
}

/** 1,234.5 and 1.234,5 and 0,123: of two marks the last one is the point; a comma alone groups where no zero leads. */
function ungrouped(body: string): string {
  const [comma, point] = [body.lastIndexOf(','), body.lastIndexOf('.')]
  if (comma < 0) return body
  if (point < 0) return /^[1-9]\d{0,2}(,\d{3})+$/.test(body) ? body.replaceAll(',', '') : body.replace(',', '.')
  const [mark, last] = comma < point ? [',', point] : ['.', comma]
  const groups = body.slice(0, last).split(mark)
  // India writes 1,00,000: only the last group has three digits for sure.
  const isGrouped = /^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1, -1).every((group) => /^\d{2,3}$/.test(group))
  return isGrouped && /^\d{3}$/.test(groups.at(-1) ?? '') ? `${groups.join('')}.${body.slice(last + 1)}` : ''
}

function moved(whole: string, parts: string, by: number): string {
  const digits = whole + parts
  const point = whole.length + by
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`
  return point >= digits.length ? digits.padEnd(point, '0') : `${digits.slice(0, point)}.${digits.slice(point)}`
}

interface Moment {
  year: number
  month: number
  day: number
  ms: number
  zone: string | null
}

const FORMS: readonly [RegExp, (part: (name: string) => number) => [year: number, month: number, day: number]][] = [
  [/^(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})/, (part) => [part('y'), part('m'), part('d')]],
  // Two digits: Binance's statements of 2024 and after.
  [/^(?<y>\d{2})-(?<m>\d{2})-(?<d>\d{2})(?=[ T])/, (part) => [2000 + part('y'), part('m'), part('d')]],
  [/^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})/, (part) => [part('y'), part('m'), part('d')]],
  [/^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})/, (part) => [part('y'), part('m'), part('d')]],
]
const CLOCK = /^[ T,]*(?<h>\d{1,2}):(?<min>\d{2})(?::(?<s>\d{2})(?:\.(?<f>\d{1,9}))?)?\s*(?<half>AM|PM)?/i
const ZONE = /^\s*(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|UTC[+-]\d{1,2}(?::\d{2})?)?\s*$/i

function momentOf(text: string): Moment | null {
  for (const [form, order] of FORMS) {
    const found = form.exec(text)
    if (found === null) continue
    const [year, month, day] = order((name) => Number(found.groups?.[name]))
    const rest = text.slice(found[0].length)
    const clock = CLOCK.exec(rest)
    const zone = ZONE.exec(rest.slice(clock?.[0].length ?? 0))
    if (zone === null) return null
    const of = (name: string) => Number(clock?.groups?.[name] ?? 0)
    const half = clock?.groups?.['half']?.toUpperCase()
    const hour = half === undefined ? of('h') : (of('h') % 12) + (half === 'PM' ? 12 : 0)
    const fraction = Number((clock?.groups?.['f'] ?? '0').padEnd(3, '0').slice(0, 3))
    if (hour > 23 || of('min') > 59 || of('s') > 59) return null
    const ms = ((hour * 60 + of('min')) * 60 + of('s')) * 1_000 + fraction
    return { year, month, day, ms, zone: zone.groups?.['zone'] ?? null }
  }
  return null
}

/**
 * A time as ISO 8601 UTC. One that names its zone keeps it; any other is a time of day in `zone`.
 * @param zone `UTC`, an offset such as `+08:00`, or an IANA name
 * @throws RowError for a text that is no time, also for the 30th of February
 */
export function timeOf(cell: string, zone: string): string {
  const moment = momentOf(cell.trim())
  const wrong = () => new RowError(reason('IMPORT_TIME', { text: cell.slice(0, 60) }))
  if (moment === null) throw wrong()
  const { year, month, day, ms } = moment
  const local = Date.UTC(year, month - 1, day) + ms
  const back = new Date(local)
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) throw wrong()
  return new Date(local - offsetOf(moment.zone ?? zone, local)).toISOString()
}

/** Milliseconds by which the zone is ahead of UTC when its clocks show `local`. */
function offsetOf(zone: string, local: number): number {
  const [, sign, hours, minutes = '0'] = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone) ?? []
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
  if (/^(Z|UTC|GMT)$/i.test(zone)) return 0
  // The offset of the moment that it would be in UTC is wrong for some hours of a year: asked again with that one.
  return shownAt(zone, local - shownAt(zone, local))
}

function shownAt(zone: string, at: number): number {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  })
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const of = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return shown - Math.floor(at / 1_000) * 1_000
}

/** Whether the app can reckon with this zone. */
export function isZone(zone: string): boolean {
  if (/^(UTC|GMT|Z)$|^(?:UTC|GMT)?[+-]\d{1,2}(:?\d{2})?$/i.test(zone)) return true
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** The zone that a header names, as in `Date(UTC+1)` or `Time(UTC+08:00)`; `null` where it names none. */
export function zoneIn(text: string): string | null {
  if (/^utc_time$|time zone:\s*UTC$/i.test(text)) return 'UTC'
  const inBrackets = /\(((?:UTC|GMT)(?:[+-]\d{1,2}(?::\d{2})?)?)\)/i.exec(text)
  const [, zone] = inBrackets ?? /(?:^|[\s:])((?:UTC|GMT)[+-]\d{1,2}(?::\d{2})?)(?:$|\s)/i.exec(text) ?? []
  return zone === undefined ? null : zone.toUpperCase()
}
