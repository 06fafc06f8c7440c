// Tells whether what the last run acknowledged is still there. Each run writes a word of its own into the database and then
// beside it; a run that ends in order takes the one beside it away. Where it is still there at the next start, the last run was
// cut off: then its log must be there too, and the database must hold its word. If not, the newest part of the profile is gone,
// or is that of another one, and SQLite alone would open it without a sign.

import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder } from './kept-aside.ts'
import type { Database } from './sqlite/database.ts'

const MARK = 'session.json'
const LOG = 'prelist.sqlite-wal'
const KEY = 'session'

interface Mark {
  session: string
  /** The database was being closed, so its log may be gone already. */
  closing: boolean
  /** Damage was found: every page is looked at before the profile opens again. */
  damaged: boolean
}

/** What was beside the database before it was opened; to be read first, since opening makes a new log. */
export interface LastSession {
  mark: Mark | null
  hasLog: boolean
}

export interface Session {
  /** True where the last run was cut off and what it acknowledged last is not here. */
  lostChanges: boolean
  /** The database was found damaged. Never throws. */
  damaged(): void
  /** To be called right before the database is closed, and `closed` right after it. Neither throws. */
  closing(): void
  closed(): void
}

/** Never throws: a mark that cannot be read is none. */
export function lastSession(dataDir: string): LastSession {
  const size = statSync(join(dataDir, LOG), { throwIfNoEntry: false })?.size ?? 0
  return { mark: readMark(dataDir), hasLog: size > 0 }
}

/** Compares, and begins this run's session. Where the disk has no room for that, it goes on without a mark. */
export function openSession(dataDir: string, db: Database, last: LastSession): Session {
  const known = db.get('SELECT value FROM meta WHERE key = ?', KEY)?.['value'] ?? null
  const { mark, hasLog } = last
  // After damage another file may have been put in place on purpose.
  const isAfterDamage = mark?.damaged === true && mark.closing
  const lostChanges = mark !== null && !isAfterDamage && (known !== mark.session || !(hasLog || mark.closing))
  const session = randomUUID()
  let damaged = false
  const write = (closing: boolean) => {
    try {
      writeMark(dataDir, { session, closing, damaged })
    } catch {
      // Without it the next start only knows less.
    }
  }
  try {
    db.run(
      'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      ...[KEY, session],
    )
    write(false)
  } catch {
    rmSync(join(dataDir, MARK), { force: true })
  }
  return {
    lostChanges,
    damaged: () => {
      damaged = true
      write(false)
    },
    closing: () => write(true),
    closed: () => {
      if (!damaged) rmSync(join(dataDir, MARK), { force: true })
    },
  }
}

function readMark(dataDir: string): Mark | null {
  try {
    const value: unknown = JSON.parse(readFileSync(join(dataDir, MARK), 'utf8'))
    if (typeof value !== 'object' || value === null || !('session' in value)) return null
    const isTrue = (name: 'closing' | 'damaged') => name in value && Reflect.get(value, name) === true
    return { session: String(value.session), closing: isTrue('closing'), damaged: isTrue('damaged') }
  } catch {
    return null
  }
}

function writeMark(dataDir: string, mark: Mark): void {
  const path = join(dataDir, MARK)
  const file = openSync(`${path}.new`, 'w', 0o600)
  try {
    writeSync(file, JSON.stringify(mark))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(`${path}.new`, path)
  syncFolder(dataDir)
}
