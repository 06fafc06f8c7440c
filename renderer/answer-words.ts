// The words of what the backend answers: what a failure is called, and what a reason says. They are loaded after the first
// paint, which needs none of them; renderer/api.ts hands no answer on before they are here.

import type { Reason } from '../shared/reasons/reason.ts'
import type { AppError } from '../shared/result.ts'
import { text } from './messages/en.ts'
import type { ErrorText } from './messages/late/en-errors.ts'

interface Words {
  errors: Readonly<Record<string, ErrorText>>
  say: (reason: Reason) => string
}

let words: Words | null = null
let loading: Promise<void> | null = null

async function fetchWords(): Promise<void> {
  try {
    const [{ sayReason }, { errors }] = await Promise.all([
      import('./messages/reasons/en.ts'),
      import('./messages/late/en-errors.ts'),
    ])
    words = { errors, say: sayReason }
  } catch {
    // What failed is named by its code then, and the next answer tries again.
    loading = null
  }
}

/** Whether they are here. */
export const hasAnswerWords = (): boolean => words !== null

/** Loads them, once; after a failure another call tries again. Never throws. */
export function loadAnswerWords(): Promise<void> {
  loading ??= fetchWords()
  return loading
}

/** What a failure is called and what helps. Never fails: a code from another version is named as it is. */
export function errorWords({ code }: Pick<AppError, 'code'>): ErrorText {
  const known = words !== null && Object.hasOwn(words.errors, code) ? words.errors[code] : undefined
  return known ?? text.common.unknownError(code)
}

/** The reason as a sentence or two. Never fails: one that there are no words for is named as it is. */
export function sayReason(reason: Reason): string {
  if (words !== null) return words.say(reason)
  return reason.code === 'TEXT' ? reason.params.text : text.common.noDetails(reason.code)
}
