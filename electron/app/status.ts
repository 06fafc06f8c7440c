// What the app says of itself: how each exchange answers, which orders are in doubt, what is halted, and its notices.

import type { AppStatus } from '../../shared/app.ts'
import type { Order } from '../../shared/order.ts'
import { isInDoubt, isLive } from '../../shared/order-states.ts'
import type { OrderJournal } from '../ports/stores.ts'
import type { Accounts } from '../services/accounts/accounts.ts'
import type { OrderKeeper } from '../services/orders/order-keeper.ts'
import { accountStates } from './venue-desks.ts'
import { VERSION } from './version.ts'

interface Parts {
  shell: AppStatus['shell']
  now: () => string
  monotonic: () => number
  accounts: Accounts
  journal: Pick<OrderJournal, 'withStatus' | 'halts'>
  keeper: Pick<OrderKeeper, 'nextLookAt'>
  notices: () => AppStatus['notices']
}

/** The orders that may still change, or of which nobody has said yet what became of them. */
export const unfinishedOf = (journal: Pick<OrderJournal, 'withStatus'>): Order[] =>
  journal
    .withStatus(['recorded', 'submitting', 'unknown', 'stuck', 'conflict', 'open', 'partially-filled'])
    .filter((order) => isInDoubt(order) || isLive(order.status))

/** Reads it anew. @throws AppError where the journal cannot be read */
export function readStatus({ shell, now, monotonic, accounts, journal, keeper, notices }: Parts): AppStatus {
  const next = keeper.nextLookAt()
  return {
    version: VERSION,
    shell,
    now: now(),
    monotonicMs: monotonic(),
    accounts: accountStates(accounts),
    nextLookAt: next === null ? null : new Date(next).toISOString(),
    unsettledOrders: unfinishedOf(journal).filter(isInDoubt).length,
    halted: journal.halts(),
    notices: notices(),
  }
}
