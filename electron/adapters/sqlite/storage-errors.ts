// What SQLite's errors mean for the trader: a code, and a reason that says what to do.

import { reason } from '../../../shared/reasons/reason.ts'
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
  return new AppError('PROFILE_DAMAGED', reason('PROFILE_UNREADABLE'), { cause })
}

/** A profile that holds a table, index, trigger or view that this app does not write. */
export function foreignSchema(type: string, name: string): AppError {
  // The name is somebody else's words: short, on one line, without signs that could hide or turn it around.
  const shown = name.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 60)
  return new AppError('PROFILE_DAMAGED', reason('FOREIGN_SCHEMA', { type, name: shown }))
}

/** Why the profile did not open. */
export function openError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const code = resultCode(error)
  if (code === BUSY) {
    return new AppError('PROFILE_IN_USE', reason('PROFILE_OPEN_ELSEWHERE'), { cause: error })
  }
  if (isDamage(code)) return damagedProfile(error)
  const why = code === FULL ? reason('DISK_FULL_NOT_OPENED') : reason('PROFILE_NOT_OPENED')
  return new AppError('STORAGE_FAILED', why, { cause: error })
}

/** Why a copy of a profile that came from outside cannot be used. */
export function copyError(error: unknown): AppError {
  const code = resultCode(error)
  if (error instanceof AppError && error.code !== 'PROFILE_DAMAGED') return error
  if (error instanceof AppError || isDamage(code)) {
    return new AppError('BACKUP_INVALID', reason('BACKUP_PROFILE_UNSOUND'), { cause: error })
  }
  return openError(error)
}

/** A copy with a row that Prelist never writes: somebody changed it, and nobody knows what else. */
export function badRowInCopy({ table, row, column }: BadRow): AppError {
  return new AppError('BACKUP_INVALID', reason('BACKUP_ROW_REFUSED', { table, row, column }))
}

/** Damage that shows while the profile is open. */
export function runningDamage(cause: unknown): AppError {
  return new AppError('PROFILE_DAMAGED', reason('PROFILE_PART_UNREADABLE'), { cause })
}

/**
 * Why a statement failed. It says only what the database can know; whether an order went out before it is for the
 * caller to say.
 */
export function statementError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const code = resultCode(error)
  if (isDamage(code)) return runningDamage(error)
  const why = code === FULL ? reason('DISK_FULL_NOT_SAVED') : reason('NOT_SAVED')
  return new AppError('STORAGE_FAILED', why, { cause: error })
}
