// Puts backups together: the copies of the database, the folder that they lie in meanwhile, and the vault that signs them.

import { openBackupFolder } from '../adapters/backup-folder.ts'
import type { Database } from '../adapters/sqlite/database.ts'
import { createProfileCopies } from '../adapters/sqlite/restore.ts'
import type { AuditStore } from '../ports/stores.ts'
import type { Clock, Logger } from '../ports/system.ts'
import type { AuditLog } from '../services/audit/audit-log.ts'
import type { Lanes } from '../services/common/lanes.ts'
import { type Backups, createBackup } from '../services/vault/backup.ts'
import type { VaultRoom } from './vault-room.ts'
import { VERSION } from './version.ts'

export interface BackupRoomParts {
  db: Database
  dataDir: string
  room: VaultRoom
  audit: AuditLog
  auditStore: AuditStore
  lanes: Lanes
  clock: Clock
  logger: Logger
  /** Reads anew whatever was read from the rows of the profile, and tells every window. */
  restored: () => void
}

/** Builds the service. */
export function openBackupRoom(parts: BackupRoomParts): Backups {
  const { db, dataDir, room, audit, auditStore, lanes, clock, logger } = parts
  const { vault, keeper, store } = room
  return createBackup({
    keeper,
    vault: {
      whileOpen: vault.whileOpen,
      adopt: vault.adopt,
      // Before it was open the first time, the last checkpoint of the log knows whose vault it is.
      signerKey: () => vault.signerKey() ?? auditStore.lastCheckpoint()?.signer ?? null,
      headers: store.headers,
    },
    copies: createProfileCopies(db),
    folder: openBackupFolder(dataDir),
    whileNothingIsSent: lanes.alone,
    restored: () => {
      try {
        parts.restored()
      } catch (error) {
        // The rows are there; what could not be read from them now is read at the next start.
        logger.error('restored-not-told', { error })
      }
    },
    audit: audit.append,
    note: audit.note,
    clock,
    version: VERSION,
  })
}
