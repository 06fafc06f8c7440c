// Reminders of airdrop tasks among what the trader is told: each once, and once more after each time that it was put off.

import type { AirdropTask } from '../../../shared/airdrops/airdrops.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import type { Notifications } from '../../services/alerts/notifications.ts'

/** Writes down those that are new, and shows them. */
export function tellTasks(
  due: readonly AirdropTask[],
  notifications: Pick<Notifications, 'add' | 'show'>,
  at: string,
): void {
  const added = due.filter(({ taskId, coinId, coinName, title, dueAt, snoozedUntil }) => {
    if (dueAt === null) return false
    return notifications.add({
      ...{ key: ['task', taskId, dueAt, snoozedUntil ?? ''].join(' '), kind: 'task', at, coinId },
      reason: reason('TASK_DUE', { title, coin: coinName, at: dueAt }),
      ...{ venue: null, market: null, alertId: null, sound: false },
    })
  })
  if (added.length > 0) notifications.show()
}
