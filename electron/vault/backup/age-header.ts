// Looks at the head of an age file before any work is spent on it: how it can be opened, and that it asks for no more
// memory than we give. A file of gigabytes without an end of its head, or with a costly passphrase, stops here.

import { AppError } from '../../../shared/result.ts'
import { invalidBackup } from './invalid-backup.ts'

/** The longest head that is read; the largest one of a single post-quantum recipient has 2 KiB. */
export const AGE_HEAD_MAX: number = 64 * 1024
/** What `age -p` and Prelist use: 256 MiB and about a second. */
export const AGE_WORK_FACTOR = 18

const INTRO = 'age-encryption.org/v1\n'

/**
 * Whether the file behind `head`, its first bytes, is opened by a passphrase or by an identity.
 * @throws AppError `BACKUP_INVALID`
 */
export function ageLock(head: Uint8Array): 'passphrase' | 'identity' {
  const text = Buffer.from(head).toString('latin1')
  const end = /\n--- [^\n]*\n/.exec(text)
  if (!text.startsWith(INTRO) || end === null) throw invalidBackup()
  const stanzas = text.slice(0, end.index).match(/^-> .*$/gm) ?? []
  const scrypt = stanzas.map((line) => line.split(' ')).find((words) => words[1] === 'scrypt')
  if (scrypt === undefined) return 'identity'
  if (!/^[1-9]\d?$/.test(scrypt[3] ?? '') || Number(scrypt[3]) > AGE_WORK_FACTOR) throw invalidBackup()
  return 'passphrase'
}

/** What was given does not open the file. One text for a wrong and for a foreign one. */
export function wrongKey(lock: ReturnType<typeof ageLock>): AppError {
  const message =
    lock === 'passphrase'
      ? 'This passphrase does not open the backup. Nothing was changed.'
      : 'This key does not open the backup. It needs the age identity that belongs to its recipient. Nothing was changed.'
  return new AppError('WRONG_PASSPHRASE', message)
}

/** Nothing was given that could open the file. */
export function keyNeeded(lock: ReturnType<typeof ageLock>): AppError {
  const message =
    lock === 'passphrase'
      ? 'This backup was made with a passphrase. Give that passphrase.'
      : 'This backup was made for an age recipient. Give the identity that belongs to it (AGE-SECRET-KEY-1...).'
  return new AppError('PASSPHRASE_NEEDED', message)
}
