// Looks after the age of keys: at each start, and every six hours while the app stays open, which may be for weeks.

import type { Clock } from '../../ports/system.ts'
import type { Schedule } from '../common/schedule.ts'

const LOOK_EVERY_MS = 6 * 3_600_000
const TASK = { kind: 'key-reminders', subject: '' } as const

/** Has `sweep` called every six hours. The first call is the caller's. @throws AppError `STORAGE_FAILED` */
export function remindOfKeys(schedule: Schedule, clock: Pick<Clock, 'now'>, sweep: () => void): void {
  const later = () => schedule.put({ ...TASK, dueAt: clock.now() + LOOK_EVERY_MS })
  schedule.on(TASK.kind, () => {
    sweep()
    later()
  })
  // The turn that was planned by an earlier run stands, unless a clock that was set ahead has planned it.
  const planned = schedule.find(TASK.kind, TASK.subject)
  if (planned === null || planned.dueAt > clock.now() + LOOK_EVERY_MS) later()
}
