// Replacing a key without a moment in which there is none: ask about the new one, store it, switch, drop the old one. What
// the exchange refuses, what may send money away and what is of another account is not stored, and the old key works on. Each
// step is one transaction, so that a crash between two of them leaves an account that works and says where it stands.

import type { Account, KeyCheck } from '../../../shared/accounts.ts'
import type { MendedKey } from '../../../shared/key-form.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { recordOf } from '../../../shared/venues/records.ts'
import type { AccountRow, AccountStore, KeyRow } from '../../ports/accounts.ts'
import type { Audit } from '../../ports/operations.ts'
import type { KeyUse, VaultStore } from '../../ports/vault.ts'
import { roleOf } from './account-shape.ts'
import { type KeyAdding, waitingToBeAsked } from './key-adding.ts'
import { type KeyUses, knownAfter, maySendMoneyAway, tooPowerful } from './key-use.ts'
import type { SameAccount } from './same-account.ts'

export interface RotationParts {
  store: AccountStore
  records: Pick<VaultStore, 'removeRecord'>
  uses: KeyUses
  audit: Audit
  same: SameAccount
  /** True while an order of the account is not final: what becomes of it only its own account can tell. */
  hasOrders(accountId: string): boolean
  adding: Pick<KeyAdding, 'seal' | 'keep'>
  isUnlocked: () => boolean
  changed(accountId: string): Account
}

export interface KeyRotation {
  /**
   * Asks about the new key, then stores it. Where nobody could be asked it waits, as not checked, beside the old one.
   * @throws AppError `VAULT_LOCKED`, `IN_USE`, `KEY_REFUSED`, `KEY_TOO_POWERFUL`, and `OTHER_ACCOUNT` for a key that is not of
   * the same account, or not proven to be; nothing is kept then
   */
  start(accountId: string, key: MendedKey): Promise<Account>
  /**
   * The trader has verified the new key himself. Where the exchange can be asked by now it is asked all the same.
   * @throws AppError as `start`; a new key that the exchange's answer speaks against is dropped then. `NOT_ALLOWED` where the
   * rotation was finished or canceled while the exchange was asked
   */
  finish(accountId: string): Promise<Account>
  cancel(accountId: string): Account
  /** Drops the old keys of rotations that a crash cut off after the switch. */
  recover(): void
}

