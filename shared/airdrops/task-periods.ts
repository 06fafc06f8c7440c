// When a task that comes back begins anew: at 00:00 UTC, each day, each Monday, or each first of a month.

import type { TaskPeriod } from './airdrops.ts'

const DAY_MS = 86_400_000

type Recurring = Exclude<TaskPeriod, 'once'>

/** The first moment of the period that `ms` lies in. */
export function periodStart(period: Recurring, ms: number): number {
  const day = Math.floor(ms / DAY_MS) * DAY_MS
  if (period === 'day') return day
  const date = new Date(day)
  if (period === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
  const sinceMonday = (date.getUTCDay() + 6) % 7
  return day - sinceMonday * DAY_MS
}

/** The first moment of the period after it. */
export function periodEnd(period: Recurring, ms: number): number {
  const start = periodStart(period, ms)
  if (period !== 'month') return start + (period === 'day' ? 1 : 7) * DAY_MS
  const date = new Date(start)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
}

/** By what a period is known: its first day, or `once`. */
export const periodKey = (period: TaskPeriod, ms: number): string =>
  period === 'once' ? 'once' : new Date(periodStart(period, ms)).toISOString().slice(0, 10)
