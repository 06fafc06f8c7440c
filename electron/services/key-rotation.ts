// Replacing a key without a moment in which there is none: store the new one, verify it, switch, drop the old one. Each
// step is one transaction, so that a crash between two of them leaves an account that works and says where it stands.

import type { Account } from '../../shared/accounts.ts'
import type { Input } from '../../shared/contract.ts'
import { AppError } from '../../shared/result.ts'
import type { AccountRow, AccountStore, KeyRow } from '../account-ports.ts'
import type { VaultStore } from '../vault-ports.ts'
import { roleOf } from './account-shape.ts'
import { type KeyUses, maySendMoneyAway, tooPowerful } from './key-use.ts'
import type { Audit } from './vault-services.ts'

export interface RotationParts {
  store: AccountStore
  records: Pick<VaultStore, 'removeRecord'>
  uses: KeyUses
  audit: Audit
  /** Seals the new key, then writes its rows and the entry in one transaction. */
  storeNext(row: AccountRow, input: Input<'accounts.rotateKey'>): Promise<void>
  changed(accountId: string): Account
}

export interface KeyRotation {
  start(input: Input<'accounts.rotateKey'>): Promise<Account>
  /** The trader has verified the new key himself. */
  finish(accountId: string): Promise<Account>
  cancel(accountId: string): Account
  /** Drops the old keys of rotations that a crash cut off after the switch. */
  recover(): void
}

/** Builds the rotation. */
export function createKeyRotation({ store, records, uses, audit, storeNext, changed }: RotationParts): KeyRotation {
  const drop = (key: KeyRow, event: 'rotation-finished' | 'rotation-canceled' | 'key-refused') => {
    store.transaction(() => {
      store.removeKey(key.keyId)
      if (key.recordId !== null) records.removeRecord(key.recordId)
      audit({ kind: 'key', event, subject: key.accountId })
    })
  }
  const switchTo = (next: KeyRow) => {
    const current = roleOf(store.keys(next.accountId), 'current')
    store.transaction(() => {
      // An account whose key was dropped after a leak has only the shell of one left.
      if (current !== null) store.setRole(current.keyId, 'old')
      store.setRole(next.keyId, 'current')
      audit({ kind: 'key', event: 'rotation-switched', subject: next.accountId })
    })
    if (current !== null) drop(current, 'rotation-finished')
  }
  const waiting = (accountId: string): KeyRow => {
    uses.account(accountId)
    const next = roleOf(store.keys(accountId), 'next')
    if (next === null) throw new AppError('NOT_ALLOWED', 'No new key is waiting for this account.')
    return next
  }
  const verify = async (accountId: string): Promise<Account> => {
    const row = uses.account(accountId)
    const next = waiting(accountId)
    const check = await uses.probe(row, next)
    audit({ kind: 'key', event: 'rotation-checked', subject: accountId, detail: { state: check.state } })
    if (maySendMoneyAway(check)) {
      drop(next, 'key-refused')
      changed(accountId)
      throw tooPowerful()
    }
    if (check.state === 'refused') {
      drop(next, 'key-refused')
      changed(accountId)
      throw new AppError('KEY_REFUSED', 'The exchange refuses the new key. The old one stays in use.')
    }
    if (check.state === 'accepted') switchTo(next)
    return changed(accountId)
  }
  return {
    start: async (input) => {
      const row = uses.account(input.accountId)
      if (row.leak !== null) throw new AppError('NOT_ALLOWED', 'Finish the steps for the leaked key first.')
      if (roleOf(store.keys(row.accountId), 'next') !== null) {
        throw new AppError('NOT_ALLOWED', 'A new key is waiting already. Finish or cancel that rotation first.')
      }
      await storeNext(row, input)
      changed(row.accountId)
      return verify(row.accountId)
    },
    finish: async (accountId) => {
      const next = waiting(accountId)
      // Cut off before the exchange was asked: that is made up for first.
      if (next.check === null) return verify(accountId)
      switchTo(next)
      return changed(accountId)
    },
    cancel: (accountId) => {
      drop(waiting(accountId), 'rotation-canceled')
      return changed(accountId)
    },
    recover: () => {
      for (const { accountId } of store.accounts()) {
        const old = roleOf(store.keys(accountId), 'old')
        if (old !== null) drop(old, 'rotation-finished')
      }
    },
  }
}
