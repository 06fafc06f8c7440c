// The operations on the vault, the accounts' keys, the backups and the audit log: shape of the input, and who answers.

import type { OperationName } from '../../../shared/contract/contract.ts'
import type { AccountKeys, AuditService, BackupService, VaultService } from '../../ports/operations.ts'
import type { FileChoices } from '../../services/common/file-choice.ts'
import type { OneClick } from '../../services/orders/one-click.ts'
import { deviation, nothing, positive } from '../schemas/schemas.ts'
import * as s from '../schemas/vault-schemas.ts'
import type { Handlers } from './handlers.ts'

/** The services behind these operations. */
export interface VaultServices {
  vault: VaultService
  keys: AccountKeys
  oneClick: Pick<OneClick, 'allow' | 'end' | 'place'>
  backup: BackupService
  audit: AuditService
  files: FileChoices
}

type Prefix = 'accounts' | 'vault' | 'backup' | 'audit' | 'files'
type VaultHandlers = Pick<Handlers, Extract<OperationName, `${Prefix}.${string}`>>

/** Ties each of the operations to its service. */
export function createVaultHandlers({ vault, keys, oneClick, backup, audit, files }: VaultServices): VaultHandlers {
  return {
    'accounts.list': { input: nothing, run: () => keys.list() },
    'accounts.add': { input: s.newAccount, run: (input) => keys.add(input) },
    'accounts.addReference': { input: s.newReference, run: (input) => keys.addReference(input) },
    'accounts.confirmReference': { input: s.byAccount, run: (input) => keys.confirmReference(input) },
    'accounts.rename': { input: s.newLabel, run: (input) => keys.rename(input) },
    'accounts.check': { input: s.byAccount, run: (input) => keys.check(input) },
    'accounts.rotateKey': { input: s.newKey, run: (input) => keys.rotateKey(input) },
    'accounts.finishRotation': { input: s.byAccount, run: (input) => keys.finishRotation(input) },
    'accounts.cancelRotation': { input: s.byAccount, run: (input) => keys.cancelRotation(input) },
    'accounts.reportLeak': { input: s.byAccount, run: (input) => keys.reportLeak(input) },
    'accounts.leakStep': { input: s.leakStep, run: (input) => keys.leakStep(input) },
    'accounts.endLeak': { input: s.byAccount, run: (input) => keys.endLeak(input) },
    'accounts.allowOneClick': {
      input: s.byAccount.extend({ maxValue: positive, deviation }),
      run: (input) => oneClick.allow(input),
    },
    'accounts.endOneClick': { input: s.byAccount, run: (input) => oneClick.end(input) },
    'accounts.remove': { input: s.byAccount, run: (input) => keys.remove(input) },
    'vault.status': { input: nothing, run: () => vault.status() },
    'vault.create': { input: s.create, run: (input) => vault.create(input) },
    'vault.unlock': { input: s.unlock, run: (input) => vault.unlock(input) },
    'vault.lock': { input: nothing, run: () => vault.lock('trader') },
    'vault.setPassphrase': { input: s.newPassphrase, run: (input) => vault.setPassphrase(input) },
    'vault.rotate': { input: s.rotate, run: (input) => vault.rotate(input) },
    'vault.writeRecoveryKit': {
      input: s.toPath,
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
    'audit.list': { input: s.auditQuery, run: (input) => audit.list(input) },
    'audit.page': { input: s.auditQuery, run: (input) => audit.page(input) },
    'audit.verify': { input: nothing, run: () => audit.verify() },
    'audit.export': {
      input: s.toPath,
      run: (input, { window }) => files.using(window, 'save:audit', input.path, () => audit.export(input)),
    },
    'files.chooseSave': { input: s.savePurpose, run: ({ purpose }, { window }) => files.chooseSave(window, purpose) },
    'files.chooseOpen': { input: s.openPurpose, run: ({ purpose }, { window }) => files.chooseOpen(window, purpose) },
  }
}
