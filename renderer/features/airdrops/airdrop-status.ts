// What can be done about an airdrop now. Only evidence moves one out of "nothing known": a claim is not evidence.

import type { Airdrop } from '../../../shared/airdrops/airdrops.ts'

export const AIRDROP_GROUPS = ['check', 'nothing', 'happened'] as const

export type AirdropGroup = (typeof AIRDROP_GROUPS)[number]

/** The group of one airdrop by its later evidence alone. A listing says nothing about the airdrop. */
export function airdropGroup({ now }: Pick<Airdrop, 'now'>): AirdropGroup {
  if (now === null) return 'nothing'
  return now.state === 'happened' ? 'happened' : 'check'
}

/** The board in its order: what can be checked now comes first, and the trader's nearest deadline first in each group. */
export function groupAirdrops(airdrops: readonly Airdrop[]): { group: AirdropGroup; rows: Airdrop[] }[] {
  return AIRDROP_GROUPS.map((group) => ({
    group,
    rows: airdrops.filter((airdrop) => airdropGroup(airdrop) === group).toSorted(byDeadline),
  })).filter(({ rows }) => rows.length > 0)
}

function byDeadline(a: Airdrop, b: Airdrop): number {
  if (a.deadline === b.deadline) return 0
  if (a.deadline === null) return 1
  if (b.deadline === null) return -1
  return a.deadline < b.deadline ? -1 : 1
}

const DAY_MS = 86_400_000

const two = (part: number) => String(part).padStart(2, '0')

/** The calendar day and, where it is known, the hour of a deadline, both in the trader's time zone. */
export function deadlineParts(deadline: string): { day: string; time: string } {
  if (!deadline.includes('T')) return { day: deadline, time: '' }
  const at = new Date(deadline)
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-')
  return { day, time: `${two(at.getHours())}:${two(at.getMinutes())}` }
}

/** What is kept: a moment where the hour is known, else the day; null without a day. */
export function deadlineOf({ day, time }: { day: string; time: string }): string | null {
  if (day === '') return null
  return time === '' ? day : new Date(`${day}T${time}`).toISOString()
}

/** True once the moment has come, or the day is over. */
export function isPassed(deadline: string, now: number): boolean {
  return deadline.includes('T') ? Date.parse(deadline) <= now : daysUntil(deadline, now) < 0
}

/** Whole days from today to a deadline, negative when it has passed. Both are calendar days in the trader's time zone. */
export function daysUntil(deadline: string, now: number): number {
  const [year = 0, month = 1, day = 1] = deadlineParts(deadline).day.split('-').map(Number)
  const today = new Date(now)
  // Both as midnight UTC of the calendar day, so that a change of summer time cannot make a day of 23 hours.
  const from = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate())
  return Math.round((Date.UTC(year, month - 1, day) - from) / DAY_MS)
}
