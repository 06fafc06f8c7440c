// The files that come into being inside the profile while a backup is made or restored. Copies of the whole profile lie
// in them unencrypted, as the profile itself does, so none outlives the work; what a crash left is swept at start.

import {
  chmodSync,
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import { reason } from '../../shared/reasons/reason.ts'
import { AppError } from '../../shared/result.ts'
import type { BackupFolder } from '../ports/system.ts'
import { UNFINISHED } from '../ports/vault.ts'
import { freeFolder, KEPT_ASIDE, syncFolder } from './kept-aside.ts'

const WORK = 'backup-work'
const DATABASE = 'prelist.sqlite'
const ENDING = '.age'

/** Builds the access, and sweeps what an earlier process left. */
export function openBackupFolder(dataDir: string): BackupFolder {
  const work = join(dataDir, WORK)
  // Never throws: what has been done is done, and what is left is swept at the next start.
  const sweep = () => {
    try {
      rmSync(work, { recursive: true, force: true })
    } catch {
      // A new copy is then refused, since its folder is there already.
    }
  }
  const fresh = () => {
    sweep()
    mkdirSync(work, { mode: 0o700 })
  }
  sweep()
  return {
    newFile: (name) =>
      stored(() => {
        fresh()
        return join(work, name)
      }),
    emptyFile: (name) =>
      stored(() => {
        fresh()
        return touch(join(work, name))
      }),
    // A large file is given back to the disk in a thread of the system's: it takes a quarter of a second for a gigabyte.
    sweep: () => rm(work, { recursive: true, force: true }).catch(() => {}),
    keepCopy: (now, write) =>
      stored(() => {
        const root = join(dataDir, KEPT_ASIDE)
        const unfinished = join(work, 'kept')
        mkdirSync(root, { recursive: true, mode: 0o700 })
        mkdirSync(unfinished, { mode: 0o700 })
        const copy = touch(join(unfinished, DATABASE))
        write(copy)
        const opened = openSync(copy, 'r+')
        try {
          fsyncSync(opened)
        } finally {
          closeSync(opened)
        }
        syncFolder(unfinished)
        const folder = freeFolder(root, now)
        renameSync(unfinished, folder)
        syncFolder(root)
        syncFolder(dataDir)
        return folder
      }),
    dropCopy: (folder) => rmSync(folder, { recursive: true, force: true }),
    assertNew: (path) => {
      if (!isAbsolute(path)) throw new AppError('FILE_NOT_USABLE', reason('BACKUP_PATH_NOT_WHOLE'))
      if (!path.endsWith(ENDING))
        throw new AppError('FILE_NOT_USABLE', reason('BACKUP_ENDING_WANTED', { ending: ENDING }))
      const inside = relative(realpathSync(dataDir), resolved(dirname(path)))
      if (inside === '' || (!inside.startsWith('..') && !isAbsolute(inside))) {
        throw new AppError('FILE_NOT_USABLE', reason('BACKUP_IN_PROFILE'))
      }
      if (isThere(path)) {
        throw new AppError('FILE_EXISTS', reason('FILE_NAME_TAKEN'))
      }
      if (isThere(path + UNFINISHED)) {
        const file = `${basename(path)}${UNFINISHED}`
        throw new AppError('FILE_EXISTS', reason('BACKUP_CUT_SHORT', { file }))
      }
    },
    written: (path) => {
      try {
        const found =
          statSync(path, { throwIfNoEntry: false }) ?? statSync(path + UNFINISHED, { throwIfNoEntry: false })
        return found?.size ?? 0
      } catch {
        return 0
      }
    },
    sizeOf: (path) => {
      const found = isAbsolute(path) && isThere(path) ? statSync(path, { throwIfNoEntry: false }) : undefined
      if (found?.isFile() === true) return found.size
      throw new AppError('FILE_NOT_USABLE', reason('NO_BACKUP_FILE'))
    },
  }
}

/** True for a link that leads nowhere as well. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    // A name that is too long for the disk, or a folder that may not be looked into.
    throw new AppError('FILE_NOT_USABLE', reason('FILE_NAME_UNUSABLE'), {
      cause: error,
    })
  }
}

// Given its mode before anything is in it.
function touch(path: string): string {
  closeSync(openSync(path, 'wx', 0o600))
  chmodSync(path, 0o600)
  return path
}

function resolved(folder: string): string {
  try {
    return realpathSync(folder)
  } catch (error) {
    throw new AppError('FILE_NOT_USABLE', reason('FOLDER_MISSING'), { cause: error })
  }
}

function stored<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('STORAGE_FAILED', reason('NO_ROOM_FOR_COPY'), { cause: error })
  }
}
