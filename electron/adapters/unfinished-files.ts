// Files of the trader's that this profile is writing: their paths are on the disk before they are begun, so that the next
// start can clear what a process that was killed has left. A recovery kit that was cut short would lie there unasked for,
// and one that has its name but not its place in the vault would be kept by somebody and open nothing.

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
import type { Logger, UnfinishedFiles } from '../ports/system.ts'
import { UNFINISHED } from '../ports/vault.ts'
import { syncFolder } from './kept-aside.ts'

const NOTES = 'unfinished-files.json'
/** The app writes one or two at a time; a longer list is nobody's that this app has made. */
const MAX_NOTES = 100
/** A kit has a few lines. */
const MAX_MARKED_BYTES = 10_000
/** A shorter text could stand in a file of anybody's. */
const MIN_MARK = 40

/** A file that counts only once something else is on the disk as well, and the line by which it is known again. */
interface Marked {
  path: string
  mark: string
}

/** The path of a part, or a file with a mark. */
type Note = string | Marked

/** Opens the notes of the profile in `dataDir`, and clears what an earlier process left. Never throws. */
export function openUnfinishedFiles(dataDir: string, logger: Logger): UnfinishedFiles {
  const file = join(dataDir, NOTES)
  const noted = readNotes(file)
  const known = new Set(noted.filter((each) => typeof each === 'string').filter((path) => !isCleared(path)))
  const marked = new Set(noted.filter((each) => typeof each !== 'string'))
  let isKept: ((mark: string) => boolean) | null = null
  const save = () => {
    try {
      writeNotes(dataDir, file, [...known, ...marked])
      return true
    } catch (error) {
      // A full profile must keep nobody from writing a recovery kit to another disk.
      logger.warn('unfinished-files-not-noted', { error })
      return false
    }
  }
  const settleOne = (note: Marked) => {
    try {
      if (isKept !== null && (isKept(note.mark) || isMarkedCleared(note))) marked.delete(note)
    } catch (error) {
      // A profile that cannot be read judges nothing; the next start asks again.
      logger.warn('unfinished-file-not-judged', { error })
    }
  }
  save()
  return {
    settle: (judge) => {
      isKept = judge
      if (marked.size === 0) return
      for (const note of [...marked]) settleOne(note)
      save()
    },
    during: async (path, work, mark) => {
      const part = path + UNFINISHED
      // What is there already is somebody else's: it is refused by the work itself, and never ours to clear.
      if (!isAbsolute(path) || known.has(part) || !isMissing(part)) return work()
      known.add(part)
      const note = mark === undefined || !isMissing(path) ? null : { path, mark }
      if (note !== null) marked.add(note)
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
        if (note !== null) settleOne(note)
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

/** As `isCleared`, for a file that has its name; a file of this name that does not hold the mark is somebody else's. */
function isMarkedCleared({ path, mark }: Marked): boolean {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (found === undefined) return statSync(dirname(path), { throwIfNoEntry: false }) !== undefined
    if (found.isFile() && found.size <= MAX_MARKED_BYTES && readFileSync(path, 'utf8').includes(mark)) rmSync(path)
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

/** Whatever stands there: only whole paths of unfinished files, and of files with a mark, are taken. */
function readNotes(file: string): Note[] {
  try {
    const notes: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (!Array.isArray(notes)) return []
    return notes
      .map(readNote)
      .filter((note) => note !== null)
      .slice(0, MAX_NOTES)
  } catch {
    return []
  }
}

function readNote(note: unknown): Note | null {
  if (typeof note === 'string') return note.endsWith(UNFINISHED) && isAbsolute(note) ? note : null
  const { path, mark }: { path?: unknown; mark?: unknown } = Object(note)
  if (typeof path !== 'string' || !isAbsolute(path) || typeof mark !== 'string' || mark.length < MIN_MARK) return null
  return { path, mark }
}

function writeNotes(dataDir: string, file: string, notes: readonly Note[]): void {
  if (notes.length === 0) {
    rmSync(file, { force: true })
    return
  }
  const opened = openSync(`${file}.new`, 'w', 0o600)
  try {
    writeSync(opened, JSON.stringify(notes))
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
  renameSync(`${file}.new`, file)
  syncFolder(dataDir)
}
