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
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
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
    sweep,
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
      if (!isAbsolute(path)) throw new AppError('FILE_NOT_USABLE', 'The whole path of the backup is needed.')
      if (!path.endsWith(ENDING)) throw new AppError('FILE_NOT_USABLE', `The name of a backup ends in ${ENDING}.`)
      const inside = relative(realpathSync(dataDir), resolved(dirname(path)))
      if (inside === '' || (!inside.startsWith('..') && !isAbsolute(inside))) {
        const message = 'A backup inside the profile would be lost with it. Choose another folder.'
        throw new AppError('FILE_NOT_USABLE', message)
      }
      if (isThere(path)) {
        throw new AppError('FILE_EXISTS', 'There is a file of this name already. Choose another name.')
      }
      if (isThere(path + UNFINISHED)) {
        const message = `A backup of this name was cut short: delete ${basename(path)}${UNFINISHED}, or choose another name.`
        throw new AppError('FILE_EXISTS', message)
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
      throw new AppError('FILE_NOT_USABLE', 'There is no such backup file. Give its whole path.')
    },
  }
}

/** True for a link that leads nowhere as well. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    // A name that is too long for the disk, or a folder that may not be looked into.
    throw new AppError(
      'FILE_NOT_USABLE',
      "This name can't be used for a file here. Choose a shorter one, or another folder.",
      {
        cause: error,
      },
    )
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
    throw new AppError('FILE_NOT_USABLE', 'The folder of this file does not exist.', { cause: error })
  }
}

function stored<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof AppError) throw error
    const message = 'The profile folder has no room for a copy, or cannot be written. Nothing was changed.'
    throw new AppError('STORAGE_FAILED', message, { cause: error })
  }
}
