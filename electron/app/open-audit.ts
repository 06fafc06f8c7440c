// Opens the audit log over its rows. Every other area writes into it.

import { redactFields } from '../adapters/logger.ts'
import { createAuditStore } from '../adapters/sqlite/stores/audit-store.ts'
import type { AuditStore } from '../ports/stores.ts'
import { type AuditLog, createAuditLog } from '../services/audit/audit-log.ts'
import { writeNamed } from '../vault/backup/named-file.ts'
import type { Core } from './open-core.ts'

export interface AuditArea {
  log: AuditLog
  store: AuditStore
}

/** Opens it. */
export function openAudit({ db, clock, logger, notices, unfinished, page }: Core): AuditArea {
  const store = createAuditStore(db)
  const log = createAuditLog({
    store,
    clock,
    logger,
    notices,
    redact: redactFields,
    writeNewFile: (path, parts) => unfinished.during(path, () => writeNamed(path, parts)),
    changed: () => page.emit('audit.changed', null),
  })
  return { log, store }
}
