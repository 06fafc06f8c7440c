// What is said of a file that is no sound backup. One text for all of it: details would help nobody but a forger.

import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'

/** The refusal of a file whose contents are not what a backup must hold. */
export function invalidBackup(cause?: unknown): AppError {
  return new AppError('BACKUP_INVALID', reason('BACKUP_UNSOUND'), { cause })
}
