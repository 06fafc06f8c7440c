// A profile that is refused stays as it was with its log, one of many processes wins, and damage ends all writing.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../../electron/adapters/sqlite/database.ts'
import { MIGRATIONS } from '../../../../electron/adapters/sqlite/migrations.ts'
import { firstPageOf, spoilPage } from '../../../support/hostile/spoil-table.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'

const HOLDER = fileURLToPath(new URL('../../../support/profile/hold-profile.ts', import.meta.url))
const NAMES = ['prelist.sqlite', 'prelist.sqlite-wal']

/** A copy of a profile whose file is complete and whose log holds `sql` on top, as a crash leaves them. */
function crashedWith(sql: string): string {
  const from = makeProfile()
  openDatabase(from).close()
  const raw = new DatabaseSync(path.join(from, 'prelist.sqlite'))
  raw.exec(sql)
  const to = makeProfile()
  mkdirSync(to)
  for (const name of NAMES) copyFileSync(path.join(from, name), path.join(to, name))
  raw.close()
  return to
}

const bytesOf = (dataDir: string) => NAMES.map((name) => readFileSync(path.join(dataDir, name)).toString('hex'))

it.each([
  ['PROFILE_TOO_NEW', `PRAGMA user_version = ${MIGRATIONS.length + 1}`, null],
  ['PROFILE_DAMAGED', "INSERT INTO meta (key, value) VALUES ('a', 'b')", 'holdings'],
])('leaves file and log of a profile that is %s as they were [R47] [R48]', (code, sql, table) => {
  const dataDir = crashedWith(sql)
  if (table !== null) {
    const sound = makeProfile()
    openDatabase(sound).close()
    spoilPage(dataDir, firstPageOf(sound, table))
  }
  const before = bytesOf(dataDir)
  expect(before[1]?.length).toBeGreaterThan(4096)
  for (let again = 0; again < 2; again++) {
    expect(() => openDatabase(dataDir)).toThrow(expect.objectContaining({ code }))
    expect(bytesOf(dataDir)).toEqual(before)
  }
})

it.each([
  ['a trigger "t"', 'CREATE TRIGGER t AFTER INSERT ON halts BEGIN DELETE FROM halts; END'],
  ['a view "v"', 'CREATE VIEW v AS SELECT * FROM orders'],
  ['a table "more"', 'CREATE TABLE more (x TEXT) STRICT'],
  ['an index "i"', 'CREATE INDEX i ON orders (reason)'],
  ['a table "halts"', 'DROP TABLE halts; CREATE TABLE halts (account_id TEXT PRIMARY KEY NOT NULL) STRICT'],
  [
    'a trigger "sqlite_autoindex_x"',
    `PRAGMA writable_schema = ON; INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES
       ('trigger', 'sqlite_autoindex_x', 'halts', 0, 'CREATE TRIGGER sqlite_autoindex_x AFTER INSERT ON halts BEGIN SELECT 1; END')`,
  ],
])('opens no profile with %s that is not its own, and says so', (what, sql) => {
  const dataDir = makeProfile()
  openDatabase(dataDir).close()
  const raw = new DatabaseSync(path.join(dataDir, 'prelist.sqlite'), { defensive: false })
  raw.exec(sql)
  raw.close()
  const before = readFileSync(path.join(dataDir, 'prelist.sqlite'))
  const [, type, name] = /^an? (\w+) "(\w+)"$/.exec(what) ?? []
  const reason = { code: 'FOREIGN_SCHEMA', params: { type, name } }
  expect(() => openDatabase(dataDir)).toThrow(expect.objectContaining({ code: 'PROFILE_DAMAGED', reason }))
  expect(readFileSync(path.join(dataDir, 'prelist.sqlite')).equals(before)).toBe(true)
})

