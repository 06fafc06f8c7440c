// Reminds of tasks before they are due. What is due is read from the tasks themselves, so that a restart, a snooze or a
// task that was done meanwhile needs no bookkeeping; the schedule only says when to look again.

import type { AirdropTask } from '../../../shared/airdrops/airdrops.ts'
import type { Clock } from '../../ports/system.ts'
import type { Schedule } from '../common/schedule.ts'
import type { AirdropTasks } from './airdrop-tasks.ts'
import { reminderOf } from './task-state.ts'

/** Tells the trader which tasks are due; it is told again with each change, and of none where none is. */
export type Remind = (due: readonly AirdropTask[]) => void

const KIND = 'airdrop-tasks'
const ALL = { kind: KIND, subject: '' }

export interface TaskReminders {
  /** Looks at the tasks now, tells what is due, and sets the time of the next look. */
  look(): void
}

/** Builds it; the schedule does the looking from its start on. */
export function createTaskReminders(
  tasks: Pick<AirdropTasks, 'all'>,
  schedule: Pick<Schedule, 'on' | 'put' | 'remove' | 'find'>,
  clock: Pick<Clock, 'now'>,
  remind: Remind,
): TaskReminders {
  const look = () => {
    const now = clock.now()
    const timed = tasks.all().flatMap((task) => {
      const at = reminderOf(task)
      return at === null ? [] : [{ task, at }]
    })
    remind(timed.filter(({ at }) => at <= now).map(({ task }) => task))
    // A task that becomes due, one whose period ends, one that opens again: whichever comes first changes what is due.
    const moments = tasks
      .all()
      .flatMap((task) => [reminderOf(task), ms(task.dueAt), ms(task.resetsAt)])
      .filter((at) => at !== null && at > now)
      .sort((a, b) => (a ?? 0) - (b ?? 0))
    const [next] = moments
    const before = schedule.find(KIND, '')
    if (next !== undefined && next !== null) schedule.put({ ...ALL, dueAt: next })
    else if (before !== null) schedule.remove(before)
  }
  schedule.on(KIND, look)
  return { look }
}

const ms = (at: string | null): number | null => (at === null ? null : Date.parse(at))
