// Keys are replaced and slots changed while every record stays readable; an older copy of the vault is known for one.

import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { decodeHeader } from '../../../electron/vault/header.ts'
import { until } from '../../support/until.ts'
import { addKey, opens, openVaultDesk, type VaultDesk, vaultRows } from './vault-desk.ts'

const WORDS = 'words of a test'

async function withKeys(count = 3): Promise<{ desk: VaultDesk; accounts: string[] }> {
  const desk = await openVaultDesk()
  await desk.ok('vault.create')
  const accounts: string[] = []
  for (let at = 0; at < count; at += 1) accounts.push(await addKey(desk, `account ${at}`))
  return { desk, accounts }
}

const headersOf = (desk: VaultDesk) => desk.closed((db) => vaultRows(db).headers as { bytes: Uint8Array }[])
const newest = (rows: { bytes: Uint8Array }[]) =>
  rows.map(({ bytes }) => decodeHeader(bytes)).reduce((a, b) => (a.generation > b.generation ? a : b))

/** Resolves when no record is behind; the status is told again after the old data key was destroyed. */
async function resealed(desk: VaultDesk): Promise<void> {
  let behind = 1
  while (behind > 0) {
    await new Promise((resume) => setImmediate(resume))
    behind = (await desk.ok('vault.status')).recordsBehind
  }
  await until(() => desk.heard.at(-1)?.recordsBehind === 0)
}

test('a new wrapping key changes nothing but headers, and the old one opens no more [R35]', async () => {
  const { desk, accounts } = await withKeys()
  const before = await desk.closed(vaultRows)
  const [oldItem] = [...desk.keychain.items]
  await desk.ok('vault.unlock')
  desk.clock.advance(30_000)
  const status = await desk.ok('vault.rotate', { what: 'wrapping-key' })
  expect(status.wrappingKeyAt).toBe('2026-11-23T12:00:30.000Z')
  const after = await desk.closed(vaultRows)
  expect(after.records).toEqual(before.records)
  expect(after.headers).not.toEqual(before.headers)
  for (const { bytes } of after.headers as { bytes: Uint8Array }[]) {
    expect(bytes.length).toBeLessThanOrEqual(4096)
  }
  const [newItem, ...more] = [...desk.keychain.items]
  expect(more).toEqual([])
  expect(newItem?.[0]).toMatch(/:kek-2$/)
  await desk.ok('vault.unlock')
  for (const accountId of accounts) expect(await opens(desk, accountId)).toBe(true)
  await desk.ok('vault.lock')
  desk.keychain.items.clear()
  desk.keychain.items.set(String(newItem?.[0]), String(oldItem?.[1]))
  expect(await desk.code('vault.unlock')).toBe('KEYCHAIN_MISMATCH')
})

test('after a new data key each record is sealed anew in the background, and the old key is destroyed', async () => {
  const { desk, accounts } = await withKeys()
  const before = await desk.closed(vaultRows)
  await desk.ok('vault.unlock')
  expect((await desk.ok('vault.rotate', { what: 'data-key' })).dataKeyAt).not.toBeNull()
  await resealed(desk)
  for (const accountId of accounts) expect(await opens(desk, accountId)).toBe(true)
  const events = (await desk.ok('audit.list', { limit: 1000 })).map(({ event }) => event)
  expect(events.filter((event) => event === 'key-resealed')).toHaveLength(3)
  expect(events).toContain('data-keys-retired')
  const after = await desk.closed(vaultRows)
  expect(after.records.map((row) => (row as { epoch: number }).epoch)).toEqual([2, 2, 2])
  expect(newest(after.headers as { bytes: Uint8Array }[]).epochs.map(({ epoch }) => epoch)).toEqual([2])
  // A record of before, put back beside the new header, opens no more: its key is gone.
  const [old] = before.records as { record_id: string; epoch: number; bytes: Uint8Array }[]
  await desk.closed((db) => {
    db.prepare('UPDATE sealed_records SET epoch = ?, bytes = ? WHERE record_id = ?').run(
      old?.epoch ?? 0,
      old?.bytes ?? null,
      old?.record_id ?? '',
    )
  })
  await desk.ok('vault.unlock')
  const codes = await Promise.all(accounts.map((accountId) => desk.code('accounts.check', { accountId })))
  expect(codes.filter((code) => code !== 'ok')).toEqual(['VAULT_DAMAGED'])
})

