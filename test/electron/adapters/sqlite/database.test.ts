// The profile's file: one process at a time, nothing lost, nothing repaired behind the trader's back.

import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { type Database, openDatabase } from '../../../../electron/adapters/sqlite/database.ts'
import { MIGRATIONS } from '../../../../electron/adapters/sqlite/migrations.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'

const opener = fileURLToPath(new URL('../../../support/profile/open-profile.ts', import.meta.url))
const fileIn = (dataDir: string) => path.join(dataDir, 'prelist.sqlite')
const modeOf = (name: string) => (statSync(name).mode & 0o777).toString(8)

function open(dataDir: string): Database {
  const db = openDatabase(dataDir)
  onTestFinished(() => {
    try {
      db.close()
    } catch {
      // The test closed it.
    }
  })
  return db
}

it('refuses a second opening, in this process and from another one, until the first is closed', async () => {
  const dataDir = makeProfile()
  const db = open(dataDir)
  const elsewhere = async () => (await promisify(execFile)(process.execPath, [opener, dataDir])).stdout
  expect(() => openDatabase(dataDir)).toThrow(expect.objectContaining({ code: 'PROFILE_IN_USE' }))
  expect(await elsewhere()).toBe('PROFILE_IN_USE')
  db.run("INSERT INTO meta (key, value) VALUES ('still', 'mine')")
  db.close()
  expect(await elsewhere()).toBe('opened')
})

