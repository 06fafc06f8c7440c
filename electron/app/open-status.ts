// What the app says of itself: how each exchange answers, which orders are in doubt, what is halted, and its notices.

import type { AppStatus } from '../../shared/app.ts'
import type { Order } from '../../shared/order.ts'
import { isInDoubt, isLive } from '../../shared/order-states.ts'
import type { OrderJournal } from '../ports/stores.ts'
import type { Accounts } from '../services/accounts/accounts.ts'
import type { OrderMonitor } from '../services/orders/order-monitor.ts'
import type { Core } from './open-core.ts'
import { badRowsNotice, damageNotice, fullDiskNotice } from './parts/notices.ts'
import { VERSION } from './parts/version.ts'

interface Parts {
  core: Core
  shell: AppStatus['shell']
  accounts: Accounts
  journal: Pick<OrderJournal, 'withStatus' | 'halts'>
  monitor: Pick<OrderMonitor, 'nextLookAt'>
}

/** The orders that may still change, or of which nobody has said yet what became of them. */
export const unfinishedOf = (journal: Pick<OrderJournal, 'withStatus'>): Order[] =>
  journal
    .withStatus(['recorded', 'submitting', 'unknown', 'stuck', 'conflict', 'open', 'partially-filled'])
    .filter((order) => isInDoubt(order) || isLive(order.status))

/** Answers with what reads it anew, and tells the page when it changes. What it answers with throws where the journal cannot be read. */
export function openStatus({ core, shell, accounts, journal, monitor }: Parts): () => AppStatus {
  const { db, clock, notices, page, internal, logger } = core
  const status = (): AppStatus => {
    const next = monitor.nextLookAt()
    return {
      version: VERSION,
      shell,
      now: core.now(),
      monotonicMs: clock.monotonic(),
      accounts: accounts.list().map(({ accountId }) => ({ accountId, ...accounts.context(accountId).view.status() })),
      nextLookAt: next === null ? null : new Date(next).toISOString(),
      unsettledOrders: unfinishedOf(journal).filter(isInDoubt).length,
      halted: journal.halts(),
      notices: [
        ...notices.list(),
        ...damageNotice(db.damage()),
        ...badRowsNotice(db.badRows()),
        ...fullDiskNotice(db.isFull()),
      ],
    }
  }
  // Reading it can fail on a bad disk; that must never look like a failure of what is being told about.
  internal.on('status.changed', () => {
    try {
      page.emit('app.changed', status())
    } catch (error) {
      logger.error('status-not-told', { error })
    }
  })
  return status
}
