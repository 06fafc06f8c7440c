// Opens the vault: its key service, its rows and its service. Where tests give a secret store, the key service runs in
// this process over it; else it runs in a process of its own, and this one never sees a key.

import { randomUUID } from 'node:crypto'
import { createVenueService } from '../adapters/ccxt/venue-service.ts'
import { createKeyedRequests } from '../adapters/market-data/keyed-requests.ts'
import { createMeta } from '../adapters/sqlite/meta.ts'
import { createVaultStore } from '../adapters/sqlite/stores/vault-store.ts'
import type { AppServices } from '../ipc/handlers/app.ts'
import type { VaultServices } from '../ipc/handlers/vault.ts'
import type { UnfinishedFiles } from '../ports/system.ts'
import type { FreshSeals, KeyService, ParentEnvironment, VaultStore } from '../ports/vault.ts'
import type { AuditLog } from '../services/audit/audit-log.ts'
import { createVault, type Vault } from '../services/vault/vault.ts'
import { forkSpawner } from '../shell/spawner.ts'
import { parentEnvironment } from '../shell/vault-environment.ts'
import { kitMark } from '../vault/backup/recovery-kit.ts'
import { freshSeals } from '../vault/fresh-seals.ts'
import { readHeaderFacts } from '../vault/header-facts.ts'
import { createKeyService } from '../vault/key-service.ts'
import { epochOf } from '../vault/record.ts'
import { keyServiceClient } from '../vault/rpc/rpc-client.ts'
import type { BackendOptions } from './backend-options.ts'
import type { Core } from './open-core.ts'

export interface VaultArea {
  vault: Vault
  keyService: FreshSeals
  store: VaultStore
  operations: Pick<VaultServices, 'vault'> & Pick<AppServices, 'checkKeychain'>
  close(): Promise<void>
}

/** Opens it; the vault is locked, and no process is started before it is needed. */
export function openVault(core: Core, audit: AuditLog, options: BackendOptions): VaultArea {
  const { db, clock, logger, unfinished, page, internal } = core
  const store = createVaultStore(db, epochOf)
  const facts = () => store.headers().flatMap((header) => readHeaderFacts(header) ?? [])
  // A kit that opens the vault is kept, and every kit while no header can be read.
  unfinished.settle((mark) => {
    const all = facts()
    return all.length === 0 || all.some(({ vaultId, recoveryAt }) => mark === kitMark(vaultId, recoveryAt ?? 0))
  })
  const held = openKeyService(core, options)
  const keyService = freshSeals(noted(held.keyService, unfinished, () => facts()[0]?.vaultId ?? ''))
  let wasOpen = false
  const vault = createVault({
    keyService,
    store,
    readFacts: readHeaderFacts,
    audit: audit.append,
    hooks: {
      opened: audit.onUnlocked,
      // Orders on their way are called back first: what becomes of them is part of what is signed last.
      beforeLock: async () => {
        await internal.emitAndWait('vault.locking', null)
        await audit.beforeLock()
      },
    },
    clock,
    scheduler: core.scheduler,
    logger,
    newId: randomUUID,
    idleMinutes: () => core.preferences.get().autoLockMinutes,
    changed: (status) => {
      page.emit('vault.changed', status)
      const isOpen = status.state === 'unlocked'
      if (!isOpen) internal.emit('vault.locked', { wasOpen })
      else if (!wasOpen) internal.emit('vault.opened', null)
      wasOpen = isOpen
    },
  })
  held.onEnded(vault.processEnded)
  const checkKeychain = async () => ({ ...(await keyService.tryKeychain()), checkedAt: core.now() })
  return { vault, keyService, store, operations: { vault, checkKeychain }, close: vault.close }
}

/** The same key service, whose files for the trader are noted before they are begun. */
function noted(keyService: KeyService, unfinished: UnfinishedFiles, vaultId: () => string): KeyService {
  return {
    ...keyService,
    writeBackup: (input) => unfinished.during(input.path, () => keyService.writeBackup(input)),
    writeRecoveryKit: (path, at, commit) =>
      unfinished.during(path, () => keyService.writeRecoveryKit(path, at, commit), kitMark(vaultId(), at)),
  }
}

interface KeyServiceProcess {
  keyService: KeyService
  /** Has the listener told when the process that holds the keys has ended by itself. */
  onEnded(listener: () => void): void
}

function openKeyService({ db, clock, logger }: Core, options: BackendOptions): KeyServiceProcess {
  const { build = 'product', secretStore, kdf } = options
  const meta = createMeta(db)
  const environment: ParentEnvironment = {
    ...parentEnvironment(process.env),
    reserveNumbers: async (name, upTo) => {
      try {
        return meta.raise(`numbers-${name}`, upTo)
      } catch (error) {
        // A disk that takes no more must not keep a cancel from leaving.
        logger.warn('numbers-not-reserved', { error })
        return 0
      }
    },
  }
  if (secretStore !== undefined) {
    const venues = createVenueService(clock, undefined, environment.reserveNumbers)
    const probe = options.keyProbe ?? venues
    const stretch = kdf === undefined ? {} : { kdf }
    return {
      keyService: createKeyService({
        ...{ secretStore, build, probe, venues, environment, sources: createKeyedRequests() },
        ...stretch,
      }),
      onEnded: () => {},
    }
  }
  const spawn = options.spawnVault ?? forkSpawner(new URL('../vault/process.ts', import.meta.url))
  const remote = keyServiceClient({ spawn, build, environment, sleep: clock.sleep })
  return { keyService: remote, onEnded: remote.onEnded }
}
