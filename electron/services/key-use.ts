// The one door to every use of a key: whether it may be used at all, and the entry that is on the disk before it is.

import type { KeyCheck } from '../../shared/accounts.ts'
import { AppError } from '../../shared/result.ts'
import type { AccountRow, AccountStore, KeyRow } from '../account-ports.ts'
import type { Keeper, KeyUse, VaultStore } from '../vault-ports.ts'
import { roleOf } from './account-shape.ts'
import type { Audit } from './vault-services.ts'

export interface KeyUseParts {
  store: AccountStore
  records: Pick<VaultStore, 'record'>
  keeper: Pick<Keeper, 'probe'>
  audit: Audit
  /** Base URL of the venue; `null` for the venue's own. */
  hostOf: (venue: string, environment: AccountRow['environment']) => string | null
  now: () => string
  /** Milliseconds that never run backwards. */
  monotonic: () => number
}

export interface KeyUses {
  /** @throws AppError `NOT_FOUND` */
  account(accountId: string): AccountRow
  /** The key, for asking the venue about it. @throws AppError `NOT_FOUND`, `NOT_ALLOWED` once leaked, `KEY_UNAVAILABLE` */
  current(accountId: string): KeyRow
  /** The key, for orders. @throws AppError as `current`, and `KEY_REFUSED`, `KEY_TOO_POWERFUL` */
  usable(accountId: string): KeyRow
  /**
   * The key for one call at the venue, noted before it is used; reads and streams are noted once an hour each. A leaked key serves only
   * to cancel what it has placed, and to see that it is gone.
   * @throws AppError as `usable` for an order, else `NOT_FOUND`, `KEY_UNAVAILABLE`
   */
  take(accountId: string, purpose: 'order' | 'cancel' | 'read' | 'stream', order?: string | null): KeyUse
  /** Asks the venue about this key and stores what it said. @throws AppError `VAULT_LOCKED`, `KEY_UNAVAILABLE` */
  probe(account: AccountRow, key: KeyRow): Promise<KeyCheck>
}

const READS_NOTED_EVERY_MS = 3_600_000

/** Rights that nobody needs in order to trade, in the words of the venues. */
const TOO_MUCH = /withdraw|transfer[-_ ]?out/i

export const maySendMoneyAway = (check: KeyCheck): boolean =>
  check.permissions?.some((permission) => TOO_MUCH.test(permission)) ?? false

export const tooPowerful = (): AppError =>
  new AppError('KEY_TOO_POWERFUL', 'This key may withdraw. Make one that may only read and trade, and use that.')

/** Builds the door. */
export function createKeyUses({ store, records, keeper, audit, hostOf, now, monotonic }: KeyUseParts): KeyUses {
  const account = (accountId: string): AccountRow => {
    const row = store.account(accountId)
    if (row === null) throw new AppError('NOT_FOUND', 'There is no such account.')
    return row
  }
  const useOf = (row: AccountRow, key: KeyRow): KeyUse => {
    // Decided by the reference itself: whatever else the row says, this is what would be run or read.
    if (key.reference !== null && !store.isConfirmed(key.reference)) {
      const message = 'This key came with a backup. Confirm in Accounts that it may be fetched on this computer.'
      throw new AppError('NOT_CONFIRMED', message)
    }
    if (key.reference !== null) return { from: 'reference', reference: key.reference, environment: row.environment }
    const record = key.recordId === null ? null : records.record(key.recordId)
    if (record === null) throw new AppError('KEY_UNAVAILABLE', 'There is no key for this account here any more.')
    return { from: 'vault', record }
  }
  const current = (accountId: string): KeyRow => {
    const row = account(accountId)
    if (row.leak !== null) {
      throw new AppError('NOT_ALLOWED', 'The key of this account was reported as leaked. Nothing is done with it.')
    }
    const key = roleOf(store.keys(accountId), 'current')
    if (key === null || (key.recordId === null && key.reference === null)) {
      throw new AppError('KEY_UNAVAILABLE', 'This account has no key. Give it a new one.')
    }
    return key
  }
  const readAt = new Map<string, number>()
  const isNews = (keyId: string, purpose: string): boolean => {
    const at = monotonic()
    const use = purpose === 'stream' ? `stream ${keyId}` : keyId
    const isRepeated = purpose === 'read' || purpose === 'stream'
    if (isRepeated && at - (readAt.get(use) ?? Number.NEGATIVE_INFINITY) < READS_NOTED_EVERY_MS) return false
    readAt.set(use, at)
    return true
  }
  const usable = (accountId: string): KeyRow => {
    const key = current(accountId)
    if (key.check !== null && maySendMoneyAway(key.check)) throw tooPowerful()
    if (key.check?.state === 'refused') throw new AppError('KEY_REFUSED', 'The exchange refused the key last time.')
    return key
  }
  return {
    account,
    current,
    usable,
    take: (accountId, purpose, order = null) => {
      const row = account(accountId)
      const key = purpose === 'order' ? usable(accountId) : roleOf(store.keys(accountId), 'current')
      if (key === null) throw new AppError('KEY_UNAVAILABLE', 'This account has no key. Give it a new one.')
      const use = useOf(row, key)
      if (!isNews(key.keyId, purpose)) return use
      store.transaction(() => {
        const detail = { purpose, keyEnd: key.keyEnd, source: key.source, ...(order !== null && { order }) }
        audit({ kind: 'secret', event: 'key-used', subject: row.accountId, detail })
        store.setUsed(key.keyId, now())
      })
      return use
    },
    probe: async (row, key) => {
      const use = useOf(row, key)
      store.transaction(() => {
        // On the disk before the secret is opened: a use that nobody knows of is worse than an entry without a use.
        const detail = { purpose: 'check', keyEnd: key.keyEnd, source: key.source }
        audit({ kind: 'secret', event: 'key-used', subject: row.accountId, detail })
        store.setUsed(key.keyId, now())
      })
      const check = await keeper.probe(row.venue, hostOf(row.venue, row.environment), use)
      store.transaction(() => {
        store.saveCheck(key.keyId, check)
        audit({ kind: 'key', event: 'key-checked', subject: row.accountId, detail: { state: check.state } })
      })
      return check
    },
  }
}
