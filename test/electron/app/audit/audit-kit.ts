// An audit log over a database of its own, and a key service that signs with a key of the test's.

import { execFile } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { redactFields } from '../../../../electron/adapters/logger.ts'
import type { Database } from '../../../../electron/adapters/sqlite/database.ts'
import { createAuditStore } from '../../../../electron/adapters/sqlite/stores/audit-store.ts'
import type { AuditStore } from '../../../../electron/ports/stores.ts'
import type { Logger } from '../../../../electron/ports/system.ts'
import { type AuditLog, createAuditLog } from '../../../../electron/services/audit/audit-log.ts'
import type { AuditOpened, AuditSigner } from '../../../../electron/services/audit/audit-seal.ts'
import { createNotices, type Notices } from '../../../../electron/services/common/notices.ts'
import { writeNamed } from '../../../../electron/vault/backup/named-file.ts'
import { type AppClock, makeAppClock } from '../../../support/app-clock.ts'
import { openTestDatabase } from '../../../support/profile/journal.ts'

/** A key service whose keychain remembers, as the real one does beyond the life of one process. */
export interface TestKeyService extends AuditSigner {
  opened(): AuditOpened
  remembered: AuditOpened['anchor']
  /** What is thrown instead of an answer. */
  failure: Error | null
}

/** A key service with a key of its own. */
export function makeKeyService(): TestKeyService {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const signerKey = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
  const keyService: TestKeyService = {
    failure: null,
    remembered: { auditSeq: 0, auditHash: '', minEpoch: 0 },
    opened: () => ({ anchor: keyService.remembered, keychain: 'ok', signerKey }),
    sign: async (message) => {
      if (keyService.failure !== null) throw keyService.failure
      return sign(null, message, privateKey)
    },
    anchor: async (auditSeq, auditHash) => {
      if (keyService.failure !== null) throw keyService.failure
      keyService.remembered = { auditSeq, auditHash, minEpoch: 0 }
    },
  }
  return keyService
}

export interface AuditStage {
  db: Database
  store: AuditStore
  log: AuditLog
  clock: AppClock
  notices: Notices
  /** Lines of the log file. */
  lines: [event: string, fields: unknown][]
  /** How often entries were told of. */
  news: { count: number }
  /** Opens the log of the same database again, as the next start does. */
  reopen(): AuditLog
}

/** An empty log. */
export function openAudit(): AuditStage {
  const db = openTestDatabase()
  const store = createAuditStore(db)
  const clock = makeAppClock()
  const notices = createNotices(() => {})
  const lines: AuditStage['lines'] = []
  const news = { count: 0 }
  const tell = (event: string, fields: unknown) => void lines.push([event, fields])
  const logger: Logger = { info: tell, warn: tell, error: tell }
  const reopen = () =>
    createAuditLog({
      store,
      clock,
      logger,
      notices,
      redact: redactFields,
      writeNewFile: writeNamed,
      changed: () => {
        news.count += 1
      },
    })
  return { db, store, log: reopen(), clock, notices, lines, news, reopen }
}

const MARKETS = ['PEAQ/USDT', 'MOVE/USDT', 'NIL/USDT']

/** Appends `count` entries such as a day of use leaves, half a second apart. */
export function fill({ log, clock }: Pick<AuditStage, 'log' | 'clock'>, count: number): void {
  for (let at = 0; at < count; at++) {
    clock.advance(500)
    const detail = { account: `account-${at % 3}`, market: MARKETS[at % 3] ?? '', amount: `${at}.5`, attempt: at }
    if (at % 5 === 0)
      log.append({ kind: 'rule', event: 'rules-saved', detail: { project: '0.05', warn: at % 2 === 0 } })
    else log.append({ kind: 'order', event: 'order-recorded', subject: `order-${at}`, detail })
  }
}

const VERIFIER = fileURLToPath(new URL('../../../../scripts/verify-audit.ts', import.meta.url))

/** Runs the stand-alone verifier in a process of its own. */
export function runVerifier(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [VERIFIER, ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: `${stdout}${stderr}`.trim() })
    })
  })
}
