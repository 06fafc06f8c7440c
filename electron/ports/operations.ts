// What the vault, the keys, the backups and the audit log offer to the door; one interface a service.

import type { Account } from '../../shared/accounts.ts'
import type { AuditDetail, AuditEventName, AuditKind } from '../../shared/audit.ts'
import type { Input, Output } from '../../shared/contract/contract.ts'
import type { LockReason, VaultStatus } from '../../shared/vault.ts'

export interface VaultService {
  status(): Promise<VaultStatus>
  create(input: Input<'vault.create'>): Promise<VaultStatus>
  unlock(input: Input<'vault.unlock'>): Promise<VaultStatus>
  /** Waits for the request in flight, then ends the process that holds the secrets. */
  lock(reason: LockReason): Promise<VaultStatus>
  setPassphrase(input: Input<'vault.setPassphrase'>): Promise<VaultStatus>
  rotate(input: Input<'vault.rotate'>): Promise<VaultStatus>
  writeRecoveryKit(input: Input<'vault.writeRecoveryKit'>): Promise<VaultStatus>
}

export interface AccountKeys {
  list(): Account[]
  add(input: Input<'accounts.add'>): Promise<Output<'accounts.add'>>
  addReference(input: Input<'accounts.addReference'>): Promise<Account>
  /** The trader confirms, outside the page where the shell can ask, a reference that came with a backup. */
  confirmReference(input: Input<'accounts.confirmReference'>): Promise<Account>
  rename(input: Input<'accounts.rename'>): Account
  check(input: Input<'accounts.check'>): Promise<Account>
  rotateKey(input: Input<'accounts.rotateKey'>): Promise<Output<'accounts.rotateKey'>>
  finishRotation(input: Input<'accounts.finishRotation'>): Promise<Account>
  cancelRotation(input: Input<'accounts.cancelRotation'>): Promise<Account>
  reportLeak(input: Input<'accounts.reportLeak'>): Promise<Account>
  leakStep(input: Input<'accounts.leakStep'>): Promise<Account>
  endLeak(input: Input<'accounts.endLeak'>): Promise<Account>
  remove(input: Input<'accounts.remove'>): Promise<null>
}

export interface BackupService {
  export(input: Input<'backup.export'>): Promise<Output<'backup.export'>>
  import(input: Input<'backup.import'>): Promise<Output<'backup.import'>>
}

export interface AuditService {
  list(input: Input<'audit.list'>): Promise<Output<'audit.list'>>
  /** The same with the way to what is older. */
  page(input: Input<'audit.page'>): Promise<Output<'audit.page'>>
  verify(): Promise<Output<'audit.verify'>>
  export(input: Input<'audit.export'>): Promise<Output<'audit.export'>>
}

/** What is written into the audit log; `detail` never holds a secret. Alerts are the log's own: its rules raise them. */
export type AuditEvent = { [K in AuditKind]: EventOf<K> }[Exclude<AuditKind, 'alert'>]

interface EventOf<K extends AuditKind> {
  kind: K
  event: AuditEventName<K>
  subject?: string | null
  detail?: AuditDetail
}

/** Adds an entry; durable on return. Inside a transaction it becomes durable with it. */
export type Audit = (entry: AuditEvent) => void
