// Backups: what is checked before a file is written, and the way back, in which everything is checked before anything is
// replaced. docs/backups.md tells the whole of it.

import type { Input } from '../../../shared/contract/contract.ts'
import { PASSPHRASE_MIN_LENGTH, passphraseStrength } from '../../../shared/passphrase.ts'
import type { Rules } from '../../../shared/portfolio.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { createMutex } from '../../../shared/serial-queue.ts'
import type { BackupProgress, BackupReport } from '../../../shared/vault.ts'
import type { Audit, BackupService } from '../../ports/operations.ts'
import type { ProfileCopies, Snapshots } from '../../ports/stores.ts'
import type { BackupFolder, Clock } from '../../ports/system.ts'
import type { KeyService, Opened, RestoredVault } from '../../ports/vault.ts'
import { withProgress } from './backup-progress.ts'

/** What a backup needs of the open vault. Its operations and these come one after the other. */
export interface BackedUpVault {
  /** @throws AppError `NO_VAULT`, `VAULT_LOCKED` */
  whileOpen<T>(work: () => Promise<T>): Promise<T>
  /**
   * Has `work` take over another vault. `commit` makes its header durable with the caller's transaction, and the audit
   * log signs nothing until the new vault is open, or the old one goes on.
   */
  adopt(work: (commit: (header: Uint8Array) => void) => Promise<Opened>): Promise<void>
  /** The public half of this vault's signing key, if it is known here. */
  signerKey(): Uint8Array | null
  /** As they lie in the profile. */
  headers(): Uint8Array[]
}

export interface BackupParts {
  keyService: Pick<KeyService, 'writeBackup' | 'readBackup' | 'adopt'>
  vault: BackedUpVault
  copies: ProfileCopies
  snapshots: Snapshots
  folder: BackupFolder
  /** Runs while nothing is being sent, and lets nothing be sent meanwhile. */
  whileNothingIsSent<T>(work: () => Promise<T>): Promise<T>
  /** The rows of the profile are others: whatever was read from them before is to be read again. Never throws. */
  restored(): void
  audit: Audit
  /** How far the backup has come that is being written. Must not throw. */
  progress(progress: BackupProgress): void
  /** As `audit`, for what has failed already. */
  note: Audit
  clock: Clock
  version: string
}

export interface Backups extends BackupService {
  /** Resolves when nothing is being written or restored. */
  idle(): Promise<void>
}

const SNAPSHOT = 'profile.sqlite'

