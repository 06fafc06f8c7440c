// The operations on the vault and its backups: name, input and output of each.

import type { BackupReport, VaultStatus } from '../vault.ts'
import type { Nothing } from './nothing.ts'

export interface VaultOperations {
  'vault.status': { input: Nothing; output: VaultStatus }
  'vault.create': { input: { passphrase?: string | undefined }; output: VaultStatus }
  'vault.unlock': {
    input: { passphrase?: string | undefined; identity?: string | undefined }
    output: VaultStatus
  }
  'vault.lock': { input: Nothing; output: VaultStatus }
  'vault.setPassphrase': { input: { passphrase: string | null }; output: VaultStatus }
  'vault.rotate': { input: { what?: 'wrapping-key' | 'data-key' | undefined }; output: VaultStatus }
  'vault.writeRecoveryKit': { input: { path: string }; output: VaultStatus }
  'backup.export': {
    input: { path: string; recipient?: string | undefined; passphrase?: string | undefined }
    output: BackupReport
  }
  'backup.import': {
    input: {
      path: string
      identity?: string | undefined
      passphrase?: string | undefined
      /** The trader was told that another vault signed it, and wants it all the same. */
      acceptAnotherVault?: boolean | undefined
    }
    output: BackupReport
  }
}

/** A record, so that a name that is missing here does not compile. */
export const VAULT_OPERATIONS: Record<keyof VaultOperations, true> = {
  'vault.status': true,
  'vault.create': true,
  'vault.unlock': true,
  'vault.lock': true,
  'vault.setPassphrase': true,
  'vault.rotate': true,
  'vault.writeRecoveryKit': true,
  'backup.export': true,
  'backup.import': true,
}
