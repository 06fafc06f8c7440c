// Files of the trader's that this profile is writing: their paths are on the disk before they are begun, so that the next
// start can clear what a process that was killed has left. A recovery kit that was cut short would lie there unasked for.

import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { AppError } from '../../shared/result.ts'
import type { Logger, UnfinishedFiles } from '../ports.ts'
import { UNFINISHED } from '../vault-ports.ts'
import { syncFolder } from './kept-aside.ts'

const NOTES = 'unfinished-files.json'
/** The app writes one or two at a time; a longer list is nobody's that this app has made. */
const MAX_NOTES = 100

/** Opens the notes of the profile in `dataDir`, and clears what an earlier process left. Never throws. */
export function openUnfinishedFiles(dataDir: string, logger: Logger): UnfinishedFiles {
  const file = join(dataDir, NOTES)
  const known = new Set(readNotes(file).filter((path) => !isCleared(path)))
  const save = () => {
    try {
      writeNotes(dataDir, file, [...known])
      return true
    } catch (error) {
      // A full profile must keep nobody from writing a recovery kit to another disk.
      logger.warn('unfinished-files-not-noted', { error })
      return false
    }
  }
  save()
  return {
    during: async (path, work) => {
      const part = path + UNFINISHED
      // What is there already is somebody else's: it is refused by the work itself, and never ours to clear.
      if (!isAbsolute(path) || known.has(part) || !isMissing(part)) return work()
      known.add(part)
      save()
      let isOurs = true
      try {
        return await work()
      } catch (error) {
        // Somebody else's of this name has come in between.
        isOurs = !(error instanceof AppError && error.code === 'FILE_EXISTS')
        throw error
      } finally {
        // Where the process that wrote was killed, to lock the vault, it had no time to.
        if (!isOurs || isCleared(part)) known.delete(part)
        save()
      }
    },
  }
}

/** True when nothing is left to clear; false where the folder is away now, as that of a memory stick can be. */
function isCleared(part: string): boolean {
  try {
    const found = lstatSync(part, { throwIfNoEntry: false })
    if (found === undefined) return statSync(dirname(part), { throwIfNoEntry: false }) !== undefined
    // Neither a link nor a folder is what was begun here.
    if (found.isFile()) rmSync(part)
    return true
  } catch {
    return false
  }
}

function isMissing(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) === undefined
  } catch {
    // A name that the disk does not take: the work says so.
    return false
  }
}

/** Whatever stands there: only whole paths of unfinished files are taken. */
function readNotes(file: string): string[] {
  try {
    const notes: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (!Array.isArray(notes)) return []
    const paths = notes.filter((path): path is string => typeof path === 'string' && path.endsWith(UNFINISHED))
    return paths.filter((path) => isAbsolute(path)).slice(0, MAX_NOTES)
  } catch {
    return []
  }
}

function writeNotes(dataDir: string, file: string, paths: readonly string[]): void {
  if (paths.length === 0) {
    rmSync(file, { force: true })
    return
  }
  const opened = openSync(`${file}.new`, 'w', 0o600)
  try {
    writeSync(opened, JSON.stringify(paths))
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
  renameSync(`${file}.new`, file)
  syncFolder(dataDir)
}