/** Builds the service. One backup or restore at a time; the next one waits. */
export function createBackup(parts: BackupParts): Backups {
  const { keyService, vault, copies, snapshots, folder, audit, note, clock, version } = parts
  const turns = createMutex()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => turns.run(() => work().finally(folder.sweep))
  const told = { clock, folder, told: parts.progress }
  const timestamp = () => new Date(clock.now()).toISOString()

  const write = async (input: Input<'backup.export'>): Promise<BackupReport> => {
    const lock = oneLock(input)
    folder.assertNew(input.path)
    return vault.whileOpen(async () => {
      // The master key is about to be used: that is on the disk before it is, and in the backup too.
      audit({
        kind: 'backup',
        event: 'backup-begun',
        detail: { lock: lock.recipient === null ? 'passphrase' : 'recipient' },
      })
      const snapshot = folder.emptyFile(SNAPSHOT)
      const createdAt = timestamp()
      let size = 0
      // Between the writing down of an order and that of its attempt a copy would not know that it is about to leave.
      const counts = await withProgress(told, { path: snapshot, before: 0, total: () => 2 * size }, () =>
        snapshots.write(snapshot, parts.whileNothingIsSent, (bytes) => {
          size = bytes
        }),
      )
      const facts = { createdAt, version, ...counts }
      const before = folder.written(snapshot)
      const { bytes } = await withProgress(told, { path: input.path, before, total: () => 2 * before }, () =>
        keyService.writeBackup({ snapshot, path: input.path, ...lock, facts }),
      )
      note({
        kind: 'backup',
        event: 'backup-written',
        detail: { bytes, orders: counts.orders, accounts: counts.accounts },
      })
      return { path: input.path, createdAt, bytes, counts, signedBy: 'this-vault', limitsChanged: null }
    })
  }

  const restore = async (input: Input<'backup.import'>): Promise<BackupReport> => {
    const { path, identity = null, passphrase = null, acceptAnotherVault = false } = input
    const bytes = folder.sizeOf(path)
    let report: BackupReport | null = null
    await vault.adopt(async (commit) => {
      const snapshot = folder.newFile(SNAPSHOT)
      const read = await keyService.readBackup({ path, snapshot, identity, passphrase })
      const counts = copies.prepare(snapshot)
      const known = vault.signerKey()
      const sameVault = isSame(read.signerKey, known)
      const limitsChanged = copies.limitsChanged(snapshot)
      // Where there is no vault yet, there is nobody's word to hold the signature against: a new machine begins like this.
      if (known !== null && !sameVault && !acceptAnotherVault) throw anotherVault(counts, limitsChanged)
      report = {
        path,
        createdAt: createdAtOf(read),
        bytes,
        counts,
        signedBy: sameVault ? 'this-vault' : 'another-vault',
        limitsChanged,
      }
      return parts.whileNothingIsSent(async () => {
        assertNothingForgotten(copies.forgotten(snapshot))
        return adopt(read, passphrase, (header) => replace(snapshot, header, sameVault, commit))
      })
    })
    if (report === null) throw new Error('a vault was adopted without a backup')
    return report
  }

  // A passphrase is for the file. It becomes the vault's own where the vault would have no other way in.
  const adopt = async (read: RestoredVault, passphrase: string | null, commit: (header: Uint8Array) => void) => {
    const take = (way: string | null) =>
      keyService.adopt(read, vault.headers(), way, clock.now(), async (header) => commit(header))
    try {
      return await take(null)
    } catch (error) {
      if (passphrase === null || !(error instanceof AppError && error.code === 'PASSPHRASE_NEEDED')) throw error
      return take(passphrase)
    }
  }

  // No pause between the copy and the transaction: what is written in between would be in neither.
  const replace = (snapshot: string, header: Uint8Array, sameVault: boolean, commit: (header: Uint8Array) => void) => {
    const before = copies.counts()
    const kept = folder.keepCopy(timestamp(), copies.write)
    try {
      copies.replace(snapshot, sameVault, ({ logGoesOn, doubted }) => {
        commit(header)
        audit({
          kind: 'backup',
          event: 'backup-restored',
          detail: { sameVault, logGoesOn, ordersBefore: before.orders, entriesBefore: before.auditEntries },
        })
        for (const subject of doubted) {
          audit({ kind: 'order', event: 'order-changed', subject, detail: { from: 'recorded', status: 'unknown' } })
        }
      })
    } catch (error) {
      folder.dropCopy(kept)
      throw error
    }
    parts.restored()
  }

  const failing = (event: 'backup-failed' | 'restore-failed') => (error: unknown) => {
    note({ kind: 'backup', event, detail: { code: error instanceof AppError ? error.code : 'INTERNAL' } })
    throw error
  }
  return {
    export: (input) => inTurn(() => write(input).catch(failing('backup-failed'))),
    idle: turns.idle,
    import: (input) => inTurn(() => restore(input).catch(failing('restore-failed'))),
  }
}

// Exactly one: age knows no file that opens by a passphrase or a key.
function oneLock(input: Input<'backup.export'>): { recipient: string | null; passphrase: string | null } {
  const recipient = input.recipient ?? null
  const passphrase = input.passphrase ?? null
  if (recipient === null && passphrase === null) {
    throw new AppError('PASSPHRASE_NEEDED', reason('BACKUP_NEEDS_LOCK'))
  }
  if (recipient !== null && passphrase !== null) {
    throw new AppError('BAD_INPUT', reason('BACKUP_ONE_LOCK'))
  }
  if (passphrase !== null && passphraseStrength(passphrase) === 'too-weak') {
    throw new AppError('WEAK_PASSPHRASE', reason('PASSPHRASE_WEAK', { least: PASSPHRASE_MIN_LENGTH }))
  }
  return { recipient, passphrase }
}

function anotherVault(
  { orders, accounts }: BackupReport['counts'],
  limitsChanged: BackupReport['limitsChanged'],
): AppError {
  const limits = limitsChanged === null ? null : reason('BACKUP_CHANGES_LIMITS', limitsOf(limitsChanged))
  return new AppError('ANOTHER_VAULT', reason('BACKUP_OF_OTHER_VAULT', { accounts, orders, limits }))
}

function limitsOf({ before, after }: NonNullable<BackupReport['limitsChanged']>) {
  const told = ({ project, earlyStage }: Rules) =>
    reason('LIMITS', {
      ...{ project: project.limit, projectLevel: project.level },
      ...{ early: earlyStage.limit, earlyLevel: earlyStage.level, basis: earlyStage.basis },
    })
  return { before: told(before), after: told(after) }
}

function isSame(a: Uint8Array, b: Uint8Array | null): boolean {
  return b !== null && Buffer.compare(a, b) === 0
}

// Signed, but by whom is for the trader to judge: a text that is no time is told as the beginning of all times.
function createdAtOf({ facts }: RestoredVault): string {
  const at = typeof facts['createdAt'] === 'string' ? Date.parse(facts['createdAt']) : Number.NaN
  return new Date(Number.isNaN(at) ? 0 : at).toISOString()
}

function assertNothingForgotten(orders: number): void {
  if (orders === 0) return
  throw new AppError('UNKNOWN_ORDER_FIRST', reason('ORDERS_WOULD_BE_FORGOTTEN', { orders }))
}
