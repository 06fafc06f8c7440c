// The audit log: appends chained entries, and is told when the vault opens and closes, since only then can it sign.

import type { AuditEntry } from '../../../shared/audit.ts'
import { PAGE_SIZE } from '../../../shared/page.ts'
import { createMutex } from '../../../shared/serial-queue.ts'
import type { Audit, AuditEvent, AuditService } from '../../ports/operations.ts'
import type { AuditFilter, AuditStore } from '../../ports/stores.ts'
import type { Clock, Logger } from '../../ports/system.ts'
import type { Notices } from '../common/notices.ts'
import { createAuditAlerts } from './audit-alerts.ts'
import { canonicalDetail, cleanSubject, entryHash, NO_HASH, type Redact, toEntry } from './audit-entry.ts'
import { exportLog, type WriteNewFile } from './audit-export.ts'
import type { Anomaly } from './audit-rules.ts'
import { type AuditOpened, type AuditSigner, createAuditSeal } from './audit-seal.ts'
import { searchLog } from './audit-search.ts'
import { verifyLog } from './audit-verify.ts'

export interface AuditLog extends AuditService {
  append: Audit
  /** As `append`, for what happened or was refused in any case: a disk that takes no entry is told in the log file. */
  note: Audit
  /** Walks the whole log in the background, once; what it finds becomes an alert. */
  verifySoon(): void
  /** Compares the log with what the keychain remembers of it, and signs its end. Never throws. */
  onUnlocked(opened: AuditOpened, keyService: AuditSigner): Promise<void>
  /** Signs the end of the log and has the keychain remember it. To be called while the key service still answers. Never throws. */
  beforeLock(): Promise<void>
  /** Gives up the walks that are under way, and later ones; they answer `CLOSED`. */
  endWalks(): void
  /** Resolves when nothing is being signed or walked any more. */
  idle(): Promise<void>
}

export interface AuditParts {
  store: AuditStore
  clock: Clock
  logger: Logger
  notices: Notices
  redact: Redact
  writeNewFile: WriteNewFile
  /** Told after entries were written. Must not throw. */
  changed: () => void
}

type Alert = Anomaly & { kind: 'alert' }

/** Builds the log over its rows. */
export function createAuditLog(parts: AuditParts): AuditLog {
  const { store, clock, logger, notices, redact, writeNewFile, changed } = parts
  const seal = createAuditSeal(store, logger)
  const isUnlocked = () => seal.trusted() !== null
  const alerts = createAuditAlerts(store, notices, isUnlocked, (anomaly) => {
    insert({ kind: 'alert', ...anomaly })
    tell()
  })
  const walks = createMutex()
  let isTelling = false
  let walkedWith: string | null = null
  let isEnded = false

  // After what is being written now: a transaction may still take its entries back, and many entries are one news.
  const tell = () => {
    if (isTelling) return
    isTelling = true
    queueMicrotask(() => {
      isTelling = false
      changed()
    })
  }

  const insert = ({ kind, event, subject = null, detail = {} }: AuditEvent | Alert): AuditEntry => {
    // The end is read each time and not remembered: a transaction that was rolled back takes its entries with it.
    const last = store.last()
    const previous = last?.hash ?? NO_HASH
    const entry = {
      seq: (last?.seq ?? 0) + 1,
      at: new Date(clock.now()).toISOString(),
      kind,
      event,
      subject: cleanSubject(subject, redact),
      detail: canonicalDetail(detail, redact),
    }
    store.insert({ ...entry, previous, hash: entryHash(entry, previous) })
    return toEntry(entry)
  }
  const append: Audit = (entry) => {
    const written = insert(entry)
    alerts.observe(written)
    seal.noteEntry(written.seq)
    tell()
  }

  const find = async (filter: AuditFilter) =>
    filter.search === undefined ? store.find(filter) : searchLog(store, filter)
  const verify = async () => {
    const verification = await verifyLog(store, seal.trusted(), () => isEnded)
    alerts.unsound(verification)
    return verification.report
  }
  const verifySoon = () => {
    walks.run(verify).catch((error: unknown) => {
      if (!isEnded) logger.error('audit-not-verified', { error })
    })
  }

  return {
    append,
    note: (entry) => {
      try {
        append(entry)
      } catch (error) {
        logger.error('audit-entry-lost', { event: entry.event, error })
      }
    },
    verifySoon,
    endWalks: () => {
      isEnded = true
    },
    onUnlocked: async (opened, keyService) => {
      try {
        const lost = seal.open(opened, keyService)
        if (lost !== null) alerts.anchorLost(lost.auditSeq, store.last()?.seq ?? 0)
      } catch (error) {
        logger.error('audit-not-compared', { error })
      }
      await seal.now()
      // Nobody else can write while the profile is open, so what was walked with this vault's key once is still sound.
      const signer = Buffer.from(opened.signerKey).toString('hex')
      if (signer !== walkedWith) verifySoon()
      walkedWith = signer
    },
    beforeLock: () => seal.shut(),
    idle: async () => {
      await walks.idle()
      await seal.idle()
    },
    list: async ({ limit = PAGE_SIZE, ...filter }) => (await find({ ...filter, limit })).map(toEntry),
    page: async ({ limit = PAGE_SIZE, ...filter }) => {
      const found = await find({ ...filter, limit: limit + 1 })
      const items = found.slice(0, limit).map(toEntry)
      return { items, next: found.length > limit ? (items.at(-1)?.seq ?? null) : null }
    },
    verify,
    export: async ({ path }) => {
      await seal.now()
      const entries = await exportLog(store, seal.trusted()?.signer ?? null, path, writeNewFile)
      append({ kind: 'app', event: 'log-exported', detail: { entries } })
      return { path, entries }
    },
  }
}