test('work that a lock has cut off goes on with the next unlock', async () => {
  const { desk, accounts } = await withKeys(20)
  const rotating = desk.ok('vault.rotate', { what: 'data-key' })
  const locking = rotating.then(() => desk.ok('vault.lock'))
  expect((await locking).recordsBehind).toBeGreaterThan(0)
  await desk.ok('vault.unlock')
  await resealed(desk)
  expect((await desk.ok('vault.status')).recordsBehind).toBe(0)
  for (const accountId of accounts) expect(await opens(desk, accountId)).toBe(true)
})

test('an older copy of the whole vault is refused by the keychain, and opens by its passphrase', async () => {
  const { desk } = await withKeys(1)
  await desk.ok('vault.setPassphrase', { passphrase: WORDS })
  const older = await headersOf(desk)
  await desk.ok('vault.unlock')
  await desk.ok('vault.rotate', { what: 'data-key' })
  await resealed(desk)
  await desk.closed((db) => putBack(db, older))
  expect(await desk.code('vault.unlock')).toBe('VAULT_DAMAGED')
  expect(await desk.code('vault.unlock', { passphrase: WORDS })).toBe('ok')
})

test('so is one from before the last change of its slots', async () => {
  const { desk } = await withKeys(1)
  const older = await headersOf(desk)
  await desk.ok('vault.unlock')
  await desk.ok('vault.setPassphrase', { passphrase: WORDS })
  await desk.closed((db) => putBack(db, older))
  expect(await desk.code('vault.unlock')).toBe('VAULT_DAMAGED')
})

function putBack(db: Parameters<typeof vaultRows>[0], rows: unknown[]): void {
  db.exec('DELETE FROM vault_headers')
  for (const row of rows as { copy: string; generation: number; bytes: Uint8Array }[]) {
    db.prepare('INSERT INTO vault_headers VALUES (?, ?, ?)').run(row.copy, row.generation, row.bytes)
  }
}

test('with either of the two headers damaged the vault opens', async () => {
  const { desk, accounts } = await withKeys(1)
  await desk.ok('vault.setPassphrase', { passphrase: WORDS })
  const rows = await headersOf(desk)
  expect(rows).toHaveLength(2)
  for (const copy of ['A', 'B']) {
    await desk.closed((db) => {
      putBack(db, rows)
      db.prepare('UPDATE vault_headers SET bytes = zeroblob(length(bytes)) WHERE copy = ?').run(copy)
    })
    expect(await desk.code('vault.unlock'), copy).toBe('ok')
    expect(await opens(desk, accounts[0] ?? '')).toBe(true)
  }
})

test('a change that was cut off between the two copies is finished by the next unlock', async () => {
  const { desk } = await withKeys(1)
  await desk.ok('vault.setPassphrase', { passphrase: WORDS })
  const [, older] = await headersOf(desk)
  await desk.ok('vault.unlock')
  await desk.ok('vault.setPassphrase', { passphrase: 'other words' })
  const [newer] = await headersOf(desk)
  await desk.closed((db) => putBack(db, [newer, older]))
  expect(await desk.code('vault.unlock', { passphrase: 'other words' })).toBe('ok')
  await desk.ok('vault.lock')
  expect(await desk.code('vault.unlock', { passphrase: WORDS })).toBe('WRONG_PASSPHRASE')
  // Also where it was the old passphrase that opened it: the newest sound copy is the one that counts.
  await desk.closed((db) => putBack(db, [newer, older]))
  expect(await desk.code('vault.unlock', { passphrase: WORDS })).toBe('ok')
  await desk.ok('vault.lock')
  expect(await desk.code('vault.unlock', { passphrase: WORDS })).toBe('WRONG_PASSPHRASE')
  expect(await desk.code('vault.unlock')).toBe('ok')
})

