// A new account and its key: looked at, then asked about, then kept. What the exchange refuses, what may send money away, and
// what is here already under another label, is not kept. Where nobody can be asked the key waits as not checked.

import { createHash } from 'node:crypto'
import type { KeyCheck } from '../../../shared/accounts.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import type { MendedKey } from '../../../shared/key-form.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { AccountRow, AccountStore, KeyRole, KeyRow } from '../../ports/accounts.ts'
import type { Audit } from '../../ports/operations.ts'
import type { NewId } from '../../ports/system.ts'
import type { FreshSeals, KeyUse, RecordContext, SealedRecord, VaultStore } from '../../ports/vault.ts'
import { type KeyUses, knownAfter, maySendMoneyAway, refusedKey, tooPowerful } from './key-use.ts'
import type { SameAccount } from './same-account.ts'

const KEY_END = 4

export interface KeyAddingParts {
  store: AccountStore
  records: Pick<VaultStore, 'saveRecord'>
  keyService: Pick<FreshSeals, 'seal' | 'assertFresh'>
  uses: KeyUses
  same: SameAccount
  audit: Audit
  newId: NewId
  now: () => string
  isUnlocked: () => boolean
  /** @throws AppError where the exchange is not known or the label is taken */
  assertNew(wish: { venue: string; label: string }): void
}

type NewRow = Omit<AccountRow, 'leak'>
type Wish = Pick<Input<'accounts.add'>, 'venue' | 'environment' | 'label' | 'sameAccount'>

export interface SealedKey {
  record: SealedRecord
  keyEnd: string
  fingerprint: string
}

export interface KeyAdding {
  /** @throws AppError `VAULT_LOCKED`, `IN_USE`, `KEY_REFUSED`, `KEY_TOO_POWERFUL`; nothing is kept then */
  add(wish: Wish, key: MendedKey): Promise<string>
  /** The same for a key that is kept elsewhere; while the vault is locked nobody is asked. */
  addReference(wish: Input<'accounts.addReference'>): Promise<string>
  /** Seals a key without keeping it. @throws AppError `VAULT_LOCKED`, `IN_USE` for one that is here already */
  seal(place: Pick<AccountRow, 'venue' | 'environment'>, key: MendedKey): Promise<SealedKey>
  /** Writes a sealed key and its row; to be called inside a transaction. */
  keep(accountId: string, role: KeyRole, sealed: SealedKey): string
}

