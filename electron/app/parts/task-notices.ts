// Reminders of airdrop tasks among what the trader is told: each once, and once more after each time that it was put off; none of a
// task that was done, removed or missed while its reminder waited.

import type { AirdropTask } from '../../../shared/airdrops/airdrops.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import type { NotificationParts, Notifications } from '../../services/alerts/notifications.ts'

export interface TaskNotices {
  /** Writes down those that are new, and shows what is due of all. */
  tell(due: readonly AirdropTask[], notifications: Pick<Notifications, 'add' | 'show'>, at: string): void
  stillHolds: NotificationParts['stillHolds']
}

const keyOf = ({ taskId, dueAt, snoozedUntil }: AirdropTask) => ['task', taskId, dueAt, snoozedUntil ?? ''].join(' ')

/** Builds it; of no task anything is known before it was told what is due. */
export function createTaskNotices(): TaskNotices {
  let known: ReadonlySet<string> | null = null
  return {
    tell: (due, notifications, at) => {
      known = new Set(due.map(keyOf))
      for (const task of due) {
        const { coinId, coinName, title, dueAt } = task
        if (dueAt === null) continue
        notifications.add({
          ...{ key: keyOf(task), kind: 'task', at, coinId },
          reason: reason('TASK_DUE', { title, coin: coinName, at: dueAt }),
          ...{ venue: null, market: null, alertId: null, sound: false },
        })
      }
      notifications.show()
    },
    stillHolds: ({ kind }, key) => (kind === 'task' ? (known?.has(key) ?? null) : true),
  }
}
