// Whether rows have what is asked of a column.

import type { FilterValue } from '../../../shared/list/views.ts'
import type { ColumnFilter } from './columns.ts'

/** In place of a value: what has none. */
export const WITHOUT = ''

/** When a time is over, milliseconds since 1970: a day when it has ended here, a moment when it has come. */
export function endOf(time: string): number {
  return time.length > 10 ? Date.parse(time) : new Date(`${time}T23:59:59.999`).getTime()
}

/** The test of one row; null where nothing is asked, or of another kind than the column has. */
export function meets<Row, Live>(
  filter: ColumnFilter<Row, Live>,
  asked: FilterValue,
  now: number,
): ((row: Row, live: Live) => boolean) | null {
  if (filter.kind === 'any' && asked.kind === 'any') {
    const wanted = new Set(asked.values)
    if (wanted.size === 0) return null
    if (filter.test !== undefined) return filter.test(asked.values)
    return (row, live) => {
      const values = filter.values(row, live)
      return values.length === 0 ? wanted.has(WITHOUT) : values.some((value) => wanted.has(value))
    }
  }
  if (filter.kind === 'range' && asked.kind === 'range') {
    const { of, from, to } = asked
    if (of === null && from === null && to === null) return null
    return (row, live) => {
      const value = filter.value(row, live)
      if (value === null || (of !== null && filter.of?.(row) !== of)) return false
      return (from === null || value >= from) && (to === null || value <= to)
    }
  }
  if (filter.kind === 'is' && asked.kind === 'is') return (row, live) => filter.value(row, live) === asked.is
  if (filter.kind !== 'days' || asked.kind !== 'days') return null
  // Whole days: what is due on the last of them is within.
  const day = new Date(now)
  const until = new Date(day.getFullYear(), day.getMonth(), day.getDate() + asked.days, 23, 59, 59, 999).getTime()
  return (row, live) => {
    const value = filter.value(row, live)
    const end = value === null ? Number.NaN : endOf(value)
    return end >= now && end <= until
  }
}
