// The one door to every use of a key: whether it may be used at all, and the entry that is on the disk before it is.

import type { KeyCheck } from '../../../shared/accounts.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { recordOf } from '../../../shared/venues/records.ts'
import type { AccountRow, AccountStore, KeyRow } from '../../ports/accounts.ts'
import type { Audit } from '../../ports/operations.ts'
import type { KeyPurpose, KeyService, KeyUse, VaultStore } from '../../ports/vault.ts'
import { roleOf } from './account-shape.ts'

export interface KeyUseParts {
  store: AccountStore
  records: Pick<VaultStore, 'record'>
  keyService: Pick<KeyService, 'probe'>
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
  /** The key, for orders. @throws AppError as `current`, and `KEY_REFUSED`, `KEY_TOO_POWERFUL`, `KEY_NOT_CHECKED` */
  usable(accountId: string): KeyRow
  /**
   * The key for one call at the venue, noted before it is used; reads and streams are noted once an hour each. A leaked key serves only
   * to cancel what it has placed, and to see that it is gone. `together` where a transaction is under way that its note belongs to.
   * @throws AppError as `usable` for an order, else `NOT_FOUND`, `KEY_UNAVAILABLE`
   */
  take(accountId: string, purpose: KeyPurpose, order?: string | null, together?: boolean): KeyUse
  /** How a stored key is handed to the process that uses it. @throws AppError `KEY_UNAVAILABLE` */
  handOver(account: AccountRow, key: KeyRow): KeyUse
  /** Asks the venue about a key that may not be stored yet. @throws AppError `VAULT_LOCKED`, `KEY_UNAVAILABLE` */
  ask(
    account: Pick<AccountRow, 'accountId' | 'venue' | 'environment'>,
    use: KeyUse,
    facts: Pick<KeyRow, 'keyEnd' | 'source'>,
    also?: () => void,
  ): Promise<KeyCheck>
  /**
   * Asks the venue about this key and stores what it said. Of an account that is known by the exchange's name for it, a key of
   * another account counts as refused. @throws AppError `VAULT_LOCKED`, `KEY_UNAVAILABLE`
   */
  probe(account: AccountRow, key: KeyRow): Promise<KeyCheck>
}

const READS_NOTED_EVERY_MS = 3_600_000

/** Rights that nobody needs in order to trade and that send money away, in the words of the venues; behind a colon within a group. */
const TOO_MUCH = /withdraw|transfer[-_ ]?out|^Fiat\w*(?:P2P|Pay): /i

export const maySendMoneyAway = (check: KeyCheck): boolean =>
  check.permissions?.some((permission) => TOO_MUCH.test(permission)) ?? false

export const tooPowerful = (): AppError => new AppError('KEY_TOO_POWERFUL', reason('KEY_MAY_WITHDRAW'))

/** Whether the exchange has taken the key at some time, and told what it may do where it tells that at all. */
export const wasAccepted = ({ check }: Pick<KeyRow, 'check'>): boolean =>
  check !== null && (check.state === 'accepted' || (check.acceptedAt ?? null) !== null)

/** With live money nothing is sent by a key that the exchange could have been asked about and was not. */
export const mustBeChecked = ({ venue, environment }: AccountRow, key: Pick<KeyRow, 'check'>): boolean =>
  environment === 'live' && recordOf(venue).reportsPermissions && !wasAccepted(key)

/** What is known after a check: one that got no answer takes away nothing that an earlier one has told. */
export function knownAfter(before: KeyCheck | null, told: KeyCheck): KeyCheck {
  if (told.state === 'accepted') return { ...told, acceptedAt: told.at }
  if (before === null) return told
  const acceptedAt = before.acceptedAt ?? (before.state === 'accepted' ? before.at : null)
  const { permissions, ipBound, expiresAt, account = null } = before
  const kept = { ...told, permissions, ipBound, expiresAt, account, acceptedAt }
  if (told.state === 'refused') return kept
  if (before.state === 'refused') return before
  return acceptedAt === null && before.state === 'not-checked' ? { ...kept, state: 'not-checked' } : kept
}