it('refuses a profile of a newer version and leaves it as it is [R48]', () => {
  const dataDir = makeProfile()
  open(dataDir).close()
  const raw = new DatabaseSync(fileIn(dataDir))
  raw.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`)
  raw.close()
  const before = readFileSync(fileIn(dataDir))
  expect(() => openDatabase(dataDir)).toThrow(expect.objectContaining({ code: 'PROFILE_TOO_NEW' }))
  expect(readFileSync(fileIn(dataDir)).equals(before)).toBe(true)
})

function damaged(dataDir: string, spoil: (bytes: Buffer) => Buffer): Buffer {
  const db = open(dataDir)
  for (let at = 0; at < 200; at++) db.run('INSERT INTO meta (key, value) VALUES (?, ?)', `k${at}`, 'v'.repeat(200))
  db.close()
  const bytes = spoil(readFileSync(fileIn(dataDir)))
  writeFileSync(fileIn(dataDir), bytes)
  return bytes
}

it.each<[string, (bytes: Buffer) => Buffer]>([
  ['noise', () => Buffer.from('this is no database'.repeat(500))],
  ['a header and then noise', (bytes) => Buffer.concat([bytes.subarray(0, 100), Buffer.alloc(bytes.length - 100, 7)])],
  ['a page of noise', (bytes) => Buffer.from(bytes).fill(0xff, bytes.length - 4096 * 4, bytes.length - 4096)],
  ['half a file', (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2 / 4096) * 4096)],
])('says PROFILE_DAMAGED for %s and changes no byte of it', (_name, spoil) => {
  const dataDir = makeProfile()
  const bytes = damaged(dataDir, spoil)
  expect(() => openDatabase(dataDir)).toThrow(expect.objectContaining({ code: 'PROFILE_DAMAGED' }))
  expect(readFileSync(fileIn(dataDir)).equals(bytes)).toBe(true)
})

it('says STORAGE_FAILED where no folder can be', () => {
  const dataDir = makeProfile()
  writeFileSync(dataDir, 'a file')
  expect(() => openDatabase(dataDir)).toThrow(expect.objectContaining({ code: 'STORAGE_FAILED' }))
})

it('keeps folder and files to their owner whatever the mask, also those that were open to others', () => {
  const before = process.umask(0)
  onTestFinished(() => void process.umask(before))
  const dataDir = makeProfile()
  open(dataDir).close()
  expect([modeOf(dataDir), modeOf(fileIn(dataDir))]).toEqual(['700', '600'])
  chmodSync(dataDir, 0o777)
  chmodSync(fileIn(dataDir), 0o666)
  const db = open(dataDir)
  db.run("INSERT INTO meta (key, value) VALUES ('a', 'b')")
  expect(modeOf(dataDir)).toBe('700')
  const modes = readdirSync(dataDir).map((name) => modeOf(path.join(dataDir, name)))
  expect(new Set(modes)).toEqual(new Set(['600']))
})

it('takes an empty file for a new profile, and keeps it to its owner', () => {
  const dataDir = makeProfile()
  mkdirSync(dataDir)
  writeFileSync(fileIn(dataDir), '', { mode: 0o644 })
  expect(open(dataDir).all('SELECT * FROM orders')).toEqual([])
  expect(modeOf(fileIn(dataDir))).toBe('600')
})

it.each([
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['fullfsync', 1],
  ['foreign_keys', 1],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['secure_delete', 1],
  ['locking_mode', 'exclusive'],
  ['writable_schema', 0],
  ['user_version', MIGRATIONS.length],
])('has %s = %s [R48]', (name, value) => {
  expect(Object.values(open(makeProfile()).get(`PRAGMA ${name}`) ?? {})).toEqual([value])
})

it('has strict tables only [R48]', () => {
  const tables = open(makeProfile()).all("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
  // The index of words and the tables that it keeps are SQLite's own.
  const isOurs = (name: unknown) => !/^(sqlite_|note_search)/.test(String(name))
  const loose = tables.filter(({ name, strict }) => strict === 0 && isOurs(name))
  expect([loose, tables.length > 10]).toEqual([[], true])
})

it('is defensive: the schema cannot be written by hand [R48]', () => {
  const db = open(makeProfile())
  db.run('PRAGMA writable_schema = ON')
  expect(() => db.run("UPDATE sqlite_schema SET sql = '' WHERE name = 'meta'")).toThrow()
})

it('rolls back what throws, and goes on', () => {
  const db = open(makeProfile())
  const failing = () =>
    db.transaction(() => {
      db.run("INSERT INTO meta (key, value) VALUES ('a', 'b')")
      throw new RangeError('in the middle')
    })
  expect(failing).toThrow(RangeError)
  expect(db.all('SELECT * FROM meta')).toEqual([])
  expect(db.transaction(() => 7)).toBe(7)
})

it('keeps what was written, over a reopening', () => {
  const dataDir = makeProfile()
  const first = open(dataDir)
  first.run("INSERT INTO meta (key, value) VALUES ('a', ?)", 'b\u00e9\u{1f600}')
  first.close()
  expect(open(dataDir).get('SELECT value FROM meta')).toEqual({ value: 'b\u00e9\u{1f600}' })
})

it('says CLOSED, not a failing disk, once it is closed', () => {
  const db = open(makeProfile())
  db.close()
  expect(() => db.all('SELECT 1')).toThrow(expect.objectContaining({ code: 'CLOSED' }))
  expect(() => db.transaction(() => 1)).toThrow(expect.objectContaining({ code: 'CLOSED' }))
})

it('says STORAGE_FAILED for a full disk and for a broken constraint', () => {
  const db = open(makeProfile())
  db.run("INSERT INTO meta (key, value) VALUES ('a', 'b')")
  const again = () => db.run("INSERT INTO meta (key, value) VALUES ('a', 'b')")
  expect(again).toThrow(expect.objectContaining({ code: 'STORAGE_FAILED' }))
  db.get('PRAGMA max_page_count = 1')
  const large = () => db.run("INSERT INTO meta (key, value) VALUES ('large', ?)", 'x'.repeat(100_000))
  expect(large).toThrow(
    expect.objectContaining({ code: 'STORAGE_FAILED', reason: { code: 'DISK_FULL_NOT_SAVED', params: {} } }),
  )
})

it('reads a list in which somebody wrote an integer that no number holds', () => {
  const dataDir = makeProfile()
  const db = openDatabase(dataDir)
  db.run(
    "INSERT INTO accounts (account_id, venue, environment, label, created_at) VALUES ('a', 'binance', 'live', 'A', '')",
  )
  db.run(
    "INSERT INTO account_keys (key_id, account_id, role, source, added_at, told_days) VALUES ('k', 'a', 'old', 'vault', '', -9007199254740993)",
  )
  const read = [db.get('SELECT told_days FROM account_keys'), ...db.all('SELECT told_days FROM account_keys')]
  expect(read.map((row) => Number.isSafeInteger(row?.['told_days']))).toEqual([false, false])
  expect([...db.iterate('SELECT told_days FROM account_keys')]).toHaveLength(1)
  expect(db.get('SELECT 1 AS one')).toEqual({ one: 1 })
  db.close()
})
