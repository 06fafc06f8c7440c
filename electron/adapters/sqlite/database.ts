// Opens the profile's one SQLite file, and is the only importer of node:sqlite. What it promises: a write that has
// returned is on the disk, a second process on the same profile is refused instead of let in, and a profile that cannot
// be used is left as it was, byte for byte.

import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLOutputValue, type StatementSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { BadRow } from '../../ports/stores.ts'
import { CHECKPOINT, secure } from './connection.ts'
import { createFileHolds, type FileHold } from './file-hold.ts'
import { endsWithinPage, HEADER_BYTES, sizeOf } from './file-shape.ts'
import { MIGRATIONS } from './migrations.ts'
import { checkProfile, checkSchema, type Depth, pragma } from './profile-check.ts'
import { createReserve, type Reserve } from './reserve.ts'
import { savepointOf } from './savepoint.ts'
import {
  copyError,
  damagedProfile,
  isNoRoom,
  isNoRoomForIndex,
  openError,
  runningDamage,
  statementError,
} from './storage-errors.ts'
import { createTableChanges } from './table-changes.ts'
import { lostCommits } from './wal-file.ts'

export type Row = Record<string, SQLOutputValue>
type Value = string | number | null | Uint8Array

export interface Database {
  all(sql: string, ...values: Value[]): Row[]
  get(sql: string, ...values: Value[]): Row | undefined
  run(sql: string, ...values: Value[]): void
  /** Row by row, for tables that may not fit into memory. */
  iterate(sql: string): Iterable<Row>
  /** Runs `work` in one transaction; whatever it throws rolls everything back. */
  transaction<T>(work: () => T): T
  /** As `transaction`, as a part of the one that is under way where there is one: it must then let whatever is thrown pass. */
  within<T>(work: () => T): T
  /**
   * A part of the transaction under way that may fail alone: what it wrote is undone then, and the answer is what it threw; else
   * `null`. @throws AppError for a fault of the storage, which is the whole transaction's
   */
  savepoint(work: () => void): unknown
  /** Rises with each write to one of these tables, and with each rollback: what was read before it is old. */
  changes(tables: readonly string[]): number
  /** The damage that was met since the opening, by a statement or by a check. From then on nothing is written any more. */
  damage(): AppError | null
  /** A check has found damage. */
  foundDamaged(finding: string): void
  /** True where every page was looked at before the profile opened. */
  wasChecked: boolean
  /**
   * Everything that is committed is in the file then, and nothing is written to it until the hold is released or ends by
   * itself, because the log would grow beyond `logBytes`. A hold that is still on ends. Not inside a transaction.
   * @throws AppError `STORAGE_FAILED`
   */
  hold(logBytes: number): FileHold
  /** Remembers a row that was read and is none that Prelist wrote; it is left out from then on. */
  setAside(row: BadRow): void
  /** Every row that was set aside since the opening, each once. */
  badRows(): BadRow[]
  /**
   * True from the moment that a write found no room on the disk, until there is room for the reserve again. Meanwhile
   * the reserve is given up, so that orders can be canceled and sending be halted; new orders must not use it up.
   */
  isFull(): boolean
  close(): void
}

const FILE = 'prelist.sqlite'
const LOCK = 'prelist.lock'
/** A profile up to this size is looked at whole before it opens, in some milliseconds; a larger one while it is open. */
const CHECKED_AT_OPENING = 1024 * 1024
/** A profile with more bad rows than this is not told of row by row. */
const MAX_BAD_ROWS = 1_000

/**
 * Opens or creates the database in `dataDir` and brings it to the newest schema. Every page of it is looked at first where
 * the file is small, where it has to be migrated, or where `whole` asks for that.
 * @throws AppError `PROFILE_IN_USE`, `PROFILE_TOO_NEW`, `PROFILE_DAMAGED` or `STORAGE_FAILED`; the file is then as it was.
 */
export function openDatabase(dataDir: string, whole = false): Database {
  const opened: DatabaseSync[] = []
  const keep = (connection: DatabaseSync) => {
    opened.unshift(connection)
    return connection
  }
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    chmodSync(dataDir, 0o700)
    const path = join(dataDir, FILE)
    lock(keep(new DatabaseSync(join(dataDir, LOCK), { timeout: 0 })))
    chmodSync(join(dataDir, LOCK), 0o600)
    const depth: Depth = whole || sizeOf(path) + sizeOf(`${path}-wal`) <= CHECKED_AT_OPENING ? 'whole' : 'ends'
    let done = inspect(path, depth)
    const raw = keep(new DatabaseSync(path, { timeout: 0, defensive: true }))
    chmodSync(path, 0o600)
    secure(queryOf(raw))
    done ??= check(raw, depth)
    migrate(raw)
    // Left by the inspection, or by somebody else's tool; this connection keeps its index in memory.
    rmSync(`${path}-shm`, { force: true })
    return wrap(raw, opened, createReserve(dataDir), path, done === 'whole')
  } catch (error) {
    for (const connection of opened) connection.close()
    throw openError(error)
  }
}

