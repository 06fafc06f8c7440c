// What an exchange's own documents say of each answer to an order, as rows: the records' lists of refusals are made of
// these and of nothing else.

import type { CodeRule } from '../record.ts'

/**
 * What an answer proves about an order that was sent. `refused`, `clock` and `key`: nothing was placed, because of the order or
 * the account, of the time, or of the key. `duplicate`: the key is known there. `unknown`: it may have been placed.
 * `not-for-orders`: answers other questions; as the answer to an order it proves nothing.
 */
export type Meaning = 'refused' | 'clock' | 'key' | 'duplicate' | 'unknown' | 'not-for-orders'

export interface AnswerRow {
  code: string
  /** The documented meaning, shortened. */
  words: string
  meaning: Meaning
  /** Where one code means several things, only answers with such a message. */
  message?: RegExp
}

export interface AnswerTable {
  /** Each page that the rows were read from, with the day on which it looked so. */
  sources: readonly { page: string; read: string }[]
  rows: readonly AnswerRow[]
  /** What is documented of a bare status, without a code that says more. */
  statuses: readonly { status: number; words: string; meaning: Meaning }[]
}

/** Rows of one meaning: a line each, the code and its words divided by a bar, or a code that says it all. */
export function rows(meaning: Meaning, lines: string): AnswerRow[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', words = code] = line.split(' | ')
      return { code, words, meaning }
    })
}

/** Rows that share one code, told apart by their whole message. */
export function messages(code: string, meaning: Meaning, lines: string): AnswerRow[] {
  return lines
    .trim()
    .split('\n')
    .map((words) => ({ code, words, meaning, message: new RegExp(`^${literal(words)}\\.?$`, 'i') }))
}

const literal = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The rules of a record, each list from the rows of its meaning. */
export function rulesOf({ rows: all }: AnswerTable) {
  const of = (wanted: Meaning): CodeRule[] =>
    all
      .filter(({ meaning }) => meaning === wanted)
      .map(({ code, message }) => (message === undefined ? { code } : { code, message }))
  return { refusals: of('refused'), clockRefusals: of('clock'), keyRefusals: of('key'), duplicates: of('duplicate') }
}
