// The audit log: appends chained entries, and is told when the vault opens and closes, since only then can it sign.

import type { AuditEntry } from '../../shared/audit.ts'
import type { Clock } from '../ports.ts'
import type { AuditRow, AuditStore } from '../store-ports.ts'
import type { Keeper, Opened } from '../vault-ports.ts'
import { canonicalDetail, entryHash, NO_HASH, type Redact, shortText } from './audit-entry.ts'
import type { Audit, AuditService } from './vault-services.ts'

/** What the log needs of the process that holds the keys. */
export type AuditKeeper = Pick<Keeper, 'sign' | 'anchor'>

export interface AuditLog extends AuditService {
  append: Audit
  /** Compares the log with what the keychain remembers of it, and signs its end. Never throws. */
  onUnlocked(opened: Pick<Opened, 'anchor' | 'signerKey'>, keeper: AuditKeeper): Promise<void>
  /** Signs the end of the log and has the keychain remember it. To be called while `keeper` still answers. Never throws. */
  beforeLock(keeper: AuditKeeper): Promise<void>
}

export interface AuditParts {
  store: AuditStore
  clock: Clock
  redact: Redact
}

/** Builds the log over its rows. */
export function createAuditLog({ store, clock, redact }: AuditParts): Pick<AuditLog, 'append' | 'list'> {
  const append: Audit = ({ kind, event, subject = null, detail = {} }) => {
    // The end is read each time and not remembered: a transaction that was rolled back takes its entries with it.
    const last = store.last()
    const previous = last?.hash ?? NO_HASH
    const entry = {
      seq: (last?.seq ?? 0) + 1,
      at: new Date(clock.now()).toISOString(),
      kind,
      event,
      subject: subject === null ? null : shortText(subject),
      detail: canonicalDetail(detail, redact),
    }
    store.insert({ ...entry, previous, hash: entryHash(entry, previous) })
  }
  return {
    append,
    list: ({ limit = 100, ...filter }) => store.find({ ...filter, limit }).map(toEntry),
  }
}

function toEntry({ seq, at, kind, event, subject, detail }: AuditRow): AuditEntry {
  return { seq, at, kind: kind as AuditEntry['kind'], event, subject, detail: JSON.parse(detail) }
}
