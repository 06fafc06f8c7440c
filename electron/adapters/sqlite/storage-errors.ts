// What SQLite's errors mean for the trader: a code, and words that say what to do.

import { AppError } from '../../../shared/result.ts'
import type { BadRow } from '../../ports/stores.ts'

const BUSY = 5
const CORRUPT = 11
const FULL = 13
const NOT_A_DATABASE = 26

function resultCode(error: unknown): number | null {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : null
  return typeof code === 'number' ? code & 0xff : null
}

/** Of the index beside a log: it could not be made as large as it must be, or not be made at all. */
const NO_INDEX = [4874, 4618]

/** True where the disk had no room for a write. */
export const isNoRoom = (error: unknown): boolean => resultCode(error) === FULL

/** True where the disk had no room for the index that a connection needs which only reads. */
export const isNoRoomForIndex = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && NO_INDEX.includes(Number(error.errcode))

const isDamage = (code: number | null) => code === CORRUPT || code === NOT_A_DATABASE

/**
 * A profile that was found damaged before anything was written to it. SQLite calls a disk that fails to give its bytes
 * by the same name, so the words name both.
 */
export function damagedProfile(cause?: unknown): AppError {
  const message =
    'The profile database is damaged or cannot be read. Nothing was changed; check the disk, or restore a backup.'
  return new AppError('PROFILE_DAMAGED', message, { cause })
}

/** A profile that holds a table, index, trigger or view that this app does not write. */
export function foreignSchema(type: string, name: string): AppError {
  // The name is somebody else's words: short, on one line, without signs that could hide or turn it around.
  const shown = name.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 60)
  const message = `The profile database has ${type === 'index' ? 'an' : 'a'} ${type} "${shown}" that Prelist didn't create, so it isn't safe to use. Nothing was changed; restore a backup.`
  return new AppError('PROFILE_DAMAGED', message)
}

/** Why the profile did not open. */
export function openError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const code = resultCode(error)
  if (code === BUSY) {
    const message = 'Prelist is already open with this profile. Use the window that is open.'
    return new AppError('PROFILE_IN_USE', message, { cause: error })
  }
  if (isDamage(code)) return damagedProfile(error)
  const message =
    code === FULL
      ? 'The disk is full, so the profile could not be opened. Free some space and start Prelist again.'
      : 'The profile could not be opened. Check that its folder can be read and written, and start Prelist again.'
  return new AppError('STORAGE_FAILED', message, { cause: error })
}

/** Why a copy of a profile that came from outside cannot be used. */
export function copyError(error: unknown): AppError {
  const code = resultCode(error)
  if (error instanceof AppError && error.code !== 'PROFILE_DAMAGED') return error
  if (error instanceof AppError || isDamage(code)) {
    const message = 'The profile in this backup is not sound, so it cannot be restored. Nothing was changed.'
    return new AppError('BACKUP_INVALID', message, { cause: error })
  }
  return openError(error)
}

/** A copy with a row that Prelist never writes: somebody changed it, and nobody knows what else. */
export function badRowInCopy({ table, row, column }: BadRow): AppError {
  const message = `This backup can't be restored: in the table "${table}", row "${row}", the field "${column}" isn't one that Prelist writes. Nothing was changed.`
  return new AppError('BACKUP_INVALID', message)
}

/** Damage that shows while the profile is open. */
export function runningDamage(cause: unknown): AppError {
  const message =
    'The profile is damaged: a part of it cannot be read. Nothing more is written to it; close Prelist, check the disk, and restore a backup.'
  return new AppError('PROFILE_DAMAGED', message, { cause })
}

/**
 * Why a statement failed. It says only what the database can know; whether an order went out before it is for the
 * caller to say.
 */
export function statementError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const code = resultCode(error)
  if (isDamage(code)) return runningDamage(error)
  const message =
    code === FULL
      ? 'The disk is full, so this was not saved. Free some space and try again.'
      : 'The profile could not be read or written, so nothing was saved. Check the disk and try again.'
  return new AppError('STORAGE_FAILED', message, { cause: error })
}
