// What the trader is told: each thing once, over restarts. It is written down before it is shown, and noted as shown after that:
// what a dead process wrote down and did not show is shown at the next start.

import type { Notification, QuietHours } from '../../../shared/alerts.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import { PAGE_SIZE, type Page } from '../../../shared/page.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { AlertStore, NewNotification } from '../../ports/listings.ts'
import type { Clock, Logger } from '../../ports/system.ts'
import type { Scheduler } from '../common/scheduler.ts'
import { minuteOfDay, quietFor } from './quiet-hours.ts'

/** What is due is looked for this often while something waits, milliseconds: wall clocks can be set. */
const LOOK_EVERY_MS = 30_000

export interface Notifications {
  list(input: Input<'notifications.list'>): Notification[]
  page(input: Input<'notifications.page'>): Page<Notification>
  /** @throws AppError `NOT_FOUND`, `BAD_INPUT` for a time that is over */
  snooze(input: Input<'notifications.snooze'>): Notification
  /**
   * Writes it down; it is shown by `show`, after the transaction that it may be part of. False where its key was told already.
   * @throws AppError `STORAGE_FAILED`
   */
  add(notification: NewNotification): boolean
  /** Shows what is due, now or when the quiet hours are over. */
  show(): void
  stop(): Promise<void>
}

export interface NotificationParts {
  store: AlertStore
  clock: Clock
  scheduler: Scheduler
  logger: Pick<Logger, 'error'>
  quietHours: () => QuietHours | null
  /** Whether what it says is so now, after it was put off or kept back; `null` while that is not known yet. */
  stillHolds: (notification: Notification, key: string) => boolean | null
  /** Shows it; never throws. */
  tell: (notification: Notification) => void
  /** Told of one that is not shown again, since what it says is over; never throws. */
  dropped: (notification: Notification) => void
}

/** What belongs to an hour that the trader has planned himself is shown in quiet hours too. */
const isUrgent = ({ kind }: Notification): boolean => kind === 'preflight' || kind === 'staged'

/** Builds it; nothing is shown before the first `show`. */
export function createNotifications({
  store,
  clock,
  scheduler,
  logger,
  quietHours,
  stillHolds,
  tell,
  dropped,
}: NotificationParts): Notifications {
  const iso = () => new Date(clock.now()).toISOString()
  const isWaiting = (notification: Notification) =>
    quietFor(quietHours(), minuteOfDay(clock.now())) > 0 && !isUrgent(notification)
  const showDue = () => {
    for (const { key, notification } of store.due(iso())) {
      if (isWaiting(notification)) continue
      const holds = stillHolds(notification, key)
      if (holds === null) continue
      if (!holds) {
        const over: Notification = { ...notification, state: 'dismissed', snoozedUntil: null }
        store.saveNotification(over)
        dropped(over)
        continue
      }
      const shown: Notification = { ...notification, state: 'new', snoozedUntil: null, shownAt: iso() }
      tell(shown)
      store.saveNotification(shown)
    }
  }
  const loop = scheduler.loop(
    'notifications',
    async ({ delay, isStopped }) => {
      while (!isStopped()) {
        try {
          showDue()
          if (!store.isAnyWaiting()) return
        } catch (error) {
          logger.error('notifications-not-shown', { error })
        }
        await delay(LOOK_EVERY_MS)
      }
    }, // One may have been added while the loop came to rest.
    store.isAnyWaiting,
  )
  return {
    list: ({ before, limit = PAGE_SIZE }) => store.notifications({ before, limit }).items,
    page: ({ before, limit = PAGE_SIZE }) => store.notifications({ before, limit }),
    snooze: ({ notificationId, until }) => {
      const found = store.findNotification(notificationId)
      if (found === null) throw new AppError('NOT_FOUND', reason('NO_SUCH_NOTIFICATION'))
      if (until !== null && Date.parse(until) <= clock.now()) {
        throw new AppError('BAD_INPUT', reason('PLAN_IN_THE_PAST'))
      }
      const state = until === null ? 'dismissed' : 'snoozed'
      const saved: Notification = { ...found, state, snoozedUntil: until }
      store.saveNotification(saved)
      loop.start()
      return saved
    },
    add: (notification) => store.addNotification(notification) !== null,
    show: loop.wake,
    stop: loop.stop,
  }
}
