// How old a key is, and when its trader is reminded to replace it.

import type { KeyAge } from '../../../shared/accounts.ts'

const DAY_MS = 86_400_000

/** Days at which a key is spoken of; after the last one it is due. */
const REMINDER_DAYS = [80, 85, 90] as const

/** Whole days since `addedAt` (ISO); a clock before it makes none. */
export function daysSince(addedAt: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(addedAt)) / DAY_MS))
}

/** `warn` from 80 days on, `alert` from 85, `due` from 90. */
export function ageOf(days: number): KeyAge {
  const [warn, alert, due] = REMINDER_DAYS
  if (days >= due) return 'due'
  if (days >= alert) return 'alert'
  return days >= warn ? 'warn' : 'fresh'
}

/** The reminder that is owed and was not given yet; `null` when there is none. */
export function reminderOwed(days: number, lastReminderDays: number): number | null {
  const reached = REMINDER_DAYS.filter((reminder) => days >= reminder).at(-1)
  return reached !== undefined && reached > lastReminderDays ? reached : null
}
