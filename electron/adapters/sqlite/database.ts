// Opens the profile's one SQLite file, and is the only importer of node:sqlite. What it promises: a write that has
// returned is on the disk, and a second process on the same profile is refused instead of let in.

import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite'
import { AppError } from '../../../shared/result.ts'
import { MIGRATIONS } from './migrations.ts'

export type Row = Record<string, SQLOutputValue>
type Value = string | number | null

export interface Database {
  all(sql: string, ...values: Value[]): Row[]
  get(sql: string, ...values: Value[]): Row | undefined
  run(sql: string, ...values: Value[]): void
  /** Runs `work` in one transaction; whatever it throws rolls everything back. */
  transaction<T>(work: () => T): T
  close(): void
}

const FILE = 'prelist.sqlite'

/**
 * Opens or creates the database in `dataDir` and brings it to the newest schema.
 * @throws AppError `PROFILE_IN_USE`, `PROFILE_TOO_NEW`, `PROFILE_DAMAGED` or `STORAGE_FAILED`; the file is then as it was.
 */
export function openDatabase(dataDir: string): Database {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    chmodSync(dataDir, 0o700)
    const path = join(dataDir, FILE)
    const raw = new DatabaseSync(path, { timeout: 0 })
    try {
      chmodSync(path, 0o600)
      secure(raw)
      migrate(raw)
    } catch (error) {
      raw.close()
      throw error
    }
    return wrap(raw)
  } catch (error) {
    throw openError(error)
  }
}

// EXCLUSIVE keeps the file locked for the life of the process: it is the single-instance guard, held by the kernel, so
// that a crash releases it. FULL makes each commit wait for the disk. Both are read back, since SQLite ignores typos.
function secure(raw: DatabaseSync): void {
  raw.exec('PRAGMA locking_mode = EXCLUSIVE')
  raw.exec('PRAGMA journal_mode = WAL')
  raw.exec('PRAGMA synchronous = FULL')
  raw.exec('PRAGMA fullfsync = ON')
  raw.exec('PRAGMA foreign_keys = ON')
  raw.exec('PRAGMA trusted_schema = OFF')
  raw.exec('PRAGMA cell_size_check = ON')
  raw.exec('PRAGMA secure_delete = ON')
  const expected: Record<string, string | number> = {
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    trusted_schema: 0,
    locking_mode: 'exclusive',
  }
  for (const [name, value] of Object.entries(expected)) {
    const row = raw.prepare(`PRAGMA ${name}`).get()
    if (row === undefined || Object.values(row)[0] !== value) {
      throw new AppError('STORAGE_FAILED', `The database did not accept the setting ${name} = ${value}.`)
    }
  }
  raw.exec('BEGIN IMMEDIATE; COMMIT')
  const check = raw.prepare('PRAGMA quick_check(1)').get()
  if (check === undefined || Object.values(check)[0] !== 'ok') {
    throw new AppError('PROFILE_DAMAGED', 'The profile database is damaged. Nothing was changed; restore a backup.')
  }
}

function migrate(raw: DatabaseSync): void {
  const version = Number(Object.values(raw.prepare('PRAGMA user_version').get() ?? {})[0] ?? 0)
  if (version > MIGRATIONS.length) {
    throw new AppError(
      'PROFILE_TOO_NEW',
      'This profile was written by a newer version of Prelist. Install that version.',
    )
  }
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index < version) continue
    raw.exec(`BEGIN IMMEDIATE; ${sql}; PRAGMA user_version = ${index + 1}; COMMIT`)
  }
}

function wrap(raw: DatabaseSync): Database {
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  const prepare = (sql: string) => {
    const known = statements.get(sql) ?? raw.prepare(sql)
    statements.set(sql, known)
    return known
  }
  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      // A call that was under way while the profile closed: not the disk's fault.
      if (!raw.isOpen) throw new AppError('CLOSED', 'Prelist is closing.', { cause: error })
      throw storageError(error)
    }
  }
  return {
    all: (sql, ...values) => guarded(() => prepare(sql).all(...values)),
    get: (sql, ...values) => guarded(() => prepare(sql).get(...values)),
    run: (sql, ...values) => guarded(() => void prepare(sql).run(...values)),
    transaction: (work) => {
      guarded(() => raw.exec('BEGIN IMMEDIATE'))
      try {
        const value = work()
        guarded(() => raw.exec('COMMIT'))
        return value
      } catch (error) {
        if (raw.isTransaction) raw.exec('ROLLBACK')
        throw error
      }
    },
    close: () => raw.close(),
  }
}

function errorCode(error: unknown): number | null {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : null
  return typeof code === 'number' ? code & 0xff : null
}

const BUSY = 5
const CORRUPT = 11
const FULL = 13
const NOT_A_DATABASE = 26

function openError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const code = errorCode(error)
  if (code === BUSY) {
    return new AppError('PROFILE_IN_USE', 'Prelist is already open with this profile. Use the window that is open.', {
      cause: error,
    })
  }
  if (code === CORRUPT || code === NOT_A_DATABASE) {
    return new AppError('PROFILE_DAMAGED', 'The profile database is damaged. Nothing was changed; restore a backup.', {
      cause: error,
    })
  }
  return storageError(error)
}

function storageError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const full = errorCode(error) === FULL
  const message = full
    ? 'The disk is full. Nothing was saved and nothing was sent; free some space and try again.'
    : 'The profile could not be written. Nothing was saved and nothing was sent; check the disk and try again.'
  return new AppError('STORAGE_FAILED', message, { cause: error })
}
