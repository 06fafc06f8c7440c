// Token Metrics' rows as grades of a coin. They stand beside the published score of 2024, with their own day, and never in its
// place. Pure.

import { compare, type Decimal, isDecimal, readDecimal } from '../../../shared/decimal.ts'
import type { Grades } from '../../../shared/sources/quotes.ts'
import type { MetricsRow } from '../../ports/market-data.ts'

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

/** The day of a row, as a time; `null` where it tells none. */
function dayOf(fields: Fields): string | null {
  const at = Date.parse(fields['DATE'] ?? fields['TIMESTAMP'] ?? '')
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
export const fieldsIn = (value: unknown): Record<string, string> =>
  typeof value !== 'object' || value === null
    ? {}
    : Object.fromEntries(Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
