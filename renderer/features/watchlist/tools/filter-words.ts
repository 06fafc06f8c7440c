// What is asked of a column, in words, and the words of its values.

import type { FilterValue } from '../../../../shared/list/views.ts'
import { text } from '../../../messages/late/en.ts'
import type { ColumnFilter } from '../../../ui/table/columns.ts'
import { WITHOUT } from '../../../ui/table/filters.ts'

type AnyFilter = ColumnFilter<never, never>
const { filters } = text.list

/** One value of a column. */
export function sayValue(filter: AnyFilter, value: string): string {
  if (value === WITHOUT) return text.list.without
  return filter.kind === 'any' && filter.say !== undefined ? filter.say(value) : value
}

/** The two answers of a column that is a yes or a no. */
export function isWords(id: string): { yes: string; no: string } {
  const known: Partial<Record<string, { yes: string; no: string }>> = filters.is
  return known[id] ?? filters.isFallback
}

function sayRange(from: number | null, to: number | null): string {
  if (from !== null && to !== null) return filters.between(from, to)
  if (from !== null) return filters.atLeast(from)
  return to === null ? filters.any : filters.atMost(to)
}

/** What is asked of a column, as one line. */
export function sayFilter(column: { id: string; head: string }, filter: AnyFilter, asked: FilterValue): string {
  const { id, head } = column
  if (asked.kind === 'any') return `${head}: ${asked.values.map((value) => sayValue(filter, value)).join(', ')}`
  if (asked.kind === 'is') return asked.is ? isWords(id).yes : isWords(id).no
  if (asked.kind === 'days') return `${head} ${filters.within(asked.days)}`
  const kind = asked.of === null ? '' : ` (${asked.of})`
  return `${head}${kind}: ${sayRange(asked.from, asked.to)}`
}
