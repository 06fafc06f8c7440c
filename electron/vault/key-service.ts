// The key service: holds the keys of one open vault, and does what only their holder can do. In the product it is all that
// runs in the vault's process.

import { createMutex } from '../../shared/serial-queue.ts'
import type { SecretStore } from '../ports/system.ts'
import type { Build, KeyProbe, KeyService, ParentEnvironment, SourceCalls, VenueService } from '../ports/vault.ts'
import { writeBackupFile } from './backup/backup-file.ts'
import { createHeldVault } from './key-service/held-vault.ts'
import { createKeyCalls } from './key-service/key-calls.ts'
import { createVaultChanges } from './key-service/vault-changes.ts'
import { createVaultOpening } from './key-service/vault-opening.ts'
import { tryKeychain } from './keychain-trial.ts'
import { signWith } from './open-vault.ts'
import { KDF_DEFAULT, type KdfParams } from './primitives.ts'
import { keychainState, readableCopies } from './unlocking.ts'

export interface KeyServiceParts {
  secretStore: SecretStore
  build: Build
  probe: KeyProbe
  venues: VenueService
  sources: SourceCalls
  environment: ParentEnvironment
  /** What a new passphrase costs; tests give the floor. */
  kdf?: KdfParams
}

/** Builds a key service that holds nothing yet. */
export function createKeyService(parts: KeyServiceParts): KeyService {
  const { secretStore, build, kdf = KDF_DEFAULT } = parts
  const vault = createHeldVault(secretStore)
  const { keys, held } = vault
  /** What changes the vault happens one after the other. */
  const changes = createMutex()
  const { forget, ...opening } = createVaultOpening({ vault, changes, secretStore, build, kdf })
  const { endStreams, ...calls } = createKeyCalls({ ...parts, vault })

  return {
    ...opening,
    ...calls,
    ...createVaultChanges(vault, changes, secretStore, kdf),
    tryKeychain: () => tryKeychain(secretStore),
    keychain: (headers) => keychainState(readableCopies(headers, build), secretStore),
    sign: async (message) => signWith(held(), message),
    anchor: (auditSeq, auditHash) => changes.run(() => keys.remember(held(), { auditSeq, auditHash })),
    writeBackup: async (input) => {
      const { master, bytes, header } = held()
      const vault = held()
      return writeBackupFile(input, {
        key: master,
        header: bytes,
        signerKey: header.signerKey,
        sign: async (message) => signWith(vault, message),
      })
    },
    lock: async () => {
      endStreams()
      await changes.idle()
      vault.release()
      forget()
    },
  }
}