/**
 * Runs `work` while no process, this one included, has the profile open or can open it.
 * @throws AppError `PROFILE_IN_USE`, `STORAGE_FAILED`, and whatever `work` throws
 */
export function whileClosed(dataDir: string, work: () => void): void {
  try {
    const raw = new DatabaseSync(join(dataDir, LOCK), { timeout: 0 })
    try {
      lock(raw)
      work()
    } finally {
      raw.close()
    }
  } catch (error) {
    throw openError(error)
  }
}

/**
 * Checks the database file at `path`, which came from outside, and brings it to the newest schema. Its schema must be
 * ours to the letter: a trigger or a view that somebody added would act on whoever works with the file.
 * @throws AppError `BACKUP_INVALID`, `PROFILE_TOO_NEW`, `STORAGE_FAILED`
 */
export function prepareCopy(path: string): void {
  try {
    const raw = new DatabaseSync(path, { timeout: 0, defensive: true })
    try {
      // Nothing of it needs to outlive a crash, and every setting is one that a hostile file cannot undo.
      raw.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA journal_mode = MEMORY')
      raw.exec('PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON')
      checkSchema(queryOf(raw), MIGRATIONS.length, emptyAt)
      check(raw, 'whole')
      if (raw.prepare('PRAGMA foreign_key_check').all().length > 0) throw damagedProfile()
      migrate(raw)
    } finally {
      raw.close()
    }
  } catch (error) {
    throw copyError(error)
  }
}

/**
 * Looks at every page of the profile at `path`, which is held; answers with what is wrong with it, or `null`. It goes past
 * locks and log, and so may run in another thread.
 * @throws SQLite's errors that are no damage
 */
export function findingOf(path: string): string | null {
  try {
    return withHeld(path, (raw) => {
      const finding = String(pragma(queryOf(raw), 'integrity_check(1)'))
      return finding === 'ok' ? null : finding
    })
  } catch (error) {
    if (openError(error).code === 'PROFILE_DAMAGED') return String(error)
    throw error
  }
}

/**
 * Writes a compact copy of the profile at `path`, which is held, into the empty file at `to`, and answers with the rows of each
 * of `tables`. As `findingOf` it may run in another thread.
 * @throws AppError `STORAGE_FAILED`, `PROFILE_DAMAGED`
 */
export function copyHeld(path: string, to: string, tables: readonly string[]): Record<string, number> {
  try {
    return withHeld(path, (raw) => {
      raw.prepare('VACUUM INTO ?').run(to)
      const countOf = (table: string) => Number(raw.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n'])
      return Object.fromEntries(tables.map((table) => [table, countOf(table)]))
    })
  } catch (error) {
    throw statementError(error)
  }
}

function withHeld<T>(path: string, work: (raw: DatabaseSync) => T): T {
  const raw = new DatabaseSync(`${pathToFileURL(path).href}?mode=ro&immutable=1`, { readOnly: true })
  try {
    raw.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON')
    return work(raw)
  } finally {
    raw.close()
  }
}

// One process at a time, from before the first look until the end: of many that start at once exactly one gets the
// reservation, and the kernel gives it back when the process dies. In memory, or each start would leave a journal file.
function lock(raw: DatabaseSync): void {
  raw.exec('PRAGMA journal_mode = MEMORY; BEGIN IMMEDIATE')
}

/**
 * Looks at the file through a connection that cannot write: one that can would bring the journal into a file that is
 * then refused. Answers how deep it has looked; `null` where there is nothing to look at yet.
 */
function inspect(path: string, depth: Depth): Depth | null {
  const size = sizeOf(path)
  // SQLite takes a file of one byte for an empty one, and would begin anew in it.
  if (size > 0 && size < HEADER_BYTES) throw damagedProfile()
  if (size === 0) {
    // SQLite would take this for a new database and throw the journal away, with everything that was acknowledged.
    if (sizeOf(`${path}-wal`) > 0) throw damagedProfile()
    return null
  }
  const hasLog = sizeOf(`${path}-wal`) > 0
  if (hasLog && lostCommits(readFileSync(`${path}-wal`))) throw damagedProfile()
  // SQLite takes the rest of a page as empty. Beside a log it is: a crash may end the move into the file in the middle of one.
  if (!hasLog && endsWithinPage(path, size)) throw damagedProfile()
  // Only a file that is being born has a rollback journal, and only a connection that can write may clear it away.
  if (existsSync(`${path}-journal`)) return null
  const raw = new DatabaseSync(path, { readOnly: true, timeout: 0 })
  try {
    return check(raw, depth)
  } catch (error) {
    // To read beside a log SQLite makes an index on the disk, and this one has no room. The connection that writes keeps its
    // index in memory, so that one looks instead: with a full disk a trader must still see and cancel his orders.
    if (isNoRoomForIndex(error)) return null
    throw error
  } finally {
    raw.close()
  }
}

const check = (raw: DatabaseSync, depth: Depth): Depth => checkProfile(queryOf(raw), MIGRATIONS.length, emptyAt, depth)

/** What empty profiles have answered, by version and question: it never changes, and to make one takes longer than the look. */
const empties = new Map<string, Record<string, unknown>[]>()

/** An empty profile of a version. */
const emptyAt = (version: number) => (question: string) => {
  const known = empties.get(`${version} ${question}`)
  if (known !== undefined) return known
  const empty = new DatabaseSync(':memory:')
  for (const sql of MIGRATIONS.slice(0, version)) empty.exec(sql)
  const rows = queryOf(empty)(question)
  empty.close()
  empties.set(`${version} ${question}`, rows)
  return rows
}

const queryOf = (raw: DatabaseSync) => (sql: string) => raw.prepare(sql).all()

function migrate(raw: DatabaseSync): void {
  const version = Number(pragma(queryOf(raw), 'user_version'))
  // A new profile has nothing to keep from a step that fails: all of them are one, and each page is written once.
  if (version === 0) {
    raw.exec(`BEGIN IMMEDIATE; ${MIGRATIONS.join(';')}; PRAGMA user_version = ${MIGRATIONS.length}; COMMIT`)
    return
  }
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index < version) continue
    raw.exec(`BEGIN IMMEDIATE; ${sql}; PRAGMA user_version = ${index + 1}; COMMIT`)
  }
}

