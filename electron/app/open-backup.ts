// Opens backups: the copies of the database, the folder that they lie in meanwhile, and the vault that signs them.

import { openBackupFolder } from '../adapters/backup-folder.ts'
import { createProfileCopies, createSnapshots } from '../adapters/sqlite/restore.ts'
import type { VaultServices } from '../ipc/handlers/vault.ts'
import { type Backups, createBackup } from '../services/vault/backup.ts'
import type { AuditArea } from './open-audit.ts'
import type { Core } from './open-core.ts'
import type { OrderArea } from './open-orders.ts'
import type { PracticeArea } from './open-practice.ts'
import type { VaultArea } from './open-vault.ts'
import { VERSION } from './parts/version.ts'

export interface BackupArea {
  operations: Pick<VaultServices, 'backup'>
  idle: Backups['idle']
}

export interface BackupAreaParts {
  core: Core
  audit: AuditArea
  vault: VaultArea
  practice: PracticeArea
  orders: OrderArea
}

/**
 * Opens it. A restore changes rows under every other area, so it stands above all of them and has those read anew that keep
 * something; what an exchange told of an account stays until it is asked again.
 */
export function openBackup({ core, audit, vault: area, practice, orders }: BackupAreaParts): BackupArea {
  const { page, internal, logger } = core
  const { vault, keyService, store } = area
  const reload = () => {
    practice.reload()
    orders.executor.recover()
    orders.monitor.wake()
    for (const event of ['coins.changed', 'portfolio.changed', 'audit.changed'] as const) page.emit(event, null)
    internal.emit('accounts.changed', null)
    internal.emit('openings.changed', null)
    internal.emit('profile.restored', null)
    core.tellStatus()
  }
  const backup = createBackup({
    keyService,
    vault: {
      whileOpen: vault.whileOpen,
      adopt: vault.adopt,
      // Before it was open the first time, the last checkpoint of the log knows whose vault it is.
      signerKey: () => vault.signerKey() ?? audit.store.lastCheckpoint()?.signer ?? null,
      headers: store.headers,
    },
    copies: createProfileCopies(core.db),
    snapshots: createSnapshots(core.wholeFile),
    progress: (progress) => page.emit('backup.progress', progress),
    folder: openBackupFolder(core.dataDir),
    whileNothingIsSent: orders.queue.alone,
    restored: () => {
      try {
        reload()
      } catch (error) {
        // The rows are there; what could not be read from them now is read at the next start.
        logger.error('restored-not-told', { error })
      }
    },
    audit: audit.log.append,
    note: audit.log.note,
    clock: core.clock,
    version: VERSION,
  })
  return { operations: { backup }, idle: backup.idle }
}
