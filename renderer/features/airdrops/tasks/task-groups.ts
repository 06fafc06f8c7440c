// Tasks in the order in which they are to be done.

import type { AirdropTask } from '../../../../shared/airdrops/airdrops.ts'

export const TASK_GROUPS = ['today', 'week', 'later', 'open', 'missed', 'done', 'ended'] as const
export type TaskGroup = (typeof TASK_GROUPS)[number]

const DAY_MS = 86_400_000

/** Where a task stands at `now`, milliseconds since 1970. */
function groupOf({ state, dueAt }: Pick<AirdropTask, 'state' | 'dueAt'>, now: number): TaskGroup {
  if (state !== 'open') return state
  if (dueAt === null) return 'open'
  const left = Date.parse(dueAt) - now
  return left < DAY_MS ? 'today' : left < 7 * DAY_MS ? 'week' : 'later'
}

/** The groups that have tasks, each in the order that the backend gave. */
export function groupTasks(tasks: readonly AirdropTask[], now: number): { group: TaskGroup; rows: AirdropTask[] }[] {
  const byGroup = Map.groupBy(tasks, (task) => groupOf(task, now))
  return TASK_GROUPS.flatMap((group) => {
    const rows = byGroup.get(group)
    return rows === undefined ? [] : [{ group, rows }]
  })
}
