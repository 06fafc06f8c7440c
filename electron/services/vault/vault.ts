// The vault as the door sees it: its operations one after the other, what is durable before what, and who is told.

import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { createMutex } from '../../../shared/serial-queue.ts'
import type { LockReason, VaultStatus } from '../../../shared/vault.ts'
import type { VaultService } from '../../ports/operations.ts'
import type { Opened } from '../../ports/vault.ts'
import { createAutoLock } from './auto-lock.ts'
import { adoptVault } from './vault-adopting.ts'
import { createVaultCommits } from './vault-commits.ts'
import type { VaultParts } from './vault-parts.ts'
import { createVaultState } from './vault-state.ts'
import { createTries } from './vault-tries.ts'
import { createVaultUpkeep } from './vault-upkeep.ts'

export interface Vault extends VaultService {
  isOpen(): boolean
  /** An operation came through the door. One that a hand has caused begins the time until the idle lock anew. */
  touch(operation: unknown): void
  /** The key service's process has ended by itself. */
  processEnded(): void
  /** Runs `work` on the open vault, in turn with its other operations. @throws AppError `NO_VAULT`, `VAULT_LOCKED` */
  whileOpen<T>(work: () => Promise<T>): Promise<T>
  /**
   * Has `work` take over the vault of a backup. Its `commit` makes the header durable with the transaction that it is
   * called in. Until then the log of this vault signs nothing.
   */
  adopt(work: (commit: (header: Uint8Array) => void) => Promise<Opened>): Promise<void>
  /** The public half of this vault's signing key, once it was open. */
  signerKey(): Uint8Array | null
  /** Resolves when nothing runs in the background any more. */
  close(): Promise<void>
}

/** A lock is answered by then, milliseconds: the vault takes nothing more, and what must end ends behind the answer. */
const LOCK_ANSWER_MS = 150

/** Builds the service; the vault is locked, and nothing is started. */
export function createVault(parts: VaultParts): Vault {
  const { keyService, store, audit, hooks, clock, scheduler, newId } = parts
  const turns = createMutex()
  const tries = createTries(store, clock, audit)
  const watch = createAutoLock(clock, scheduler, parts.idleMinutes)
  const state = createVaultState(parts, tries, watch.stop)
  const { status, tell, note, keychainSaid } = state
  let locking: Promise<void> | null = null
  const commits = createVaultCommits(parts)
  const { bothHold, commitWith } = commits
  /** An operation on the open vault. */
  const change = (work: () => Promise<void>): Promise<VaultStatus> =>
    turns.run(async () => {
      if (!state.isOpen()) throw new AppError('VAULT_LOCKED', reason('VAULT_LOCKED'))
      await work()
      return tell()
    })
  const upkeep = createVaultUpkeep(parts, state, commits, change)
  const { rotateWrappingKey, reseal } = upkeep
  const lockOnce = (reason: LockReason): Promise<void> => {
    locking ??= state.lock(reason).finally(() => {
      locking = null
    })
    return locking
  }
  const takeOpened = async (opened: Opened, locksBefore: number) => {
    state.open(opened, locksBefore)
    bothHold(opened.header)
    if (opened.keychain === 'mismatch') note({ kind: 'vault', event: 'keychain-mismatch' })
    await hooks.opened(opened, keyService)
    if (opened.via === 'keychain') await upkeep.finishRotation()
    watch.start((reason) => void lockOnce(reason).then(tell))
    reseal()
  }

  return {
    status: async () => status(),
    create: ({ passphrase }) =>
      turns.run(async () => {
        // Also where no header can be read: what is there is damaged, not absent, and is never written over.
        if (store.headers().length > 0) throw new AppError('VAULT_EXISTS', reason('VAULT_EXISTS'))
        const locksBefore = state.locks()
        // A creation that was cut off has left its keychain item under this id, which is then written over.
        const vaultId = store.pendingVaultId() ?? newId()
        store.savePendingVaultId(vaultId)
        const commit = commitWith(() => audit({ kind: 'vault', event: 'vault-created' }))
        const input = { vaultId, passphrase: passphrase ?? null, at: clock.now() }
        await takeOpened(await keyService.create(input, commit), locksBefore)
        return tell()
      }),
    unlock: ({ passphrase = null, identity = null }) =>
      turns.run(async () => {
        await locking
        if (state.isOpen()) return status()
        const headers = store.headers()
        if (headers.length === 0) throw new AppError('NO_VAULT', reason('VAULT_NONE'))
        const locksBefore = state.locks()
        const attempt = () => keyService.unlock({ headers, passphrase, identity })
        try {
          const byKeychain = passphrase === null && identity === null
          const opened = await (byKeychain ? attempt() : tries.run(attempt))
          note({ kind: 'vault', event: 'vault-unlocked', detail: { via: opened.via } })
          await takeOpened(opened, locksBefore)
        } catch (error) {
          keychainSaid(error)
          throw error
        }
        return tell()
      }),
    lock: async (reason) => {
      const answered = new AbortController()
      const soon = clock.sleep(LOCK_ANSWER_MS, answered.signal).catch(() => {})
      await Promise.race([lockOnce(reason), soon])
      answered.abort()
      return tell()
    },
    setPassphrase: ({ passphrase }) =>
      change(() => {
        const event = passphrase === null ? 'passphrase-removed' : 'passphrase-set'
        return keyService.setPassphrase(
          passphrase,
          clock.now(),
          commitWith(() => audit({ kind: 'vault', event })),
        )
      }),
    rotate: ({ what = 'wrapping-key' }) =>
      change(async () => {
        if (what === 'wrapping-key') return rotateWrappingKey()
        await keyService.rotateDataKey(
          clock.now(),
          commitWith(() => audit({ kind: 'vault', event: 'data-key-rotated' })),
        )
        reseal()
      }),
    writeRecoveryKit: ({ path }) =>
      change(() =>
        keyService.writeRecoveryKit(
          path,
          clock.now(),
          commitWith(() => audit({ kind: 'vault', event: 'recovery-kit-written' })),
        ),
      ),
    isOpen: state.isOpen,
    touch: watch.touch,
    processEnded: state.processEnded,
    whileOpen: (work) =>
      turns.run(async () => {
        if (store.headers().length === 0) throw new AppError('NO_VAULT', reason('VAULT_NONE'))
        if (!state.isOpen()) throw new AppError('VAULT_LOCKED', reason('VAULT_LOCKED'))
        return work()
      }),
    adopt: (work) => turns.run(() => adoptVault(parts, state, takeOpened, work)),
    signerKey: () => state.last()?.signerKey ?? null,
    close: async () => {
      await lockOnce('closing')
      await upkeep.idle()
      await turns.idle()
    },
  }
}
