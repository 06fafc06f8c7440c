// How the one connection that writes is set up.

import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { pragma, type Query } from './profile-check.ts'

/** Pages of the log after which they are moved to the file. */
export const CHECKPOINT = 200
/** More than so many pages take. */
const LOG_BYTES = 1024 * 1024

/**
 * EXCLUSIVE keeps the file locked for the life of the process, also against tools that know nothing of our lock. FULL
 * makes each commit wait for the disk. All are read back, since SQLite ignores typos; a writable schema that was asked
 * for and refused is how the defensive mode shows.
 * @throws AppError `STORAGE_FAILED` for a setting that was not taken
 */
export function secure(query: Query): void {
  const settings: [name: string, asked: string | number, expected: string | number][] = [
    ['locking_mode', 'EXCLUSIVE', 'exclusive'],
    ['journal_mode', 'WAL', 'wal'],
    ['synchronous', 'FULL', 2],
    ['fullfsync', 'ON', 1],
    ['foreign_keys', 'ON', 1],
    ['trusted_schema', 'OFF', 0],
    ['cell_size_check', 'ON', 1],
    ['secure_delete', 'ON', 1],
    ['writable_schema', 'ON', 0],
    // Pages. What the log holds beyond the file is written to it when the profile closes, out of the reserve where the disk is
    // full: this much is less than that, so that room to cancel is left.
    ['wal_autocheckpoint', CHECKPOINT, CHECKPOINT],
    // A start after a crash reads the whole log: what a large write has made of it does not stay.
    ['journal_size_limit', LOG_BYTES, LOG_BYTES],
  ]
  for (const [name, asked] of settings) query(`PRAGMA ${name} = ${asked}`)
  for (const [name, , expected] of settings) {
    if (pragma(query, name) !== expected) {
      throw new AppError('STORAGE_FAILED', reason('DATABASE_SETTING_REFUSED', { name, expected: String(expected) }))
    }
  }
  for (const sql of ['BEGIN IMMEDIATE', 'COMMIT']) query(sql)
}