test('a passphrase is replaced and taken away, and the one of before opens nothing', async () => {
  const { desk } = await withKeys(1)
  await desk.ok('vault.setPassphrase', { passphrase: WORDS })
  await desk.ok('vault.setPassphrase', { passphrase: 'other words' })
  await desk.ok('vault.lock')
  expect(await desk.code('vault.unlock', { passphrase: WORDS })).toBe('WRONG_PASSPHRASE')
  expect(await desk.code('vault.unlock', { passphrase: 'other words' })).toBe('ok')
  desk.keychain.fault = 'KEYCHAIN_LOCKED'
  expect(await desk.code('vault.setPassphrase', { passphrase: null })).toBe('NOT_ALLOWED')
  desk.keychain.fault = null
  expect((await desk.ok('vault.setPassphrase', { passphrase: null })).slots).toMatchObject({ passphrase: false })
  await desk.ok('vault.lock')
  expect(await desk.code('vault.unlock', { passphrase: 'other words' })).toBe('WRONG_PASSPHRASE')
  expect(await desk.code('vault.unlock')).toBe('ok')
})

test('a recovery kit opens the vault without the keychain, is for its owner alone, and ends with the next one', async () => {
  const { desk } = await withKeys(1)
  const kit = (name: string) => path.join(desk.dataDir, '..', name)
  const identityIn = (name: string) => /^AGE-SECRET-KEY-1\w+$/m.exec(readFileSync(kit(name), 'utf8'))?.[0] ?? ''
  const chosen = { path: kit('kit-1.txt') }
  await desk.ok('vault.writeRecoveryKit', chosen)
  expect(statSync(kit('kit-1.txt')).mode & 0o777).toBe(0o600)
  const written = readFileSync(kit('kit-1.txt'), 'utf8')
  expect(await desk.code('vault.writeRecoveryKit', chosen)).toBe('FILE_EXISTS')
  expect(await desk.code('vault.writeRecoveryKit', { path: 'kit.txt' })).toBe('FILE_NOT_USABLE')
  expect(readFileSync(kit('kit-1.txt'), 'utf8')).toBe(written)
  desk.keychain.items.clear()
  await desk.ok('vault.lock')
  expect(await desk.code('vault.unlock', { identity: identityIn('kit-1.txt').toLowerCase() })).toBe('ok')
  await desk.ok('vault.writeRecoveryKit', { path: kit('kit-2.txt') })
  await desk.ok('vault.lock')
  expect(await desk.code('vault.unlock', { identity: identityIn('kit-1.txt') })).toBe('WRONG_PASSPHRASE')
  expect(await desk.code('vault.unlock', { identity: identityIn('kit-2.txt') })).toBe('ok')
  // The keychain has lost its key for good; a new one is made on purpose, never by itself.
  expect(desk.keychain.items.size).toBe(0)
  await desk.ok('vault.rotate', { what: 'wrapping-key' })
  await desk.ok('vault.lock')
  expect(await desk.code('vault.unlock')).toBe('ok')
  expect(existsSync(kit('kit-2.txt.part'))).toBe(false)
})

test('two profiles with the same vault replace their keys without touching the other’s', async () => {
  const { desk } = await withKeys(1)
  const [name] = [...desk.keychain.items.keys()]
  const other = String(name).replace('kek-1', 'kek-2')
  desk.keychain.items.set(other, 'the key of another profile')
  await desk.ok('vault.rotate', { what: 'wrapping-key' })
  expect([...desk.keychain.items.keys()].sort()).toEqual([other, String(name).replace('kek-1', 'kek-3')])
  expect(desk.keychain.items.get(other)).toBe('the key of another profile')
})
