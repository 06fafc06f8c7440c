// What a failure is called and what helps; also for a code that this page has no words for.

import type { AppError } from '../shared/result.ts'
import { text } from './messages/en.ts'
import type { ErrorText } from './messages/en-errors.ts'

/** Never fails: a code from another version is named as it is. */
export function errorWords({ code }: Pick<AppError, 'code'>): ErrorText {
  const { byCode, unknown } = text.errors
  return Object.hasOwn(byCode, code) ? byCode[code] : unknown(code)
}
