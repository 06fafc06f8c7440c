// Puts the files of a profile that cannot be opened aside, whole and unread. It renames within the profile's folder and
// does nothing else: no copy that could be cut short, no deletion, no name that is taken.

import { closeSync, existsSync, fsyncSync, lstatSync, mkdirSync, openSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { reason } from '../../shared/reasons/reason.ts'
import { AppError } from '../../shared/result.ts'

export const KEPT_ASIDE = 'kept-aside'
/** Ends the name of a folder until every file is in it: a crash before that is finished by the next try. */
const UNFINISHED = '.unfinished'

/**
 * The database goes first. Without its log it would open as an older state of itself; a log without its database opens
 * nothing, and is recognised.
 */
const FILES = [
  'prelist.sqlite',
  'prelist.sqlite-wal',
  'prelist.sqlite-journal',
  'prelist.sqlite-shm',
  'profile.json',
  'session.json',
]

/** Told after each step that is on the disk; a test may end the process there. */
export type KeepingTrace = (step: string) => void

/** The folders of files that were put aside, as absolute paths, the newest first. */
export function listKeptAside(dataDir: string): string[] {
  const folder = join(dataDir, KEPT_ASIDE)
  if (!existsSync(folder)) return []
  const kept = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return kept
    .map((entry) => join(folder, entry.name))
    .sort()
    .reverse()
}

/**
 * Moves the profile's files to a folder named by `now`, an ISO timestamp. Where an earlier try was cut short, it is
 * finished instead, so that a database and its log stay together. Each step is on the disk before the next.
 * @throws AppError `STORAGE_FAILED`; then every file is either in its place or put aside
 */
export function keepAside(dataDir: string, now: string, trace: KeepingTrace): void {
  try {
    const root = join(dataDir, KEPT_ASIDE)
    mkdirSync(root, { recursive: true, mode: 0o700 })
    syncFolder(dataDir)
    trace('root')
    const unfinished = unfinishedFolder(dataDir, root)
    const names = FILES.filter((name) => isThere(join(dataDir, name)))
    if (unfinished === null && names.length === 0) return
    const folder = unfinished ?? newFolder(root, now)
    syncFolder(root)
    trace('folder')
    for (const name of names) {
      renameSync(join(dataDir, name), join(folder, name))
      syncFolder(folder)
      syncFolder(dataDir)
      trace(name)
    }
    finish(root, folder)
    trace('finished')
  } catch (error) {
    throw new AppError('STORAGE_FAILED', reason('NOT_PUT_ASIDE'), {
      cause: error,
    })
  }
}

function unfinishedFolder(dataDir: string, root: string): string | null {
  for (const name of readdirSync(root).filter((one) => one.endsWith(UNFINISHED))) {
    const folder = join(root, name)
    // A file of that name came back meanwhile: it belongs to another profile, and must not lie over the first.
    const taken = FILES.some((file) => isThere(join(dataDir, file)) && isThere(join(folder, file)))
    if (!taken) return folder
    finish(root, folder)
  }
  return null
}

function newFolder(root: string, now: string): string {
  const folder = freeFolder(root, now) + UNFINISHED
  mkdirSync(folder, { mode: 0o700 })
  return folder
}

/** A path for what is put aside at `now`, an ISO timestamp, that nothing has yet. */
export function freeFolder(root: string, now: string): string {
  // Windows allows no colon in a name.
  const stamp = now.replaceAll(':', '-')
  for (let count = 1; ; count++) {
    const name = count === 1 ? stamp : `${stamp}-${count}`
    if (!existsSync(join(root, name)) && !existsSync(join(root, name + UNFINISHED))) return join(root, name)
  }
}

/** True for a link that leads nowhere as well: it is moved, never followed. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

function finish(root: string, folder: string): void {
  renameSync(folder, folder.slice(0, -UNFINISHED.length))
  syncFolder(root)
}

/** Waits until the names in a folder are on the disk. Windows cannot open a folder, and keeps its names by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
