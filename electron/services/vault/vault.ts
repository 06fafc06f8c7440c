// The vault as the door sees it: its operations one after the other, what is durable before what, and who is told.

import { AppError } from '../../../shared/result.ts'
import { createMutex } from '../../../shared/serial-queue.ts'
import type { KeychainState, LockReason, VaultStatus } from '../../../shared/vault.ts'
import type { Audit, AuditEvent, VaultService } from '../../ports/operations.ts'
import type { Clock, Logger, NewId } from '../../ports/system.ts'
import type { CommitHeader, HeaderFacts, Keeper, Opened, ReadFacts, VaultStore } from '../../ports/vault.ts'
import type { Scheduler } from '../common/scheduler.ts'
import { createResealer } from './vault-reseal.ts'
import { vaultStatus } from './vault-status.ts'
import { createTries } from './vault-tries.ts'
import { createVaultWatch } from './vault-watch.ts'

/** What others do while the keeper answers: after the vault was opened, and before it is locked. Neither throws. */
export interface VaultHooks {
  opened(opened: Opened, keeper: Keeper): Promise<void>
  beforeLock(keeper: Keeper): Promise<void>
}

export interface VaultParts {
  keeper: Keeper
  store: VaultStore
  readFacts: ReadFacts
  audit: Audit
  hooks: VaultHooks
  clock: Clock
  scheduler: Scheduler
  logger: Logger
  newId: NewId
  /** After so many minutes without use the vault is locked; `null` is never. */
  idleMinutes: () => number | null
  changed: (status: VaultStatus) => void
}

