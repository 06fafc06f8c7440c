// Tells a folder that never held a profile from one that has lost it. A small file says "a profile was begun here"; a
// profile from before that file existed is known by what only a running app leaves behind.

import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { reason } from '../../shared/reasons/reason.ts'
import { AppError } from '../../shared/result.ts'
import { KEPT_ASIDE, syncFolder } from './kept-aside.ts'

const MARK = 'profile.json'
const DATABASE = 'prelist.sqlite'

/**
 * What remains where a database once was. Neither the preferences nor Electron's folder is among them: both can come
 * into being before the first profile does.
 */
const TRACES = [MARK, `${DATABASE}-wal`, 'practice-exchange', 'prelist.log', 'prelist.log.1', KEPT_ASIDE]

/**
 * Looks before SQLite does, which would begin a new database where one is missing, and throws a log away that lies
 * beside an empty one.
 * @throws AppError `PROFILE_MISSING`, `PROFILE_DAMAGED`
 */
export function assertNotLost(dataDir: string): void {
  const size = sizeOf(join(dataDir, DATABASE))
  const traces = TRACES.filter((name) => existsSync(join(dataDir, name)))
  if (size === null && traces.length > 0) {
    throw new AppError('PROFILE_MISSING', reason('DATABASE_GONE'))
  }
  // A crash in the very first start can leave an empty file, but never with one of these two.
  if (size === 0 && (traces.includes(MARK) || (sizeOf(join(dataDir, `${DATABASE}-wal`)) ?? 0) > 0)) {
    throw new AppError('PROFILE_DAMAGED', reason('DATABASE_EMPTY'))
  }
}

/**
 * Writes the mark of a profile that has none. When this returns, mark and database have their names on the disk.
 * Throws when the disk refuses.
 */
export function markProfile(dataDir: string, createdAt: string): void {
  const path = join(dataDir, MARK)
  if (existsSync(path)) return
  const file = openSync(`${path}.new`, 'w', 0o600)
  try {
    writeSync(file, `${JSON.stringify({ profileId: randomUUID(), createdAt })}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(`${path}.new`, path)
  syncFolder(dataDir)
}

/** Null when nothing is there; -1 when it cannot be looked at, which the opening itself will say better. */
function sizeOf(path: string): number | null {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size ?? null
  } catch {
    return -1
  }
}
