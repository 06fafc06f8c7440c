// Accounts and their keys over SQLite. Of a key that the vault keeps there is only the name of its sealed record here.

import type { KeyCheck, KeyReference, KeySource, Leak } from '../../../../shared/accounts.ts'
import type { AccountRow, AccountStore, KeyRole, KeyRow } from '../../../ports/accounts.ts'
import type { Database, Row } from '../database.ts'
import { soundRows } from '../row-check.ts'
import { whileUnchanged } from '../table-changes.ts'

/** Builds the store. No write opens a transaction, so that each commits by itself or with the caller's. */
export function createAccountStore(db: Database): AccountStore {
  const sound = (table: string, rows: Row[]) => soundRows(db, table, rows)
  // Each call at an exchange asks for an account and its keys: they are few, and kept until one is written.
  const accounts = whileUnchanged(db, ['accounts'], () =>
    sound('accounts', db.all('SELECT * FROM accounts ORDER BY created_at, account_id')).map(toAccountRow),
  )
  const byId = whileUnchanged(db, ['accounts'], () => new Map(accounts().map((row) => [row.accountId, row])))
  const keysOf = whileUnchanged(db, ['account_keys'], () =>
    Map.groupBy(
      sound('account_keys', db.all('SELECT * FROM account_keys')).map(toKeyRow),
      ({ accountId }) => accountId,
    ),
  )
  const confirmed = whileUnchanged(
    db,
    ['confirmed_references'],
    () => new Set(db.all('SELECT kind, api_key, api_secret, passphrase FROM confirmed_references').map(nameOf)),
  )
  return {
    transaction: db.transaction,
    accounts: () => [...accounts()],
    account: (accountId) => byId().get(accountId) ?? null,
    addAccount: ({ accountId, venue, environment, label, venueAccount, createdAt }) =>
      db.run(
        `INSERT INTO accounts (account_id, venue, environment, label, venue_account, created_at)
         VALUES (?, ?, ?, ?, ?, ?)`,
        ...[accountId, venue, environment, label, venueAccount, createdAt],
      ),
    setVenueAccount: (accountId, venueAccount) =>
      db.run('UPDATE accounts SET venue_account = ? WHERE account_id = ?', venueAccount, accountId),
    rename: (accountId, label) => db.run('UPDATE accounts SET label = ? WHERE account_id = ?', label, accountId),
    saveLeak: (accountId, leak) =>
      db.run(
        'UPDATE accounts SET leak = ? WHERE account_id = ?',
        leak === null ? null : JSON.stringify(leak),
        accountId,
      ),
    removeAccount: (accountId) => db.run('DELETE FROM accounts WHERE account_id = ?', accountId),
    keys: (accountId) => [...(keysOf().get(accountId) ?? [])],
    hasFingerprint: (fingerprint) =>
      db.get('SELECT 1 FROM account_keys WHERE fingerprint = ?', fingerprint) !== undefined,
    addKey: (key) =>
      db.run(
        `INSERT INTO account_keys (key_id, account_id, role, key_end, fingerprint, source, reference, record_id, added_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ...[key.keyId, key.accountId, key.role, key.keyEnd, key.fingerprint, key.source],
        ...[key.reference === null ? null : JSON.stringify(key.reference), key.recordId, key.addedAt],
      ),
    isConfirmed: (reference) => confirmed().has(JSON.stringify(partsOf(reference))),
    confirmReference: (reference) =>
      db.run(
        'INSERT OR IGNORE INTO confirmed_references (kind, api_key, api_secret, passphrase) VALUES (?, ?, ?, ?)',
        ...partsOf(reference),
      ),
    setRole: (keyId, role) => db.run('UPDATE account_keys SET role = ? WHERE key_id = ?', role, keyId),
    setUsed: (keyId, at) => db.run('UPDATE account_keys SET last_used_at = ? WHERE key_id = ?', at, keyId),
    saveCheck: (keyId, check) =>
      db.run('UPDATE account_keys SET checked = ? WHERE key_id = ?', JSON.stringify(check), keyId),
    setTold: (keyId, days) => db.run('UPDATE account_keys SET told_days = ? WHERE key_id = ?', days, keyId),
    removeKey: (keyId) => db.run('DELETE FROM account_keys WHERE key_id = ?', keyId),
  }
}

/** Every word of it: another command, or another way to the same one, is another reference. */
const partsOf = ({ kind, apiKey, apiSecret, passphrase = '' }: KeyReference) => [kind, apiKey, apiSecret, passphrase]

const nameOf = (row: Row) => JSON.stringify([row['kind'], row['api_key'], row['api_secret'], row['passphrase']])

const textOf = (value: unknown) => (typeof value === 'string' ? value : null)

function toAccountRow(row: Row): AccountRow {
  const leak = textOf(row['leak'])
  return {
    accountId: String(row['account_id']),
    venue: String(row['venue']),
    environment: row['environment'] === 'live' ? 'live' : 'test',
    label: String(row['label']),
    venueAccount: textOf(row['venue_account']),
    leak: leak === null ? null : (JSON.parse(leak) as Leak),
    createdAt: String(row['created_at']),
  }
}

function toKeyRow(row: Row): KeyRow {
  const reference = textOf(row['reference'])
  const checked = textOf(row['checked'])
  return {
    keyId: String(row['key_id']),
    accountId: String(row['account_id']),
    role: row['role'] as KeyRole,
    keyEnd: textOf(row['key_end']),
    fingerprint: textOf(row['fingerprint']),
    source: row['source'] as KeySource,
    reference: reference === null ? null : (JSON.parse(reference) as KeyReference),
    recordId: textOf(row['record_id']),
    addedAt: String(row['added_at']),
    lastUsedAt: textOf(row['last_used_at']),
    check: checked === null ? null : (JSON.parse(checked) as KeyCheck),
    lastReminderDays: Number(row['told_days']),
  }
}
