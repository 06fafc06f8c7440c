// Opens the ledger's file and runs transactions on it. Everything the exchange remembers is in this one file.

import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { REAL_PRICES, SCHEMA, SCHEMA_VERSION } from './schema.ts'

const LEDGER_FILE = 'practice-exchange.sqlite'

const versionRow = z.object({ user_version: z.number() })
const checkRow = z.object({ quick_check: z.string() })
const metaRow = z.object({ value: z.string() })

/**
 * Opens or creates the ledger in `dataDir`, which is made with mode 0700 when it is missing. Throws when the folder
 * cannot be written, the ledger is damaged, or it comes from a newer version; a damaged one is left as it was.
 */
export function openLedger(dataDir: string): DatabaseSync {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = path.join(dataDir, LEDGER_FILE)
  // Created empty first: SQLite gives its journal files the mode of the main file, and a worker cannot set a umask.
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: true })
  try {
    assertSound(db, file)
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;')
    transaction(db, () => migrate(db))
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function assertSound(db: DatabaseSync, file: string): void {
  const damaged = `its ledger is damaged: ${file}`
  let found: string
  try {
    found = checkRow.parse(db.prepare('PRAGMA quick_check(1)').get()).quick_check
  } catch (cause) {
    throw new Error(isDamage(cause) ? damaged : `its ledger cannot be read: ${file}`, { cause })
  }
  if (found !== 'ok') throw new Error(damaged)
}

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
  return code === 11 || code === 26
}

function migrate(db: DatabaseSync): void {
  const version = versionRow.parse(db.prepare('PRAGMA user_version').get()).user_version
  if (version === SCHEMA_VERSION) return
  if (version > SCHEMA_VERSION) {
    throw new Error(`the practice ledger has version ${version}, this program knows ${SCHEMA_VERSION}`)
  }
  if (version < 1) db.exec(SCHEMA)
  db.exec(REAL_PRICES)
  db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`)
}

/**
 * Runs `work` as one transaction: all of it is on disk when this returns, none of it when it throws. `work` is
 * synchronous, so that no other request can get between its reads and its writes.
 */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    // A failed COMMIT may have ended the transaction already; the first error is the one worth reporting.
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

/** The stored value of `name`; on first use `make()` is stored and returned. */
export function remember(db: DatabaseSync, name: string, make: () => string): string {
  const row = db.prepare('SELECT value FROM meta WHERE name = ?').get(name)
  if (row !== undefined) return metaRow.parse(row).value
  const value = make()
  db.prepare('INSERT INTO meta (name, value) VALUES (?, ?)').run(name, value)
  return value
}

/** Stores another value of a `name` that was remembered before. */
export function replace(db: DatabaseSync, name: string, value: string): void {
  db.prepare('UPDATE meta SET value = ? WHERE name = ?').run(value, name)
}