export interface Vault extends VaultService {
  isOpen(): boolean
  /** An operation came through the door. One that a hand has caused begins the time until the idle lock anew. */
  touch(operation: unknown): void
  /** The keeper's process has ended by itself. */
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

/** The hooks sign and remember; a keychain that hangs must not keep the vault from being locked. */
const HOOK_PATIENCE_MS = 3_000
/** A lock is answered by then, milliseconds: the vault takes nothing more, and what must end ends behind the answer. */
const LOCK_ANSWER_MS = 150

/** The keychain's states behind the codes of its failures. */
const SAYS: Readonly<Record<string, KeychainState>> = {
  KEYCHAIN_LOCKED: 'locked',
  KEYCHAIN_UNREACHABLE: 'unreachable',
  KEYCHAIN_MISSING: 'absent',
  KEYCHAIN_MISMATCH: 'mismatch',
}

/** Builds the service; the vault is locked, and nothing is started. */
export function createVault(parts: VaultParts): Vault {
  const { keeper, store, readFacts, audit, hooks, clock, logger, newId, changed } = parts
  const turns = createMutex()
  const tries = createTries(store, clock, audit)
  let isOpen = false
  let last: Opened | null = null
  let keychain: KeychainState | null = null
  let lockedBy: LockReason | null = null
  let locking: Promise<void> | null = null
  /** Rises with each lock, so that what was begun before one does not open the vault after it. */
  let locks = 0
  const resealing = createMutex()

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
  // What was taken away, an old passphrase above all, must not go on opening the vault by the other copy. Where there is no
  // room for it now, the next unlock does it.
  const bothHold = (header: Uint8Array) => {
    try {
      store.saveBothHeaders(header, readFacts(header)?.generation ?? 0)
    } catch (error) {
      logger.warn('header-not-copied', { error })
    }
  }
  const commitWith =
    (also: (facts: HeaderFacts) => void): CommitHeader =>
    async (header) => {
      const read = readFacts(header)
      if (read === null) throw new Error('the keeper sent no header')
      store.transaction(() => {
        store.saveHeader(header, read.generation)
        also(read)
      })
      bothHold(header)
    }
  /** An operation on the open vault. */
  const change = (work: () => Promise<void>): Promise<VaultStatus> =>
    turns.run(async () => {
      if (!isOpen) throw new AppError('VAULT_LOCKED', 'The vault is locked. Unlock it and try again.')
      await work()
      return tell()
    })
  const resealer = createResealer({
    keeper,
    store,
    clock,
    logger,
    audit,
    facts: () => (isOpen ? facts() : null),
    change: async (work, also) => void (await change(() => work(commitWith(also)))),
  })
  const reseal = () => {
    void resealing.run(resealer.run)
  }

  const rotateWrappingKey = () =>
    keeper.rotateWrappingKey(
      clock.now(),
      // Of its two commits the second one takes the old slot away.
      commitWith(({ keychainSlots }) => {
        if (keychainSlots === 1) audit({ kind: 'vault', event: 'wrapping-key-rotated' })
      }),
    )
  const finishRotation = async () => {
    if ((facts()?.keychainSlots ?? 0) < 2) return
    // The app ended in between; both slots work, and the old one must go.
    await rotateWrappingKey().catch((error: unknown) => logger.warn('rotation-not-finished', { error }))
  }
  const takeOpened = async (opened: Opened, locksBefore: number) => {
    keychain = opened.keychain
    if (locks !== locksBefore) throw new AppError('VAULT_LOCKED', 'The vault was locked again meanwhile.')
    isOpen = true
    last = opened
    bothHold(opened.header)
    lockedBy = null
    if (keychain === 'mismatch') note({ kind: 'vault', event: 'keychain-mismatch' })
    await hooks.opened(opened, keeper)
    if (opened.via === 'keychain') await finishRotation()
    watch.start()
    reseal()
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
    watch.stop()
    isOpen = false
    if (wasOpen) {
      lockedBy = reason
      note({ kind: 'vault', event: 'vault-locked', detail: { reason } })
      const waited = new AbortController()
      const patience = clock.sleep(HOOK_PATIENCE_MS, waited.signal).catch(() => {})
      await Promise.race([hooks.beforeLock(keeper), patience])
      waited.abort()
    }
    await keeper.lock()
  }
  const lockOnce = (reason: LockReason): Promise<void> => {
    locking ??= lock(reason).finally(() => {
      locking = null
    })
    return locking
  }
  const watch = createVaultWatch(
    clock,
    parts.scheduler,
    parts.idleMinutes,
    (reason) => void lockOnce(reason).then(tell),
  )

  return {
    status: async () => status(),
    create: ({ passphrase }) =>
      turns.run(async () => {
        // Also where no header can be read: what is there is damaged, not absent, and is never written over.
        if (store.headers().length > 0) throw new AppError('VAULT_EXISTS', 'There is a vault already. Unlock it.')
        const locksBefore = locks
        // A creation that was cut off has left its keychain item under this id, which is then written over.
        const vaultId = store.pendingVaultId() ?? newId()
        store.savePendingVaultId(vaultId)
        const commit = commitWith(() => audit({ kind: 'vault', event: 'vault-created' }))
        const input = { vaultId, passphrase: passphrase ?? null, at: clock.now() }
        await takeOpened(await keeper.create(input, commit), locksBefore)
        return tell()
      }),
    unlock: ({ passphrase = null, identity = null }) =>
      turns.run(async () => {
        await locking
        if (isOpen) return status()
        const headers = store.headers()
        if (headers.length === 0) throw new AppError('NO_VAULT', 'There is no vault yet. Create one.')
        const locksBefore = locks
        const attempt = () => keeper.unlock({ headers, passphrase, identity })
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
        return keeper.setPassphrase(
          passphrase,
          clock.now(),
          commitWith(() => audit({ kind: 'vault', event })),
        )
      }),
    rotate: ({ what = 'wrapping-key' }) =>
      change(async () => {
        if (what === 'wrapping-key') return rotateWrappingKey()
        await keeper.rotateDataKey(
          clock.now(),
          commitWith(() => audit({ kind: 'vault', event: 'data-key-rotated' })),
        )
        reseal()
      }),
    writeRecoveryKit: ({ path }) =>
      change(() =>
        keeper.writeRecoveryKit(
          path,
          clock.now(),
          commitWith(() => audit({ kind: 'vault', event: 'recovery-kit-written' })),
        ),
      ),
    isOpen: () => isOpen,
    touch: watch.touch,
    processEnded: () => {
      if (!isOpen) return
      isOpen = false
      locks += 1
      watch.stop()
      lockedBy = 'process-ended'
      note({ kind: 'vault', event: 'vault-locked', detail: { reason: lockedBy } })
      // Nobody is left to sign, but the log must know that it is on its own.
      void hooks.beforeLock(keeper)
      tell()
    },
    whileOpen: (work) =>
      turns.run(async () => {
        if (store.headers().length === 0) throw new AppError('NO_VAULT', 'There is no vault yet. Create one.')
        if (!isOpen) throw new AppError('VAULT_LOCKED', 'The vault is locked. Unlock it and try again.')
        return work()
      }),
    adopt: (work) =>
      turns.run(async () => {
        const locksBefore = locks
        const wasOpen = isOpen ? last : null
        if (wasOpen !== null) await hooks.beforeLock(keeper)
        const commit = (header: Uint8Array) => {
          const read = readFacts(header)
          if (read === null) throw new Error('the keeper sent no header')
          store.saveHeader(header, read.generation)
          // The limit belongs to the vault that was here before.
          store.retireBefore(0)
          audit({ kind: 'vault', event: 'vault-adopted' })
        }
        let opened: Opened
        try {
          opened = await work(commit)
        } catch (error) {
          if (wasOpen === null) await keeper.lock()
          else if (isOpen) await hooks.opened(wasOpen, keeper)
          throw error
        }
        // Locked meanwhile: the vault was taken over all the same, and waits to be unlocked.
        if (locks === locksBefore) await takeOpened(opened, locksBefore)
        tell()
      }),
    signerKey: () => last?.signerKey ?? null,
    close: async () => {
      await lockOnce('closing')
      await resealing.idle()
      await turns.idle()
    },
  }
}
