// A backup made on one machine and restored on another: everything is there, the vault opens, and nothing is sent twice.

import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../electron/adapters/sqlite/database.ts'
import { KDF_FLOOR } from '../../../electron/vault/primitives.ts'
import { memoryStore } from '../../support/memory-store.ts'
import { startDesk } from '../../support/start-backend.ts'
import { toldState } from '../../support/state-dump.ts'
import { makeFolder, newIdentity } from './backup-kit.ts'

test('everything of a profile is there on another machine, and its vault opens', async () => {
  const { identity, recipient } = newIdentity()
  const file = path.join(makeFolder(), 'backup.age')
  const a = await startDesk([], { secretStore: memoryStore(), kdf: KDF_FLOOR })
  await a.ok('vault.create')
  await a.ok('notes.save', { coinId: 'peaq', text: 'from A' })
  await a.ok('holdings.save', { environment: 'live', coinId: 'peaq', amount: '12.5' })
  const exported = await a.ok('backup.export', { path: file, recipient })
  expect(exported.signedBy).toBe('this-vault')

  const b = await startDesk([], { secretStore: memoryStore(), kdf: KDF_FLOOR })
  const imported = await b.ok('backup.import', { path: file, identity })
  expect(imported).toMatchObject({ path: file, counts: exported.counts, signedBy: 'another-vault' })
  expect(await toldState(b.backend)).toEqual(await toldState(a.backend))
  expect(await b.ok('vault.status')).toMatchObject({ state: 'unlocked', slots: { keychain: true } })
  expect(await b.ok('audit.verify')).toMatchObject({ ok: true, anchored: true })
  await b.restart()
  expect(await b.ok('vault.unlock')).toMatchObject({ state: 'unlocked', keychain: 'ok' })
  expect(await b.ok('audit.verify')).toMatchObject({ ok: true, anchored: true })
  expect(readdirSync(b.dataDir)).not.toContain('backup-work')
  const [kept] = readdirSync(path.join(b.dataDir, 'kept-aside'))
  expect(existsSync(path.join(b.dataDir, 'kept-aside', String(kept), 'prelist.sqlite'))).toBe(true)
  openDatabase(path.join(b.dataDir, 'kept-aside', String(kept))).close()
})
