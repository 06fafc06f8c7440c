// What is said of a file that is no sound backup. One text for all of it: details would help nobody but a forger.

import { AppError } from '../../../shared/result.ts'

/** The refusal of a file whose contents are not what a backup must hold. */
export function invalidBackup(cause?: unknown): AppError {
  const message =
    'This file is not a sound backup of Prelist: it is damaged, cut short, or something else. Nothing was changed.'
  return new AppError('BACKUP_INVALID', message, { cause })
}
