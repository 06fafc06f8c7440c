// Whether the vault is open, what is told of it, and what is written down when it is opened or locked.

import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { KeychainState, LockReason, VaultStatus } from '../../../shared/vault.ts'
import type { AuditEvent } from '../../ports/operations.ts'
import type { HeaderFacts, Opened } from '../../ports/vault.ts'
import type { VaultParts } from './vault-parts.ts'
import { vaultStatus } from './vault-status.ts'
import type { Tries } from './vault-tries.ts'

/** The hooks sign and remember; a keychain that hangs must not keep the vault from being locked. */
const HOOK_PATIENCE_MS = 3_000
/** The keychain's states behind the codes of its failures. */
const SAYS: Readonly<Record<string, KeychainState>> = {
  KEYCHAIN_LOCKED: 'locked',
  KEYCHAIN_UNREACHABLE: 'unreachable',
  KEYCHAIN_MISSING: 'absent',
  KEYCHAIN_MISMATCH: 'mismatch',
}

export interface VaultState {
  isOpen(): boolean
  /** As the vault was opened last; `null` before the first time. */
  last(): Opened | null
  /** Rises with each lock, so that what was begun before one does not open the vault after it. */
  locks(): number
  facts(): HeaderFacts | null
  status(): VaultStatus
  /** As `status`, and tells it. */
  tell(): VaultStatus
  /** The vault is open from now on. @throws AppError `VAULT_LOCKED` where it was locked since there were `locksBefore` */
  open(opened: Opened, locksBefore: number): void
  /** Takes in what a failure says of the keychain. */
  keychainSaid(error: unknown): void
  note(entry: AuditEvent): void
  lock(reason: LockReason): Promise<void>
  processEnded(): void
}

/** Builds it; the vault is locked. `stopWatch` is called first of all in each lock. */
export function createVaultState(parts: VaultParts, tries: Pick<Tries, 'retryAt'>, stopWatch: () => void): VaultState {
  const { keyService, store, readFacts, audit, hooks, clock, logger, changed } = parts
  let isOpen = false
  let last: Opened | null = null
  let keychain: KeychainState | null = null
  let lockedBy: LockReason | null = null
  let locks = 0

  const facts = (): HeaderFacts | null => {
    const all = store.headers().flatMap((header) => readFacts(header) ?? [])
    return all.reduce<HeaderFacts | null>((best, one) => (best && best.generation >= one.generation ? best : one), null)
  }
  const status = (): VaultStatus => {
    const known = facts()
    return vaultStatus({
      exists: known !== null || store.headers().length > 0,
      facts: known,
      isOpen,
      keychain,
      recordsBehind: store.countBehind(known?.epochs.at(-1)?.epoch ?? 0),
      lockedBy,
      retryAt: tries.retryAt(),
    })
  }
  const tell = (): VaultStatus => {
    const now = status()
    changed(now)
    return now
  }
  // What has happened has happened: an entry that cannot be written must not undo it, or keep a vault from being locked.
  const note = (entry: AuditEvent) => {
    try {
      audit(entry)
    } catch (error) {
      logger.error('audit-not-written', { error, event: entry.event })
    }
  }
  const keychainSaid = (error: unknown) => {
    const state = error instanceof AppError ? SAYS[error.code] : undefined
    if (state === undefined) return
    const isNews = state !== keychain
    keychain = state
    if (isNews && state === 'mismatch') note({ kind: 'vault', event: 'keychain-mismatch' })
    else if (isNews) note({ kind: 'vault', event: 'keychain-changed', detail: { state } })
    tell()
  }

  const lock = async (reason: LockReason): Promise<void> => {
    const wasOpen = isOpen
    locks += 1
    stopWatch()
    isOpen = false
    if (wasOpen) {
      lockedBy = reason
      note({ kind: 'vault', event: 'vault-locked', detail: { reason } })
      const waited = new AbortController()
      const patience = clock.sleep(HOOK_PATIENCE_MS, waited.signal).catch(() => {})
      await Promise.race([hooks.beforeLock(keyService), patience])
      waited.abort()
    }
    await keyService.lock()
  }

  return {
    ...{ facts, status, tell, note, keychainSaid, lock },
    isOpen: () => isOpen,
    last: () => last,
    locks: () => locks,
    open: (opened, locksBefore) => {
      keychain = opened.keychain
      if (locks !== locksBefore) throw new AppError('VAULT_LOCKED', reason('VAULT_LOCKED_AGAIN'))
      isOpen = true
      last = opened
      lockedBy = null
    },
    processEnded: () => {
      if (!isOpen) return
      isOpen = false
      locks += 1
      stopWatch()
      lockedBy = 'process-ended'
      note({ kind: 'vault', event: 'vault-locked', detail: { reason: lockedBy } })
      // Nobody is left to sign, but the log must know that it is on its own.
      void hooks.beforeLock(keyService)
      tell()
    },
  }
}
