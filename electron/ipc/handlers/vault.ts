// The operations on the vault and its backups: shape of the input, and who answers.

import type { VaultOperations } from '../../../shared/contract/vault.ts'
import type { BackupService, VaultService } from '../../ports/operations.ts'
import type { FileChoices } from '../../services/common/file-choice.ts'
import * as common from '../schemas/common.ts'
import * as s from '../schemas/vault.ts'
import type { HandlersOf } from './handler.ts'

/** The services behind these operations. */
export interface VaultServices {
  vault: VaultService
  backup: BackupService
  files: FileChoices
}

/** Ties each of the operations to its service. */
export function vaultHandlers({ vault, backup, files }: VaultServices): HandlersOf<VaultOperations> {
  return {
    'vault.status': { input: common.nothing, run: () => vault.status() },
    'vault.create': { input: s.create, run: (input) => vault.create(input) },
    'vault.unlock': { input: s.unlock, run: (input) => vault.unlock(input) },
    'vault.lock': { input: common.nothing, run: () => vault.lock('trader') },
    'vault.setPassphrase': { input: s.newPassphrase, run: (input) => vault.setPassphrase(input) },
    'vault.rotate': { input: s.rotate, run: (input) => vault.rotate(input) },
    'vault.writeRecoveryKit': {
      input: common.toPath,
      run: (input, { window }) =>
        files.using(window, 'save:recovery-kit', input.path, () => vault.writeRecoveryKit(input)),
    },
    'backup.export': {
      input: s.exportTo,
      run: (input, { window }) => files.using(window, 'save:backup', input.path, () => backup.export(input)),
    },
    'backup.import': {
      input: s.importFrom,
      run: (input, { window }) => files.using(window, 'open:backup', input.path, () => backup.import(input)),
    },
  }
}
