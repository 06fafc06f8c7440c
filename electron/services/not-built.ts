// Stands in for the services of the vault until each is put together in backend.ts.

import { AppError } from '../../shared/result.ts'
import type { AccountKeys, VaultService } from './vault-services.ts'

const refuse = () => {
  throw new AppError('NOT_ALLOWED', 'This part of Prelist is not built yet.')
}

export const notBuilt: {
  vault: VaultService
  keys: Omit<AccountKeys, 'list'>
} = {
  vault: {
    status: refuse,
    create: refuse,
    unlock: refuse,
    lock: refuse,
    setPassphrase: refuse,
    rotate: refuse,
    writeRecoveryKit: refuse,
  },
  keys: {
    add: refuse,
    addReference: refuse,
    rename: refuse,
    check: refuse,
    rotateKey: refuse,
    finishRotation: refuse,
    cancelRotation: refuse,
    reportLeak: refuse,
    leakStep: refuse,
    endLeak: refuse,
    remove: refuse,
  },
}