/** Builds the rotation. */
export function createKeyRotation(parts: RotationParts): KeyRotation {
  const { store, records, uses, same, audit, adding, hasOrders, isUnlocked, changed } = parts
  const drop = (key: KeyRow, event: 'rotation-finished' | 'rotation-canceled' | 'key-refused') => {
    store.transaction(() => {
      store.removeKey(key.keyId)
      if (key.recordId !== null) records.removeRecord(key.recordId)
      audit({ kind: 'key', event, subject: key.accountId })
    })
  }
  const dropOld = (accountId: string) => {
    const old = roleOf(store.keys(accountId), 'old')
    if (old !== null) drop(old, 'rotation-finished')
  }
  const switchTo = (row: AccountRow, next: KeyRow, account: string | null) => {
    store.transaction(() => {
      const current = roleOf(store.keys(next.accountId), 'current')
      // An account whose key was dropped after a leak has only the shell of one left.
      if (current !== null) store.setRole(current.keyId, 'old')
      store.setRole(next.keyId, 'current')
      if (account !== null && row.venueAccount === null) store.setVenueAccount(row.accountId, account)
      audit({ kind: 'key', event: 'rotation-switched', subject: next.accountId })
    })
    dropOld(next.accountId)
  }
  const waiting = (accountId: string): KeyRow => {
    uses.account(accountId)
    const next = roleOf(store.keys(accountId), 'next')
    if (next === null) throw new AppError('NOT_ALLOWED', reason('NO_KEY_WAITING'))
    return next
  }
  /** Nothing else may be dropped or switched to: while the exchange was asked the trader may have finished or canceled. */
  const waitsStill = ({ accountId, keyId }: KeyRow): boolean => roleOf(store.keys(accountId), 'next')?.keyId === keyId
  /** The exchange's name for the account of the old key; `null` where that key cannot be had: it may be lost. */
  const nameTold = async (row: AccountRow, current: KeyRow): Promise<string | null> => {
    try {
      return (await uses.probe(row, current)).account ?? null
    } catch (error) {
      if (error instanceof AppError && ['KEY_UNAVAILABLE', 'NOT_CONFIRMED'].includes(error.code)) return null
      throw error
    }
  }
  /**
   * Whether the new key is of the account that the old one is of: by the exchange's name for it, which the old key is asked for
   * where it was never told; else by what both show. `null` where nobody could tell.
   */
  const isSame = async (row: AccountRow, use: KeyUse, account: string | null): Promise<boolean | null> => {
    const current = roleOf(store.keys(row.accountId), 'current')
    const isThere = current !== null && (current.recordId !== null || current.reference !== null)
    const known = row.venueAccount ?? (isThere && account !== null ? await nameTold(row, current) : null)
    if (known !== null && account !== null) return known === account
    // Test money is worth no comparison, unless an order is in doubt.
    const isWorthIt = isThere && (row.environment === 'live' || hasOrders(row.accountId))
    return isWorthIt ? same.isAlike(row, use) : null
  }
  /**
   * Whether the new key may take the old one's place by what the exchange says of it; false where the trader decides.
   * @throws AppError where it must not
   */
  const isProven = async (row: AccountRow, use: KeyUse, check: KeyCheck): Promise<boolean> => {
    if (maySendMoneyAway(check)) throw tooPowerful()
    if (check.state === 'refused') {
      throw new AppError('KEY_REFUSED', reason('NEW_KEY_REFUSED', { why: check.detail }))
    }
    if (check.state !== 'accepted') return false
    const account = check.account ?? null
    const proven = await isSame(row, use, account)
    const other = account === null ? null : same.named(row, account, row.accountId)
    if (proven === false || other !== null) throw otherAccount()
    if (proven === null && hasOrders(row.accountId)) throw notProven()
    // Where nothing proves it the trader decides about live money.
    return proven === true || row.environment === 'test'
  }
  const checked = (accountId: string, { state }: KeyCheck) =>
    audit({ kind: 'key', event: 'rotation-checked', subject: accountId, detail: { state } })
  const assertUnlocked = () => {
    if (!isUnlocked()) throw new AppError('VAULT_LOCKED', reason('VAULT_LOCKED'))
  }
  /** Read anew each time: while the exchange is asked another key may have come, or the account have gone. */
  const rowToRotate = (accountId: string): AccountRow => {
    const row = uses.account(accountId)
    if (row.leak !== null) throw new AppError('NOT_ALLOWED', reason('LEAK_FIRST'))
    if (roleOf(store.keys(row.accountId), 'next') !== null) {
      throw new AppError('NOT_ALLOWED', reason('KEY_WAITING_ALREADY'))
    }
    return row
  }
  const mayBeAsked = (row: AccountRow, { check }: KeyRow) =>
    check === null || (check.state !== 'accepted' && recordOf(row.venue).reportsPermissions)

  return {
    start: async (accountId, key) => {
      const row = rowToRotate(accountId)
      assertUnlocked()
      const sealed = await adding.seal(row, key)
      const use: KeyUse = { from: 'vault', record: sealed.record }
      const told = waitingToBeAsked(await uses.ask(row, use, { keyEnd: sealed.keyEnd, source: 'vault' }))
      const isToSwitch = await isProven(row, use, told).catch((error: unknown) => {
        const detail = { code: error instanceof AppError ? error.code : 'INTERNAL' }
        audit({ kind: 'key', event: 'key-refused', subject: accountId, detail })
        throw error
      })
      const next = store.transaction(() => {
        const now = rowToRotate(accountId)
        const account = told.account ?? null
        if (account !== null && now.venueAccount !== null && now.venueAccount !== account) throw otherAccount()
        audit({ kind: 'key', event: 'rotation-started', subject: accountId })
        const keyId = adding.keep(accountId, 'next', sealed)
        store.saveCheck(keyId, knownAfter(null, told))
        audit({ kind: 'key', event: 'key-checked', subject: accountId, detail: { state: told.state } })
        checked(accountId, told)
        return waiting(accountId)
      })
      if (isToSwitch) switchTo(row, next, told.account ?? null)
      return changed(accountId)
    },
    finish: async (accountId) => {
      const row = uses.account(accountId)
      const next = waiting(accountId)
      let isToSwitch = false
      if (mayBeAsked(row, next)) {
        assertUnlocked()
        const check = waitingToBeAsked(await uses.probe(row, next))
        if (!waitsStill(next)) throw overtaken()
        checked(accountId, check)
        isToSwitch = await isProven(row, uses.handOver(row, next), check).catch((error: unknown) => {
          if (isAgainst(error) && waitsStill(next)) {
            drop(next, 'key-refused')
            changed(accountId)
          }
          throw error
        })
        if (!waitsStill(next)) throw overtaken()
        // Cut off by an earlier version before the exchange was asked: the trader has decided nothing yet.
        if (!isToSwitch && next.check === null) return changed(accountId)
      }
      // An order that is looked for with a key of another account is not found, and would count as not placed.
      if (!isToSwitch && hasOrders(accountId)) throw notProven()
      const { check } = waiting(accountId)
      switchTo(uses.account(accountId), next, check?.account ?? null)
      return changed(accountId)
    },
    cancel: (accountId) => {
      drop(waiting(accountId), 'rotation-canceled')
      return changed(accountId)
    },
    recover: () => {
      for (const { accountId } of store.accounts()) dropOld(accountId)
    },
  }
}

/** What the exchange says speaks against the new key; a lock or a full disk says nothing of it. */
const isAgainst = (error: unknown): boolean =>
  error instanceof AppError && ['KEY_REFUSED', 'KEY_TOO_POWERFUL', 'OTHER_ACCOUNT'].includes(error.code)

const overtaken = (): AppError => new AppError('NOT_ALLOWED', reason('ROTATION_OVERTAKEN'))

const otherAccount = (): AppError => new AppError('OTHER_ACCOUNT', reason('NEW_KEY_OF_OTHER_ACCOUNT'))

const notProven = (): AppError => new AppError('OTHER_ACCOUNT', reason('NEW_KEY_NOT_PROVEN'))
