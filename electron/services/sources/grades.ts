// Token Metrics' rows as grades of a coin. They stand beside the published score of 2024, with their own day, and never in its
// place. Pure.

import { compare, type Decimal, isDecimal, readDecimal } from '../../../shared/decimal.ts'
import type { Grades } from '../../../shared/sources/quotes.ts'
import { member } from '../../../shared/venues/json.ts'
import type { MetricsRow } from '../../ports/market-data.ts'

/** Where grades stand, in the order in which they are asked for; the first one's day is that of the grades. */
export const GRADE_PATHS = ['tm-grade', 'fundamental-grade', 'technology-grade', 'trading-signals'] as const
export type GradePath = (typeof GRADE_PATHS)[number]

type Fields = Readonly<Record<string, string>>

/** From 0 to 100; anything else is no grade. */
function gradeOf(text: string | undefined): Decimal | null {
  const value = readDecimal(text)
  return value !== null && isDecimal(value) && compare(value, '100') <= 0 ? value : null
}

const signalOf = (text: string | undefined): Grades['tradingSignal'] => {
  const value = readDecimal(text)
  return value === '1' ? 1 : value === '0' ? 0 : value === '-1' ? -1 : null
}

/** A page of the source; its samples hold one that ends in `undefined`, which is none. */
function linkOf(fields: Fields): string | null {
  const url = URL.parse(fields['TM_LINK'] ?? fields['APP_LINK'] ?? '')
  const isSafe = url?.protocol === 'https:' && url.username === '' && !url.pathname.endsWith('/undefined')
  return isSafe && /(^|\.)tokenmetrics\.com$/.test(url.hostname) ? url.href : null
}

/** A day, and perhaps a time of it; without a zone it is UTC, not that of this machine. */
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|[+-]\d{2}:\d{2})?)?$/

/** The day of a row, as a time; `null` where it tells none. */
export function dayOf(fields: Fields): string | null {
  const [, day, time = '00:00', zone = 'Z'] = ISO.exec(fields['DATE'] ?? fields['TIMESTAMP'] ?? '') ?? []
  const at = day === undefined ? Number.NaN : Date.parse(`${day}T${time}${zone}`)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

/** Of each token the newest row, by its id: the same symbol may stand over several tokens. */
export function newestRows(rows: readonly MetricsRow[]): Map<string, MetricsRow> {
  const newest = new Map<string, MetricsRow>()
  for (const row of rows) {
    const before = newest.get(row.tokenId)
    if (before === undefined || (dayOf(row.fields) ?? '') > (dayOf(before.fields) ?? '')) newest.set(row.tokenId, row)
  }
  return newest
}

/** The grades that stand in these fields. */
export function gradesOf(remoteId: string, fields: Fields, told: Pick<Grades, 'source' | 'at' | 'receivedAt'>): Grades {
  const parts = Object.entries(fields).flatMap(([name, text]) => {
    const value = /_SCORE$|^QUANT_GRADE$|^VALUATION_GRADE$/.test(name) ? gradeOf(text) : null
    return value === null ? [] : [{ name, value }]
  })
  return {
    ...told,
    remoteId,
    tmGrade: gradeOf(fields['TM_GRADE']),
    fundamental: gradeOf(fields['FUNDAMENTAL_GRADE']),
    technology: gradeOf(fields['TECHNOLOGY_GRADE']),
    trader: gradeOf(fields['TM_TRADER_GRADE']),
    signal: fields['TM_GRADE_SIGNAL'] ?? null,
    momentum: fields['MOMENTUM'] ?? null,
    fundamentalClass: fields['FUNDAMENTAL_GRADE_CLASS'] ?? null,
    tradingSignal: signalOf(fields['TRADING_SIGNAL']),
    parts: parts.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    url: linkOf(fields),
  }
}

/** Fields as they were kept. */
const fieldsIn = (value: unknown): Record<string, string> =>
  typeof value !== 'object' || value === null
    ? {}
    : Object.fromEntries(Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))

/** What is kept of a coin, by the path that said it; of one that did not come the last word stays. */
export type GradesByPath = Partial<Record<GradePath, Record<string, string>>>

/** Grades as they were kept. Earlier versions wrote the fields of all paths into one: they stand as the first one's. */
export function gradesIn(value: unknown): GradesByPath {
  const paths = GRADE_PATHS.flatMap((path) => {
    const fields = fieldsIn(member(value, path))
    return Object.keys(fields).length === 0 ? [] : [[path, fields] as const]
  })
  const flat = fieldsIn(value)
  return paths.length > 0 || Object.keys(flat).length === 0 ? Object.fromEntries(paths) : { 'tm-grade': flat }
}

/** The fields of every path as one; a later path's word counts. */
export const fieldsOf = (grades: GradesByPath): Record<string, string> =>
  Object.assign({}, ...GRADE_PATHS.map((path) => grades[path] ?? {}))