/**
 * Reads rows. An integer that no number of JavaScript's holds, which only another hand can have written, must not end the
 * reading of a whole list: it comes as the nearest number, which no shape of a row takes.
 */
function reading(statement: StatementSync, read: (statement: StatementSync) => Row[]): Row[] {
  try {
    return read(statement)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_OUT_OF_RANGE')) throw error
    statement.setReadBigInts(true)
    try {
      return read(statement).map(withNumbers)
    } finally {
      statement.setReadBigInts(false)
    }
  }
}

function* rowsOf(statement: StatementSync): Generator<Row> {
  for (const row of statement.iterate()) yield withNumbers(row)
}

function withNumbers(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  )
}

function wrap(
  raw: DatabaseSync,
  opened: readonly DatabaseSync[],
  reserve: Reserve,
  path: string,
  wasChecked: boolean,
): Database {
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  let damage: AppError | null = null
  const bad = new Map<string, BadRow>()
  const changes = createTableChanges()
  const holds = createFileHolds(path, queryOf(raw), CHECKPOINT)
  let isFull = !reserve.fill()
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
      if (!raw.isOpen) throw new AppError('CLOSED', reason('CLOSING'), { cause: error })
      const failure = statementError(error)
      if (failure.code === 'PROFILE_DAMAGED') damage ??= failure
      throw failure
    }
  }
  // Writing on could spread the damage over what is still sound, and an order journal that lies must send nothing.
  const writing = <T>(work: () => T): T =>
    guarded(() => {
      if (damage !== null) throw damage
      try {
        return work()
      } catch (error) {
        if (isNoRoom(error)) {
          isFull = true
          reserve.release()
        }
        throw error
      }
    })
  const transaction = <T>(work: () => T): T => {
    writing(() => raw.exec('BEGIN IMMEDIATE'))
    try {
      const value = work()
      writing(() => raw.exec('COMMIT'))
      holds.wrote()
      return value
    } catch (error) {
      changes.everything()
      if (raw.isTransaction) guarded(() => raw.exec('ROLLBACK'))
      throw error
    }
  }
  return {
    all: (sql, ...values) => guarded(() => reading(prepare(sql), (statement) => statement.all(...values))),
    get: (sql, ...values) =>
      guarded(
        () => reading(prepare(sql), (statement) => [statement.get(...values)].filter((row) => row !== undefined))[0],
      ),
    iterate: (sql) =>
      guarded(() => {
        const statement = raw.prepare(sql)
        statement.setReadBigInts(true)
        return rowsOf(statement)
      }),
    run: (sql, ...values) => {
      try {
        writing(() => void prepare(sql).run(...values))
        if (!raw.isTransaction) holds.wrote()
      } finally {
        changes.ran(sql)
      }
    },
    within: (work) => (raw.isTransaction ? work() : transaction(work)),
    transaction,
    savepoint: savepointOf((sql) => writing(() => raw.exec(sql)), changes.everything),
    changes: changes.of,
    damage: () => damage,
    foundDamaged: (finding) => {
      damage ??= runningDamage(finding)
    },
    wasChecked,
    hold: (logBytes) => guarded(() => holds.hold(logBytes)),
    setAside: (row) => {
      if (bad.size < MAX_BAD_ROWS) bad.set(JSON.stringify(row), row)
    },
    badRows: () => [...bad.values()],
    isFull: () => {
      if (isFull) isFull = !reserve.fill()
      return isFull
    },
    close: () => {
      for (const connection of opened) connection.close()
    },
  }
}
