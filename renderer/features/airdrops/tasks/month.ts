// The days of a month and what is due on each, by the clock of this machine. Pure; a day is YYYY-MM-DD, and every step is made with
// a day's own date, so that no change of summer time makes one longer or shorter.

import type { Airdrop, AirdropTask } from '../../../../shared/airdrops/airdrops.ts'

/** One thing that is due. */
export interface DueEntry {
  key: string
  title: string
  coinName: string
  /** A moment, or a day. */
  at: string
  /** The task; `null` for a date that stands at the airdrop itself. */
  taskId: string | null
  coinId: string
  isMissed: boolean
}

const DAYS_OF_WEEK = 7
const two = (number: number) => String(number).padStart(2, '0')

/** The day of a date here. */
export const dayOf = (date: Date): string =>
  `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`

/** Noon: no zone has a day without one. */
export function dateOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const noon = new Date(2000, 0, 1, 12)
  noon.setFullYear(year, month - 1, date)
  return noon
}

/** The day so many days and months later; a day that the month has not is its last one. */
export function shifted(day: string, { days = 0, months = 0 }: { days?: number; months?: number }): string {
  const date = dateOf(day)
  const wanted = date.getDate()
  date.setDate(1)
  date.setMonth(date.getMonth() + months)
  const last = new Date(date.getFullYear(), date.getMonth() + 1, 0, 12).getDate()
  date.setDate(Math.min(wanted, last) + days)
  return dayOf(date)
}

/** The weeks that have a day of the month of `day`, from Sunday on, whole. */
export function weeksOf(day: string): string[][] {
  const first = `${day.slice(0, 7)}-01`
  const start = shifted(first, { days: -dateOf(first).getDay() })
  const weeks: string[][] = []
  for (let from = start; from.slice(0, 7) <= day.slice(0, 7); from = shifted(from, { days: DAYS_OF_WEEK })) {
    weeks.push(Array.from({ length: DAYS_OF_WEEK }, (_, at) => shifted(from, { days: at })))
  }
  return weeks
}

/** Where a key leads from a day; `null` for a key that leads nowhere. */
export function dayByKey(day: string, key: string): string | null {
  const weekday = dateOf(day).getDay()
  if (key === 'ArrowLeft') return shifted(day, { days: -1 })
  if (key === 'ArrowRight') return shifted(day, { days: 1 })
  if (key === 'ArrowUp') return shifted(day, { days: -DAYS_OF_WEEK })
  if (key === 'ArrowDown') return shifted(day, { days: DAYS_OF_WEEK })
  if (key === 'Home') return shifted(day, { days: -weekday })
  if (key === 'End') return shifted(day, { days: DAYS_OF_WEEK - 1 - weekday })
  if (key === 'PageUp') return shifted(day, { months: -1 })
  if (key === 'PageDown') return shifted(day, { months: 1 })
  return null
}

/** The day on which it has to be done: what ends at midnight is over when the next day begins. */
export function dueDay(at: string): string {
  return at.includes('T') ? dayOf(new Date(Date.parse(at) - 1)) : at
}

/** From these nothing is due any more. */
const OVER: readonly string[] = ['claimed', 'sold', 'missed', 'not-eligible', 'skipped']

function entryOf(task: AirdropTask): DueEntry | null {
  const { taskId, title, coinName, coinId, state, deadline, dueAt } = task
  const isMissed = state === 'missed'
  const moment = isMissed ? (deadline?.at ?? null) : dueAt
  if (moment === null) return null
  // Where no hour was typed the day is the one that was typed, wherever it is read.
  const isDay = deadline !== null && deadline.time === null && deadline.at === moment
  return { key: taskId, title, coinName, coinId, taskId, isMissed, at: isDay ? deadline.day : moment }
}

/** What is due, by day, the earliest first. */
export function dueByDay(
  tasks: readonly AirdropTask[],
  airdrops: readonly Airdrop[],
): ReadonlyMap<string, readonly DueEntry[]> {
  const dates = airdrops.flatMap(({ coinId, name, deadline, progress }): DueEntry[] =>
    deadline === null || OVER.includes(progress)
      ? []
      : [{ key: `airdrop ${coinId}`, title: '', coinName: name, coinId, taskId: null, isMissed: false, at: deadline }],
  )
  const all = [...tasks.flatMap((task) => entryOf(task) ?? []), ...dates].toSorted((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  )
  return Map.groupBy(all, ({ at }) => dueDay(at))
}
