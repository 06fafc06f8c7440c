// Looks at the head of an age file before any work is spent on it: how it can be opened, and that it asks for no more
// memory than we give. A file of gigabytes without an end of its head, or with a costly passphrase, stops here.

import { reason } from '../../../shared/reasons/reason.ts'
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
  const why = lock === 'passphrase' ? reason('BACKUP_PASSPHRASE_WRONG') : reason('BACKUP_KEY_WRONG')
  return new AppError('WRONG_PASSPHRASE', why)
}

/** Nothing was given that could open the file. */
export function keyNeeded(lock: ReturnType<typeof ageLock>): AppError {
  const why = lock === 'passphrase' ? reason('BACKUP_WANTS_PASSPHRASE') : reason('BACKUP_WANTS_IDENTITY')
  return new AppError('PASSPHRASE_NEEDED', why)
}
