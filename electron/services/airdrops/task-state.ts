// Whether a task is to be done now, and by when. Pure: rows, records and the time go in.

import type {
  AirdropTask,
  TaskDeadline,
  TaskRecord,
  TaskState,
  TypedDeadline,
} from '../../../shared/airdrops/airdrops.ts'
import { periodEnd, periodKey } from '../../../shared/airdrops/task-periods.ts'
import { endOfDay, instantOf } from '../../../shared/airdrops/zoned-time.ts'
import type { TaskRow } from '../../ports/airdrops.ts'

const MINUTE_MS = 60_000
const iso = (ms: number): string => new Date(ms).toISOString()

/** The deadline with its moment. */
function deadlineOf({ day, time, timeZone }: TypedDeadline): TaskDeadline {
  const ms = time === null ? endOfDay(day, timeZone) : instantOf(day, time, timeZone)
  return { day, time, timeZone, at: iso(ms) }
}

/** The task as it stands at `now`, in milliseconds since 1970. */
export function taskAt(row: TaskRow, records: readonly TaskRecord[], coinName: string, now: number): AirdropTask {
  const deadline = row.deadline === null ? null : deadlineOf(row.deadline)
  const last = deadline === null ? Number.POSITIVE_INFINITY : Date.parse(deadline.at)
  const isDone = records.some(({ period }) => period === periodKey(row.period, now))
  const end = row.period === 'once' ? Number.POSITIVE_INFINITY : periodEnd(row.period, now)
  const state = stateOf(row, records, isDone, now >= last)
  // What was done this time is to be done again after the reset, where there is still time for it then.
  const due = state === 'open' ? Math.min(end, last) : Number.POSITIVE_INFINITY
  const isBack = row.period !== 'once' && state === 'done' && end < last
  return {
    ...row,
    coinName,
    deadline,
    state,
    dueAt: Number.isFinite(due) ? iso(due) : null,
    resetsAt: isBack ? iso(end) : null,
    records: [...records],
  }
}

function stateOf(row: TaskRow, records: readonly TaskRecord[], isDone: boolean, isLate: boolean): TaskState {
  if (row.period === 'once') return records.length > 0 ? 'done' : isLate ? 'missed' : 'open'
  if (isLate) return records.length > 0 ? 'ended' : 'missed'
  return isDone ? 'done' : 'open'
}

/** When its reminder is due, in milliseconds since 1970; `null` where there is nothing to remind of. */
export function reminderOf(task: Pick<AirdropTask, 'dueAt' | 'remindMinutes' | 'snoozedUntil'>): number | null {
  if (task.dueAt === null || task.remindMinutes === null) return null
  const due = Date.parse(task.dueAt) - task.remindMinutes * MINUTE_MS
  return task.snoozedUntil === null ? due : Math.max(due, Date.parse(task.snoozedUntil))
}

const RANK: Record<TaskState, number> = { open: 0, missed: 1, done: 2, ended: 3 }

/** What is due first comes first; then what has no date, what was missed, what is done, what has ended. */
export function byDue(one: AirdropTask, other: AirdropTask): number {
  const rank = RANK[one.state] - RANK[other.state]
  if (rank !== 0) return rank
  const [a, b] = [one, other].map(({ dueAt, resetsAt, deadline }) => dueAt ?? resetsAt ?? deadline?.at ?? '~')
  if (a !== b) return (a ?? '') < (b ?? '') ? -1 : 1
  return one.createdAt < other.createdAt ? -1 : one.createdAt > other.createdAt ? 1 : 0
}