it('opens no profile that has lost an index, by which orders are recovered', () => {
  const dataDir = makeProfile()
  openDatabase(dataDir).close()
  const raw = new DatabaseSync(path.join(dataDir, 'prelist.sqlite'))
  raw.exec('DROP INDEX orders_by_status_time')
  raw.close()
  expect(() => openDatabase(dataDir)).toThrow(expect.objectContaining({ code: 'PROFILE_DAMAGED' }))
})

it.each(['new', 'used'])(
  'lets exactly one of ten processes open a %s profile, and the next one after it',
  async (age) => {
    const dataDir = makeProfile()
    if (age === 'used') openDatabase(dataDir).close()
    const children = Array.from({ length: 10 }, () =>
      spawn(process.execPath, [HOLDER, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] }),
    )
    onTestFinished(() => {
      for (const child of children) child.kill('SIGKILL')
    })
    const said = await Promise.all(
      children.map(async (child) => String((await once(createInterface(child.stdout), 'line'))[0])),
    )
    expect(said.toSorted()).toEqual([...Array(9).fill('PROFILE_IN_USE'), 'opened'])
    const gone = children.map((child) => once(child, 'exit'))
    // The winner does not close in order: the kernel alone gives the profile back.
    for (const child of children) child.kill('SIGKILL')
    await Promise.all(gone)
    const db = openDatabase(dataDir)
    expect(Object.values(db.get('PRAGMA integrity_check') ?? {})).toEqual(['ok'])
    db.close()
  },
)

it('holds its lock from before the first look until the end, whoever else looks', () => {
  const dataDir = makeProfile()
  const takeLock = () => {
    const raw = new DatabaseSync(path.join(dataDir, 'prelist.lock'), { timeout: 0 })
    onTestFinished(() => raw.close())
    raw.exec('PRAGMA journal_mode = MEMORY; BEGIN IMMEDIATE')
    return raw
  }
  const db = openDatabase(dataDir)
  expect(takeLock).toThrow(/locked/)
  db.close()
  // As one that is still looking holds it, with the profile itself free.
  const other = takeLock()
  expect(() => openDatabase(dataDir)).toThrow(expect.objectContaining({ code: 'PROFILE_IN_USE' }))
  other.exec('ROLLBACK')
  openDatabase(dataDir).close()
})

it('ends all writing when damage shows while it runs, and goes on reading what is sound', () => {
  const dataDir = makeProfile()
  const first = openDatabase(dataDir)
  first.run("INSERT INTO meta (key, value) VALUES ('a', 'b')")
  first.close()
  const position = firstPageOf(dataDir, 'holdings')
  const db = openDatabase(dataDir)
  onTestFinished(() => db.close())
  expect(db.damage()).toBeNull()
  spoilPage(dataDir, position)
  const damaged = expect.objectContaining({
    code: 'PROFILE_DAMAGED',
    reason: { code: 'PROFILE_PART_UNREADABLE', params: {} },
  })
  expect(() => db.all('SELECT * FROM holdings')).toThrow(damaged)
  expect(db.damage()).toMatchObject({ code: 'PROFILE_DAMAGED' })
  expect(() => db.run("INSERT INTO meta (key, value) VALUES ('c', 'd')")).toThrow(damaged)
  expect(() => db.transaction(() => 1)).toThrow(damaged)
  expect(db.all('SELECT key FROM meta')).toEqual([{ key: 'a' }])
})

it('takes back what a transaction wrote before it met the damage', () => {
  const dataDir = makeProfile()
  openDatabase(dataDir).close()
  const position = firstPageOf(dataDir, 'holdings')
  const db = openDatabase(dataDir)
  onTestFinished(() => db.close())
  spoilPage(dataDir, position)
  const half = () =>
    db.transaction(() => {
      db.run("INSERT INTO meta (key, value) VALUES ('half', 'done')")
      try {
        db.all('SELECT * FROM holdings')
      } catch {
        // Whoever swallows the error must not get half of the work written.
      }
    })
  expect(half).toThrow(expect.objectContaining({ code: 'PROFILE_DAMAGED' }))
  expect(db.all('SELECT * FROM meta')).toEqual([])
})