/** Builds it. */
export function createKeyAdding(parts: KeyAddingParts): KeyAdding {
  const { store, records, keyService, uses, same, audit, newId, now, assertNew } = parts

  const inUse = ({ label, accountId }: AccountRow, confirm: 'sameAccount' | null): AppError => {
    const code = confirm === null ? 'KEY_OF_ACCOUNT_HERE' : 'LOOKS_LIKE_ACCOUNT'
    return new AppError('IN_USE', reason(code, { accountId, label }))
  }
  const assertFree = (fingerprint: string) => {
    if (store.hasFingerprint(fingerprint)) {
      throw new AppError('IN_USE', reason('KEY_HERE_ALREADY'))
    }
  }
  const newRow = ({ venue, environment, label }: Wish): NewRow => ({
    accountId: `${venue}-${newId().slice(0, 8)}`,
    ...{ venue, environment, label, venueAccount: null, createdAt: now() },
  })

  /** What the exchange says of a key that is not kept yet. */
  const asked = async (row: NewRow, use: KeyUse, facts: Pick<KeyRow, 'keyEnd' | 'source'>, wish: Wish) => {
    const check = await uses.ask(row, use, facts).catch((error: unknown) => notFound(error, now()))
    const refusal = maySendMoneyAway(check) ? tooPowerful() : check.state === 'refused' ? refusedKey(check) : null
    if (refusal !== null) {
      audit({ kind: 'key', event: 'key-refused', subject: row.accountId, detail: { code: refusal.code } })
      throw refusal
    }
    if (check.state !== 'accepted') return waitingToBeAsked(check)
    if ((check.account ?? null) === null && wish.sameAccount !== false) {
      const alike = await same.alike(row, use)
      if (alike !== null) throw inUse(alike, 'sameAccount')
    }
    return knownAfter(null, check)
  }

  /** Once more with nothing between: while it was asked another account may have come. */
  const write = (row: NewRow, check: KeyCheck | null, also: () => string) => {
    store.transaction(() => {
      assertNew(row)
      const venueAccount = check?.account ?? null
      const known = venueAccount === null ? null : same.named(row, venueAccount)
      if (known !== null) throw inUse(known, null)
      store.addAccount({ ...row, venueAccount })
      const { accountId: subject, venue, environment } = row
      audit({ kind: 'key', event: 'account-added', subject, detail: { venue, environment } })
      const keyId = also()
      if (check === null) return
      store.saveCheck(keyId, check)
      audit({ kind: 'key', event: 'key-checked', subject, detail: { state: check.state } })
    })
    return row.accountId
  }

  const seal: KeyAdding['seal'] = async ({ venue, environment }, key) => {
    const fingerprint = createHash('sha256').update(`prelist/key/v1\n${venue}\n${key.apiKey}`).digest('hex')
    assertFree(fingerprint)
    const context: RecordContext = { recordId: newId(), type: 'exchange-key', version: 1, environment }
    const record = { ...context, bytes: await keyService.seal(context, key) }
    return { record, keyEnd: key.apiKey.slice(-KEY_END), fingerprint }
  }
  const keep: KeyAdding['keep'] = (accountId, role, { record, keyEnd, fingerprint }) => {
    assertFree(fingerprint)
    keyService.assertFresh(record.bytes)
    records.saveRecord(record)
    const key = { keyId: newId(), accountId, role, keyEnd, fingerprint, recordId: record.recordId, addedAt: now() }
    store.addKey({ ...key, source: 'vault', reference: null })
    audit({ kind: 'secret', event: 'key-stored', subject: accountId, detail: { keyEnd } })
    return key.keyId
  }

  return {
    seal,
    keep,
    add: async (wish, key) => {
      const row = newRow(wish)
      const sealed = await seal(row, key)
      const facts = { keyEnd: sealed.keyEnd, source: 'vault' } as const
      const check = await asked(row, { from: 'vault', record: sealed.record }, facts, wish)
      return write(row, check, () => keep(row.accountId, 'current', sealed))
    },
    addReference: async (wish) => {
      const { reference, environment } = wish
      const row = newRow(wish)
      const facts = { keyEnd: null, source: reference.kind }
      const check = parts.isUnlocked()
        ? await asked(row, { from: 'reference', reference, environment }, facts, wish)
        : null
      return write(row, check, () => {
        const key = { keyId: newId(), accountId: row.accountId, addedAt: now(), source: reference.kind, reference }
        store.confirmReference(reference)
        store.addKey({ ...key, role: 'current', keyEnd: null, fingerprint: null, recordId: null })
        if (reference.kind === 'command') audit({ kind: 'key', event: 'command-confirmed', subject: row.accountId })
        return key.keyId
      })
    },
  }
}

/** What is known of a new key while nobody could be asked about it. */
export const waitingToBeAsked = (check: KeyCheck): KeyCheck =>
  check.state === 'unreachable'
    ? { ...check, state: 'not-checked', detail: reason('KEY_CHECKED_LATER', { why: check.detail }) }
    : check

/** What a reference names may come later. What it has found and is no key of the exchange's is refused, with its place. */
function notFound(error: unknown, at: string): KeyCheck {
  if (!(error instanceof AppError) || error.code !== 'KEY_UNAVAILABLE' || error.reason.code === 'KEY_FAULT') throw error
  return { state: 'not-checked', permissions: null, ipBound: null, expiresAt: null, detail: error.reason, at }
}
