// The vault, its keys and its log in the fake backend: there is none, until a test answers otherwise.

import type { VaultStatus } from '../../shared/vault.ts'
import type { FakeOperations } from './fake-contract.ts'
import { refuse } from './fake-contract.ts'

const NO_VAULT: VaultStatus = {
  state: 'none',
  keychain: null,
  slots: { keychain: false, passphrase: false, recovery: false },
  createdAt: null,
  wrappingKeyAt: null,
  dataKeyAt: null,
  recordsBehind: 0,
  lockedBy: null,
  retryAt: null,
}

const locked = () => refuse('VAULT_LOCKED', 'The vault is locked.')

type Prefix = 'accounts' | 'vault' | 'backup' | 'audit' | 'files'

export const fakeVault: Pick<FakeOperations, Extract<keyof FakeOperations, `${Prefix}.${string}`>> = {
  'accounts.list': () => [
    {
      accountId: 'practice',
      venue: 'practice',
      environment: 'practice',
      label: 'Practice',
      keyEnd: null,
      key: null,
      rotation: null,
      leak: null,
    },
  ],
  'accounts.add': locked,
  'accounts.addReference': locked,
  'accounts.rename': locked,
  'accounts.check': locked,
  'accounts.rotateKey': locked,
  'accounts.finishRotation': locked,
  'accounts.cancelRotation': locked,
  'accounts.reportLeak': locked,
  'accounts.leakStep': locked,
  'accounts.endLeak': locked,
  'accounts.remove': locked,
  'vault.status': () => NO_VAULT,
  'vault.create': locked,
  'vault.unlock': locked,
  'vault.lock': locked,
  'vault.setPassphrase': locked,
  'vault.rotate': locked,
  'vault.writeRecoveryKit': locked,
  'backup.export': locked,
  'backup.import': locked,
  'audit.list': () => [],
  'audit.verify': () => ({ ok: true, entries: 0, checkpoints: 0, firstBroken: null, detail: '', anchored: null }),
  'audit.export': ({ path }) => ({ path, entries: 0 }),
  'files.chooseSave': ({ purpose }) => ({ path: `/home/trader/Downloads/${purpose}` }),
  'files.chooseOpen': () => ({ path: '/home/trader/Downloads/prelist-backup.age' }),
}
