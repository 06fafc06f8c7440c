// Puts the vault together: its keeper, its rows and its service. Where tests give a secret store, the keeper runs in
// this process over it; else it runs in a process of its own, and this one never sees a key.

import type { KeychainCheck } from '../../shared/app.ts'
import type { VaultStatus } from '../../shared/vault.ts'
import { createVenueService } from '../adapters/ccxt/venue-service.ts'
import type { Database } from '../adapters/sqlite/database.ts'
import { createMeta } from '../adapters/sqlite/meta.ts'
import { createVaultStore } from '../adapters/sqlite/stores/vault-store.ts'
import type { Clock, Logger, NewId, SecretStore, UnfinishedFiles } from '../ports/system.ts'
import type { Build, FreshSeals, Keeper, KeyProbe, ParentEnvironment, Spawner, VaultStore } from '../ports/vault.ts'
import type { AuditLog } from '../services/audit/audit-log.ts'
import { createVault, type Vault } from '../services/vault/vault.ts'
import { parentEnvironment } from '../shell/vault-environment.ts'
import { kitMark } from '../vault/backup/recovery-kit.ts'
import { freshSeals } from '../vault/fresh-seals.ts'
import { readHeaderFacts } from '../vault/header-facts.ts'
import { createKeeper } from '../vault/keeper.ts'
import type { KdfParams } from '../vault/primitives.ts'
import { epochOf } from '../vault/record.ts'
import { remoteKeeper } from '../vault/rpc/keeper-remote.ts'

export interface VaultRoomParts {
  db: Database
  audit: AuditLog
  clock: Clock
  logger: Logger
  newId: NewId
  build: Build
  spawn: Spawner
  /** For tests: the keeper runs in this process, over this store. */
  secretStore: SecretStore | undefined
  /** For tests: what a passphrase costs, and who is asked about keys, in that keeper. */
  kdf: KdfParams | undefined
  keyProbe: KeyProbe | undefined
  idleMinutes: () => number | null
  /** Awaited before the keys go. Never rejects. */
  beforeLock: () => Promise<void>
  unfinished: UnfinishedFiles
  changed: (status: VaultStatus) => void
}

export interface VaultRoom {
  vault: Vault
  keeper: FreshSeals
  store: VaultStore
  checkKeychain(): Promise<KeychainCheck>
}

/** Builds the room; the vault is locked, and no process is started before it is needed. */
export function openVaultRoom(parts: VaultRoomParts): VaultRoom {
  const { db, audit, clock, logger, newId, idleMinutes, changed } = parts
  const store = createVaultStore(db, epochOf)
  const facts = () => store.headers().flatMap((header) => readHeaderFacts(header) ?? [])
  // A kit that opens the vault is kept, and every kit while no header can be read.
  parts.unfinished.settle((mark) => {
    const all = facts()
    return all.length === 0 || all.some(({ vaultId, recoveryAt }) => mark === kitMark(vaultId, recoveryAt ?? 0))
  })
  const keeper = freshSeals(
    noted(
      keeperOf(parts, () => vault.processEnded()),
      parts.unfinished,
      () => facts()[0]?.vaultId ?? '',
    ),
  )
  const vault = createVault({
    keeper,
    store,
    readFacts: readHeaderFacts,
    audit: audit.append,
    hooks: {
      opened: audit.onUnlocked,
      beforeLock: async () => {
        await parts.beforeLock()
        await audit.beforeLock()
      },
    },
    clock,
    logger,
    newId,
    idleMinutes,
    changed,
  })
  return {
    vault,
    keeper,
    store,
    checkKeychain: async () => ({ ...(await keeper.tryKeychain()), checkedAt: new Date(clock.now()).toISOString() }),
  }
}

/** The same keeper, whose files for the trader are noted before they are begun. */
function noted(keeper: Keeper, unfinished: UnfinishedFiles, vaultId: () => string): Keeper {
  return {
    ...keeper,
    writeBackup: (input) => unfinished.during(input.path, () => keeper.writeBackup(input)),
    writeRecoveryKit: (path, at, commit) =>
      unfinished.during(path, () => keeper.writeRecoveryKit(path, at, commit), kitMark(vaultId(), at)),
  }
}

function keeperOf(parts: VaultRoomParts, ended: () => void): Keeper {
  const { clock, build, secretStore, kdf } = parts
  const meta = createMeta(parts.db)
  const environment: ParentEnvironment = {
    ...parentEnvironment(process.env),
    reserveNumbers: async (name, upTo) => {
      try {
        return meta.raise(`numbers-${name}`, upTo)
      } catch (error) {
        // A disk that takes no more must not keep a cancel from leaving.
        parts.logger.warn('numbers-not-reserved', { error })
        return 0
      }
    },
  }
  if (secretStore !== undefined) {
    const venues = createVenueService(clock, undefined, environment.reserveNumbers)
    const probe = parts.keyProbe ?? venues
    return createKeeper({
      secretStore,
      build,
      probe,
      venues,
      environment,
      ...(kdf === undefined ? {} : { kdf }),
    })
  }
  const remote = remoteKeeper({ spawn: parts.spawn, build, environment, sleep: clock.sleep })
  remote.onEnded(ended)
  return remote
}
