// Replacing a key without a moment in which there is none: store the new one, verify it, switch, drop the old one. Each
// step is one transaction, so that a crash between two of them leaves an account that works and says where it stands.

import type { Account } from '../../shared/accounts.ts'
import type { MendedKey } from '../../shared/key-form.ts'
import { AppError } from '../../shared/result.ts'
import type { AccountRow, AccountStore, KeyRow } from '../account-ports.ts'
import type { VaultStore } from '../vault-ports.ts'
import { roleOf } from './account-shape.ts'
import { type KeyUses, maySendMoneyAway, tooPowerful } from './key-use.ts'
import type { SameAccount } from './same-account.ts'
import type { Audit } from './vault-services.ts'

export interface RotationParts {
  store: AccountStore
  records: Pick<VaultStore, 'removeRecord'>
  uses: KeyUses
  audit: Audit
  same: SameAccount
  /** True while an order of the account is not final: what becomes of it only its own account can tell. */
  hasOrders(accountId: string): boolean
  /** Seals the new key, then writes its rows and the entry in one transaction. */
  storeNext(row: AccountRow, key: MendedKey): Promise<void>
  changed(accountId: string): Account
}

export interface KeyRotation {
  /** @throws AppError `OTHER_ACCOUNT` for a key that is not of the same account, or not proven to be */
  start(accountId: string, key: MendedKey): Promise<Account>
  /** The trader has verified the new key himself. */
  finish(accountId: string): Promise<Account>
  cancel(accountId: string): Account
  /** Drops the old keys of rotations that a crash cut off after the switch. */
  recover(): void
}

/** Builds the rotation. */
export function createKeyRotation(parts: RotationParts): KeyRotation {
  const { store, records, uses, same, audit, storeNext, hasOrders, changed } = parts
  const drop = (key: KeyRow, event: 'rotation-finished' | 'rotation-canceled' | 'key-refused') => {
    store.transaction(() => {
      store.removeKey(key.keyId)
      if (key.recordId !== null) records.removeRecord(key.recordId)
      audit({ kind: 'key', event, subject: key.accountId })
    })
  }
  const switchTo = (row: AccountRow, next: KeyRow, account: string | null) => {
    const current = roleOf(store.keys(next.accountId), 'current')
    store.transaction(() => {
      // An account whose key was dropped after a leak has only the shell of one left.
      if (current !== null) store.setRole(current.keyId, 'old')
      store.setRole(next.keyId, 'current')
      if (account !== null && row.venueAccount === null) store.setVenueAccount(row.accountId, account)
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
  const refuse = (next: KeyRow, why: AppError): never => {
    drop(next, 'key-refused')
    changed(next.accountId)
    throw why
  }
  /**
   * Whether the new key is of the account that the old one is of: by the exchange's name for it, which the old key is asked for
   * where it was never told; else by what both show. `null` where nobody could tell.
   */
  const isSame = async (row: AccountRow, next: KeyRow, account: string | null): Promise<boolean | null> => {
    const current = roleOf(store.keys(row.accountId), 'current')
    const isThere = current !== null && (current.recordId !== null || current.reference !== null)
    const known =
      row.venueAccount ?? (isThere && account !== null ? ((await uses.probe(row, current)).account ?? null) : null)
    if (known !== null && account !== null) return known === account
    // Test money is worth no comparison, unless an order is in doubt.
    const isWorthIt = isThere && (row.environment === 'live' || hasOrders(row.accountId))
    return isWorthIt ? same.isAlike(row, uses.handOver(row, next)) : null
  }
  const verify = async (accountId: string): Promise<Account> => {
    const row = uses.account(accountId)
    const next = waiting(accountId)
    const check = await uses.probe(row, next)
    audit({ kind: 'key', event: 'rotation-checked', subject: accountId, detail: { state: check.state } })
    if (maySendMoneyAway(check)) return refuse(next, tooPowerful())
    if (check.state === 'refused') {
      const params = { words: check.words ?? null }
      const message = `The exchange refuses the new key, so the old one stays in use. ${check.detail}`
      return refuse(next, new AppError('KEY_REFUSED', message, { params }))
    }
    if (check.state !== 'accepted') return changed(accountId)
    const account = check.account ?? null
    const proven = await isSame(row, next, account)
    const other = account === null ? null : same.named(row, account, accountId)
    if (proven === false || other !== null) return refuse(next, otherAccount())
    if (proven === null && hasOrders(accountId)) return refuse(next, notProven())
    // Where nothing proves it the trader decides about live money.
    if (proven === true || row.environment === 'test') switchTo(row, next, account)
    return changed(accountId)
  }
  return {
    start: async (accountId, key) => {
      const row = uses.account(accountId)
      if (row.leak !== null) throw new AppError('NOT_ALLOWED', 'Finish the steps for the leaked key first.')
      if (roleOf(store.keys(row.accountId), 'next') !== null) {
        throw new AppError('NOT_ALLOWED', 'A new key is waiting already. Finish or cancel that rotation first.')
      }
      await storeNext(row, key)
      changed(row.accountId)
      return verify(row.accountId)
    },
    finish: async (accountId) => {
      const next = waiting(accountId)
      // Cut off before the exchange was asked: that is made up for first.
      if (next.check === null) return verify(accountId)
      // An order that is looked for with a key of another account is not found, and would count as not placed.
      if (hasOrders(accountId)) throw notProven()
      switchTo(uses.account(accountId), next, next.check.account ?? null)
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

const otherAccount = (): AppError =>
  new AppError(
    'OTHER_ACCOUNT',
    'The new key belongs to another account at the exchange. Add it as an account of its own.',
  )

const notProven = (): AppError =>
  new AppError(
    'OTHER_ACCOUNT',
    'Nothing proves that the new key is of the same account, and orders of this account are not final yet. Wait for them first.',
  )
