// English of what a walk over the audit log has found.

import type { auditReasons } from '../../../shared/reasons/audit.ts'
import { count } from './en-count.ts'
import type { WordsOf } from './words.ts'

export const auditWords: WordsOf<keyof typeof auditReasons> = {
  LOG_VERIFIED: 'No entry was changed, and every checkpoint is signed.',
  ENTRY_MISSING: ({ entry }) => `Entry ${entry} is missing.`,
  ENTRY_PUT_IN: ({ entry }) => `Entry ${entry} was inserted later.`,
  ENTRY_ALTERED: ({ entry }) => `Entry ${entry} was changed.`,
  CHECKPOINT_NOT_SIGNED: ({ entry }) => `The checkpoint at entry ${entry} isn’t signed by this vault.`,
  LOG_WRITTEN_ANEW: ({ from, to }) => `Entries ${from} to ${to} were rewritten: they don’t match what was signed.`,
  LOG_END_MISSING: ({ entries, known }) =>
    `The end is missing: the log has ${count(entries, { one: 'entry', other: 'entries' })} but had at least ${known}.`,
  LOG_NOT_ANCHORED: 'This isn’t the log the keychain knows.',
  ENTRY_UNFIT: 'A log entry takes up to 16 facts, each a word, number, yes or no.',
}
