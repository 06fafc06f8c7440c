// The error code of what must fail.

import { AppError } from '../../shared/result.ts'

/** The code with which `work` fails; `ok` or the error itself when it fails in no expected way. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'ok'
  } catch (error) {
    return error instanceof AppError ? error.code : `not expected: ${String(error)}`
  }
}
