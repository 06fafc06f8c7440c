// The one transaction of a restore: which rows are replaced and which stay, that it happens whole or not at all, and which
// copies are never let in.

import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openBackupFolder } from '../../../../electron/adapters/backup-folder.ts'
import { openDatabase } from '../../../../electron/adapters/sqlite/database.ts'
import { MIGRATIONS } from '../../../../electron/adapters/sqlite/migrations.ts'
import { TABLES_WITH_A_RULE } from '../../../../electron/adapters/sqlite/restore.ts'
import { AppError } from '../../../../shared/result.ts'
import { openProfileOf, type Profile, spoil } from './copies-kit.ts'
import { AT, entry, order } from './profile-rows.ts'

const TIME = '2026-11-24T00:00:00.000Z'
const nothingElse = () => {}

const OF_THIS_MACHINE = [
  'alert_samples',
  'listed_markets',
  'listing_names',
  'listing_sources',
  'scheduled_tasks',
  'source_usage',
]

/** Every row of every table. */
const everything = ({ rows }: Profile) => Object.fromEntries(TABLES_WITH_A_RULE.map((table) => [table, rows(table)]))

function code(work: () => unknown): string {
  try {
    work()
    return 'ok'
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
}

test('every table of the schema has a rule, and nothing else has', () => {
  const { db } = openProfileOf('x')
  const tables = db.all(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'note_search%' ORDER BY name`,
  )
  expect(tables.map((row) => row['name'])).toEqual([...TABLES_WITH_A_RULE].sort())
})

test('there is a row in every table', () => {
  const { rows } = openProfileOf('x')
  expect(TABLES_WITH_A_RULE.filter((table) => rows(table).length === 0)).toEqual([])
})

test('the rows of the copy take the place of those that were here', () => {
  const [here, there] = [openProfileOf('here'), openProfileOf('there')]
  const copy = there.copy()
  const wanted = everything(there)
  const kept = Object.fromEntries(OF_THIS_MACHINE.map((table) => [table, here.rows(table)]))
  expect(here.copies.prepare(copy)).toEqual({ orders: 1, accounts: 1, ownCoins: 1, holdings: 1, auditEntries: 2 })
  here.copies.replace(copy, false, ({ logGoesOn }) => expect(logGoesOn).toBe(false))
  expect(everything(here)).toEqual({
    ...wanted,
    ...kept,
    drafts: [],
    vault_headers: [],
    undo_steps: [],
    confirmed_references: [['command', 'op read here', 'op read here', '']],
    halts: [['here'], ['there']],
    gateway_pins: [
      ['gateway-here', 'here', 1, TIME],
      ['gateway-there', 'there', 1, TIME],
      ['practice', 'here', 1, TIME],
    ],
    meta: [
      ['of-this-machine', 'here'],
      ['practice-account', 'p-there'],
    ],
  })
  expect(here.db.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' })
  expect(here.db.all('PRAGMA foreign_key_check')).toEqual([])
})

test('the audit log is kept where it goes on from the end of the copy, by the same vault', () => {
  const here = openProfileOf('here')
  const copy = here.copy()
  here.copies.prepare(copy)
  here.db.run(entry(3, 'here'))
  here.copies.replace(copy, true, ({ logGoesOn }) => expect(logGoesOn).toBe(true))
  expect(here.rows('audit')).toHaveLength(3)
  expect(here.rows('audit_checkpoints')).toHaveLength(1)
  here.copies.replace(copy, false, ({ logGoesOn }) => expect(logGoesOn).toBe(false))
  expect(here.rows('audit')).toHaveLength(2)
})

test('an audit log that went another way is replaced', () => {
  const here = openProfileOf('here')
  here.db.run(entry(3, 'other'))
  const copy = here.copy()
  here.copies.prepare(copy)
  here.db.run('DELETE FROM audit WHERE seq = 3')
  here.db.run(entry(3, 'here'))
  here.copies.replace(copy, true, ({ logGoesOn }) => expect(logGoesOn).toBe(false))
  expect(JSON.stringify(here.rows('audit'))).toContain('other3')
})

test('what fails within it leaves everything as it was, and the next one works [R47]', () => {
  const [here, there] = [openProfileOf('here'), openProfileOf('there')]
  const copy = there.copy()
  here.copies.prepare(copy)
  const before = everything(here)
  const refuse = () => {
    throw new AppError('STORAGE_FAILED', 'No.')
  }
  expect(code(() => here.copies.replace(copy, false, refuse))).toBe('STORAGE_FAILED')
  expect(everything(here)).toEqual(before)
  here.copies.replace(copy, false, nothingElse)
  expect(here.rows('own_coins')).toEqual(there.rows('own_coins'))
})

test('a disk that is full leaves everything as it was [R47]', () => {
  const [here, there] = [openProfileOf('here'), openProfileOf('there')]
  for (let at = 0; at < 400; at++) there.db.run(order(`many-${at}`, 'filled'))
  const copy = there.copy()
  here.copies.prepare(copy)
  const before = everything(here)
  const pages = Number(here.db.get('PRAGMA page_count')?.['page_count'])
  let failed = 0
  for (let room = 0; room < 30; room += 2) {
    here.db.get(`PRAGMA max_page_count = ${pages + room}`)
    if (code(() => here.copies.replace(copy, false, nothingElse)) === 'STORAGE_FAILED') {
      failed += 1
      expect(everything(here)).toEqual(before)
    }
  }
  expect(failed).toBeGreaterThan(5)
})

test('what was confirmed is of this machine alone: a copy neither brings it nor takes it away', () => {
  const [here, there] = [openProfileOf('here'), openProfileOf('there')]
  const confirmed = () => here.rows('confirmed_references')
  const before = confirmed()
  there.db.run(`INSERT INTO confirmed_references VALUES ('command', 'curl evil', 'curl evil', '')`)
  const copy = there.copy()
  here.copies.prepare(copy)
  here.copies.replace(copy, true, nothingElse)
  expect(confirmed()).toEqual(before)
})

test.each([
  ['vault', 'command'],
  ['file', 'command'],
  ['command', 'environment'],
])('a copy in which a key of source %s has a reference of kind %s is refused', (source, kind) => {
  const [here, there] = [openProfileOf('here'), openProfileOf('there')]
  const reference = JSON.stringify({ kind, apiKey: 'op read a', apiSecret: 'op read b' })
  there.db.run('UPDATE account_keys SET source = ?, reference = ?', source, reference)
  const where = { table: 'account_keys', row: 'key', column: 'source' }
  expect(() => here.copies.prepare(there.copy())).toThrow(
    expect.objectContaining({ code: 'BACKUP_INVALID', reason: { code: 'BACKUP_ROW_REFUSED', params: where } }),
  )
})

test('an order that is not settled here and unknown to the copy is counted', () => {
  const [here, there] = [openProfileOf('here'), openProfileOf('there')]
  there.db.run(order('known', 'unknown'))
  const copy = there.copy()
  here.copies.prepare(copy)
  expect(here.copies.forgotten(copy)).toBe(0)
  here.db.run(order('known', 'unknown'))
  for (const status of ['filled', 'rejected', 'not-placed', 'abandoned']) here.db.run(order(`f-${status}`, status))
  expect(here.copies.forgotten(copy)).toBe(0)
  const live = ['recorded', 'submitting', 'unknown', 'stuck', 'conflict', 'open', 'partially-filled']
  for (const status of live) here.db.run(order(`l-${status}`, status))
  expect(here.copies.forgotten(copy)).toBe(live.length)
  // One that the trader has judged keeps nothing back any more.
  here.db.run("UPDATE orders SET decided_at = '2026-11-23T12:00:00.000Z' WHERE status = 'conflict'")
  expect(here.copies.forgotten(copy)).toBe(live.length - 1)
})

test.each<[string, string]>([
  ['a trigger', 'CREATE TRIGGER t AFTER INSERT ON orders BEGIN DELETE FROM halts; END'],
  ['a view', 'CREATE VIEW v AS SELECT * FROM orders'],
  ['a table more', 'CREATE TABLE more (x TEXT) STRICT'],
  ['an index more', 'CREATE INDEX i ON orders (reason)'],
  ['an index less', 'DROP INDEX orders_by_status_time'],
  ['a table less', 'DROP TABLE fills'],
  ['a loosened table', 'DROP TABLE halts; CREATE TABLE halts (account_id TEXT PRIMARY KEY)'],
  [
    'a table of the same columns that is not the same',
    'DROP TABLE halts; CREATE TABLE halts (account_id TEXT PRIMARY KEY NOT NULL) STRICT',
  ],
  ['a fill without its order', `INSERT INTO fills VALUES ('a', 'b', 'none', '1', '1', 'x', '0', '')`],
  ['no version', 'PRAGMA user_version = 0'],
  ['a version below none', 'PRAGMA user_version = -1'],
])('a copy with %s is refused', (_name, sql) => {
  const here = openProfileOf('here')
  expect(code(() => here.copies.prepare(spoil(here.copy(), sql)))).toBe('BACKUP_INVALID')
})

test('a copy of a newer version is told apart from a broken one', () => {
  const here = openProfileOf('here')
  const copy = spoil(here.copy(), `PRAGMA user_version = ${MIGRATIONS.length + 1}; CREATE TABLE newer (x)`)
  expect(code(() => here.copies.prepare(copy))).toBe('PROFILE_TOO_NEW')
})

test('a copy that is no database, or a spoilt one, is refused', () => {
  const here = openProfileOf('here')
  const copy = here.copy()
  const sound = readFileSync(copy)
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('no database'),
    sound.subarray(0, 5000),
    Buffer.alloc(sound.length),
  ]) {
    writeFileSync(copy, bytes)
    expect(code(() => here.copies.prepare(copy))).toBe('BACKUP_INVALID')
  }
  const spoilt = Buffer.from(sound)
  spoilt.fill(0xff, 4096 * 3, 4096 * 4)
  writeFileSync(copy, spoilt)
  expect(code(() => here.copies.prepare(copy))).toBe('BACKUP_INVALID')
})

test('a copy of each older version is brought to the newest', () => {
  const here = openProfileOf('here')
  for (let version = 1; version < MIGRATIONS.length; version++) {
    const copy = path.join(here.dataDir, '..', `version-${version}.sqlite`)
    const raw = new DatabaseSync(copy)
    for (const sql of MIGRATIONS.slice(0, version)) raw.exec(sql)
    raw.exec(`PRAGMA user_version = ${version}; INSERT INTO own_coins VALUES ('old', 'Old', NULL, '', '[]', ${AT})`)
    raw.close()
    expect(here.copies.prepare(copy).ownCoins).toBe(1)
    here.copies.replace(copy, false, nothingElse)
    expect(here.rows('own_coins')).toEqual([['old', 'Old', null, '', '[]', TIME]])
  }
})

test('the copy that is put aside is a whole profile, for its owner alone [R19]', () => {
  const here = openProfileOf('here')
  const folder = openBackupFolder(here.dataDir)
  folder.newFile('profile.sqlite')
  const first = folder.keepCopy('2026-11-24T00:00:00.000Z', here.copies.write)
  folder.newFile('profile.sqlite')
  const second = folder.keepCopy('2026-11-24T00:00:00.000Z', here.copies.write)
  expect([path.basename(first), path.basename(second)]).toEqual([
    '2026-11-24T00-00-00.000Z',
    '2026-11-24T00-00-00.000Z-2',
  ])
  expect(statSync(first).mode & 0o777).toBe(0o700)
  expect(statSync(path.join(first, 'prelist.sqlite')).mode & 0o777).toBe(0o600)
  const kept = openDatabase(second)
  expect(kept.all('SELECT * FROM orders')).toEqual(here.db.all('SELECT * FROM orders'))
  expect(kept.all('SELECT * FROM meta')).toEqual(here.db.all('SELECT * FROM meta'))
  kept.close()
})
