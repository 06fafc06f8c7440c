// What the vault's service and its parts stand on.

import type { VaultStatus } from '../../../shared/vault.ts'
import type { Audit } from '../../ports/operations.ts'
import type { Clock, Logger, NewId } from '../../ports/system.ts'
import type { KeyService, Opened, ReadFacts, VaultStore } from '../../ports/vault.ts'
import type { Scheduler } from '../common/scheduler.ts'

/** What others do while the key service answers: after the vault was opened, and before it is locked. Neither throws. */
export interface VaultHooks {
  opened(opened: Opened, keyService: KeyService): Promise<void>
  beforeLock(keyService: KeyService): Promise<void>
}

export interface VaultParts {
  keyService: KeyService
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
