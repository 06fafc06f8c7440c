// The trader's accounts and the life of their keys: added, named, checked, replaced, given up. What comes back from here
// shows the last four characters of a key and no more.

import type { Account } from '../../../shared/accounts.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { AccountRow, AccountStore, ConfirmCommand } from '../../ports/accounts.ts'
import type { AccountKeys, Audit } from '../../ports/operations.ts'
import type { Clock, NewId } from '../../ports/system.ts'
import type { FreshSeals, VaultStore } from '../../ports/vault.ts'
import { createAccountGuards } from './account-guards.ts'
import { createKeyAdding } from './key-adding.ts'
import { daysSince, reminderOwed } from './key-age.ts'
import { enteredKey } from './key-entry.ts'
import { createKeyLeaks } from './key-leak.ts'
import { createKeyRotation } from './key-rotation.ts'
import { type KeyUses, maySendMoneyAway, tooPowerful } from './key-use.ts'
import { assertAgreed, assertPlace } from './reference-form.ts'
import type { SameAccount } from './same-account.ts'

export interface AccountKeysParts {
  store: AccountStore
  records: Pick<VaultStore, 'record' | 'saveRecord' | 'removeRecord'>
  keyService: Pick<FreshSeals, 'seal' | 'assertFresh' | 'probe' | 'venue'>
  uses: KeyUses
  same: SameAccount
  isUnlocked: () => boolean
  audit: Audit
  clock: Clock
  newId: NewId
  /** `null` where the shell cannot ask the trader outside the page. */
  confirm: ConfirmCommand | null
  hostOf: (venue: string, environment: AccountRow['environment']) => string | null
  halt: (accountId: string) => Promise<void>
  cancelAll: (accountId: string) => Promise<void>
  /** True while an order of the account is not final. */
  hasOrders: (accountId: string) => boolean
  /** Every account, the practice one first. */
  list: () => Account[]
  /** Tells that the accounts are others now. */
  told: () => void
  /** As `told`; answers with the account as it is now. */
  changed: (accountId: string) => Account
  /** Shows on every screen which keys are due, or takes the notice away. */
  remind: () => void
}

export interface AccountKeysService extends AccountKeys {
  /** Finishes what a crash cut off, and reminds of keys that have grown old. To be called at start and from time to time. */
  sweep(): void
}

/** Builds the service. */
export function createAccountKeys(parts: AccountKeysParts): AccountKeysService {
  const { store, records, keyService, uses, same, audit, clock, newId, changed } = parts
  const now = () => new Date(clock.now()).toISOString()
  const { own, assertNew, assertPlaceThere, assertUnlocked } = createAccountGuards(parts)
  const adding = createKeyAdding({
    ...{ store, records, keyService, uses, same, audit, newId, now, assertNew },
    isUnlocked: parts.isUnlocked,
  })
  const rotation = createKeyRotation({
    ...{ store, records, uses, same, audit, adding, changed },
    ...{ hasOrders: parts.hasOrders, isUnlocked: parts.isUnlocked },
  })
  const leaks = createKeyLeaks({
    ...{ store, records, uses, audit, changed, now },
    halt: parts.halt,
    cancelAll: parts.cancelAll,
  })

  return {
    list: parts.list,
    add: async (input) => {
      assertUnlocked()
      assertNew(input)
      assertPlaceThere(input)
      const { key, mended } = enteredKey(input.venue, input)
      return { ...changed(await adding.add(input, key)), mended }
    },
    addReference: async (input) => {
      assertNew(input)
      assertPlaceThere(input)
      assertPlace(input.reference)
      await assertAgreed(input.reference, parts.confirm)
      return changed(await adding.addReference(input))
    },
    confirmReference: async ({ accountId }) => {
      const { reference } = uses.current(own(accountId))
      if (reference === null) throw new AppError('NOT_ALLOWED', reason('NO_REFERENCE'))
      await assertAgreed(reference, parts.confirm)
      store.transaction(() => {
        store.confirmReference(reference)
        audit({ kind: 'key', event: 'reference-confirmed', subject: accountId, detail: { kind: reference.kind } })
      })
      return changed(accountId)
    },
    rename: ({ accountId, label }) => {
      const row = uses.account(own(accountId))
      assertNew({ ...row, label }, accountId)
      store.transaction(() => {
        store.rename(accountId, label)
        audit({ kind: 'key', event: 'account-renamed', subject: accountId })
      })
      return changed(accountId)
    },
    check: async ({ accountId }) => {
      const key = uses.current(own(accountId))
      assertUnlocked()
      const check = await uses.probe(uses.account(accountId), key)
      const account = changed(accountId)
      if (maySendMoneyAway(check)) throw tooPowerful()
      return account
    },
    rotateKey: async (input) => {
      const { venue } = uses.account(own(input.accountId))
      const { key, mended } = enteredKey(venue, input)
      return { ...(await rotation.start(input.accountId, key)), mended }
    },
    finishRotation: async ({ accountId }) => rotation.finish(own(accountId)),
    cancelRotation: async ({ accountId }) => rotation.cancel(own(accountId)),
    reportLeak: async ({ accountId }) => leaks.report(own(accountId)),
    leakStep: async ({ accountId, step, skip = false }) => leaks.step(own(accountId), step, skip),
    endLeak: async ({ accountId }) => leaks.end(own(accountId)),
    remove: async ({ accountId }) => {
      own(accountId)
      if (parts.hasOrders(accountId)) {
        throw new AppError('IN_USE', reason('ORDERS_NOT_FINAL'))
      }
      store.transaction(() => {
        for (const { keyId, recordId } of store.keys(accountId)) {
          store.removeKey(keyId)
          if (recordId !== null) records.removeRecord(recordId)
        }
        store.removeAccount(accountId)
        audit({ kind: 'key', event: 'account-removed', subject: accountId })
      })
      parts.told()
      return null
    },
    sweep: () => {
      rotation.recover()
      for (const { accountId } of store.accounts()) {
        for (const key of store.keys(accountId)) {
          const days = daysSince(key.addedAt, clock.now())
          const owed = key.role === 'current' ? reminderOwed(days, key.lastReminderDays) : null
          if (owed === null) continue
          store.transaction(() => {
            store.setTold(key.keyId, owed)
            audit({ kind: 'key', event: 'key-age-reached', subject: accountId, detail: { days: owed } })
          })
        }
      }
      parts.remind()
    },
  }
}
