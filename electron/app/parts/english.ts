// The one place of the backend that knows words: the English `message` of an error, for callers that read no codes, and for
// what is said where there is no page. The page never shows it; it says the reason in its own language.

import { cannotStart, sayReason } from '../../../renderer/messages/reasons/en.ts'
import { AppError, type ErrorValue } from '../../../shared/result.ts'

/** The error with its message in English. */
export function inEnglish(error: ErrorValue): ErrorValue {
  return error.reason === undefined ? error : { ...error, message: sayReason(error.reason) }
}

/** A reason as a sentence, for what the system shows. */
export const reasonInEnglish = sayReason

/** The head of that. */
export const CANNOT_START = cannotStart

/** Why the app did not start: an expected refusal says what to do, anything else what it is. */
export function whyInEnglish(error: unknown): string {
  if (error instanceof AppError) return sayReason(error.reason)
  return error instanceof Error ? error.message : String(error)
}