/** Why a key that the exchange refuses is not used, with its own words where it had any. */
export const refusedKey = (check: KeyCheck): AppError => new AppError('KEY_REFUSED', check.detail)

/** Builds the door. */
export function createKeyUses({ store, records, keyService, audit, hostOf, now, monotonic }: KeyUseParts): KeyUses {
  const account = (accountId: string): AccountRow => {
    const row = store.account(accountId)
    if (row === null) throw new AppError('NOT_FOUND', reason('NO_SUCH_ACCOUNT'))
    return row
  }
  const useOf = (row: AccountRow, key: KeyRow): KeyUse => {
    // Decided by the reference itself: whatever else the row says, this is what would be run or read.
    if (key.reference !== null && !store.isConfirmed(key.reference)) {
      throw new AppError('NOT_CONFIRMED', reason('REFERENCE_NOT_CONFIRMED'))
    }
    if (key.reference !== null) return { from: 'reference', reference: key.reference, environment: row.environment }
    const record = key.recordId === null ? null : records.record(key.recordId)
    if (record === null) throw new AppError('KEY_UNAVAILABLE', reason('KEY_GONE'))
    return { from: 'vault', record }
  }
  const current = (accountId: string): KeyRow => {
    const row = account(accountId)
    if (row.leak !== null) {
      throw new AppError('NOT_ALLOWED', reason('KEY_LEAKED'))
    }
    const key = roleOf(store.keys(accountId), 'current')
    if (key === null || (key.recordId === null && key.reference === null)) {
      throw new AppError('KEY_UNAVAILABLE', reason('NO_KEY'))
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
    if (key.check?.state === 'refused') throw refusedKey(key.check)
    if (mustBeChecked(account(accountId), key)) {
      throw new AppError('KEY_NOT_CHECKED', reason('KEY_NOT_ASKED_ABOUT'))
    }
    return key
  }
  const ask: KeyUses['ask'] = async (row, use, { keyEnd, source }, also = () => {}) => {
    const { accountId, venue, environment } = row
    store.transaction(() => {
      // On the disk before the secret is opened: a use that nobody knows of is worse than an entry without a use.
      audit({ kind: 'secret', event: 'key-used', subject: accountId, detail: { purpose: 'check', keyEnd, source } })
      also()
    })
    return keyService.probe(venue, hostOf(venue, environment), use)
  }
  return {
    account,
    current,
    usable,
    take: (accountId, purpose, order = null, together = false) => {
      const row = account(accountId)
      const key = purpose === 'order' ? usable(accountId) : roleOf(store.keys(accountId), 'current')
      if (key === null) throw new AppError('KEY_UNAVAILABLE', reason('NO_KEY'))
      const use = useOf(row, key)
      if (!isNews(key.keyId, purpose)) return use
      const note = () => {
        const detail = { purpose, keyEnd: key.keyEnd, source: key.source, ...(order !== null && { order }) }
        audit({ kind: 'secret', event: 'key-used', subject: row.accountId, detail })
        store.setUsed(key.keyId, now())
      }
      if (together) note()
      else store.transaction(note)
      return use
    },
    handOver: useOf,
    ask,
    probe: async (row, key) => {
      const told = await ask(row, useOf(row, key), key, () => store.setUsed(key.keyId, now()))
      const isOther = row.venueAccount !== null && (told.account ?? null) !== null && told.account !== row.venueAccount
      const check = knownAfter(key.check, isOther && key.role === 'current' ? anotherAccounts(told) : told)
      store.transaction(() => {
        store.saveCheck(key.keyId, check)
        if (key.role === 'current' && row.venueAccount === null && check.account) {
          store.setVenueAccount(row.accountId, check.account)
        }
        audit({ kind: 'key', event: 'key-checked', subject: row.accountId, detail: { state: check.state } })
      })
      return check
    },
  }
}

const anotherAccounts = (told: KeyCheck): KeyCheck => ({
  ...told,
  state: 'refused',
  words: null,
  detail: reason('KEY_OF_OTHER_ACCOUNT'),
})
