// Opens the life of keys: added, checked, replaced, given up. It stands above the orders, since those of an account decide
// what may be done with its key.

import { randomUUID } from 'node:crypto'
import type { AccountServices } from '../ipc/handlers/accounts.ts'
import type { ConfirmCommand } from '../ports/accounts.ts'
import type { OrderJournal } from '../ports/stores.ts'
import { createAccountKeys } from '../services/accounts/account-keys.ts'
import { remindOfKeys } from '../services/accounts/key-reminders.ts'
import type { AuditLog } from '../services/audit/audit-log.ts'
import type { OrderMonitor } from '../services/orders/order-monitor.ts'
import type { AccountsArea } from './open-accounts.ts'
import type { Core } from './open-core.ts'
import { unfinishedOf } from './open-status.ts'
import type { VaultArea } from './open-vault.ts'

export interface KeyArea {
  operations: Pick<AccountServices, 'keys'>
  /** Finishes what a crash cut off, and looks after the age of keys. @throws AppError for a profile that cannot be read */
  start(): void
}

export interface KeyAreaParts {
  core: Core
  audit: AuditLog
  journal: Pick<OrderJournal, 'hasAny' | 'withStatus'>
  vault: VaultArea
  accounts: AccountsArea
  monitor: Pick<OrderMonitor, 'halt' | 'cancelAll'>
  confirm: ConfirmCommand | null
}

/** Opens it. */
export function openKeys({ core, audit, journal, vault, accounts, monitor, confirm }: KeyAreaParts): KeyArea {
  const { clock, internal, hostOf } = core
  const { store, uses, same, changed, told, remind, checks } = accounts
  const keys = createAccountKeys({
    ...{ store, uses, same, clock, confirm, hostOf, changed, told, remind },
    records: vault.store,
    keyService: vault.keyService,
    isUnlocked: vault.vault.isOpen,
    audit: audit.append,
    newId: randomUUID,
    list: accounts.accounts.list,
    halt: async (accountId) => void (await monitor.halt(accountId, true)),
    cancelAll: async (accountId) => {
      if (journal.hasAny(accountId)) await monitor.cancelAll(accountId)
    },
    hasOrders: (accountId) => unfinishedOf(journal).some((order) => order.accountId === accountId),
  })
  // After the orders have begun to look for late ones: theirs are the first questions to an exchange.
  internal.on('vault.opened', checks.checkWaiting)
  return {
    operations: { keys },
    start: () => {
      keys.sweep()
      // On a full disk the next turn cannot be planned: then it is tried by the minute, and at each start.
      core.atStart('key-reminders', () => remindOfKeys(core.schedule, clock, () => keys.sweep()))
    },
  }
}
