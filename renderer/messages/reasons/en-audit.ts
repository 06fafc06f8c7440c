// English of what a walk over the audit log has found.

import type { auditReasons } from '../../../shared/reasons/audit.ts'
import type { WordsOf } from './words.ts'

export const auditWords: WordsOf<keyof typeof auditReasons> = {
  LOG_VERIFIED: 'Every entry is as it was written, and every checkpoint is signed.',
  ENTRY_MISSING: ({ entry }) => `Entry ${entry} is missing.`,
  ENTRY_PUT_IN: ({ entry }) => `Entry ${entry} was put in: no entry has this number.`,
  ENTRY_ALTERED: ({ entry }) => `Entry ${entry} is not as it was written.`,
  CHECKPOINT_NOT_SIGNED: ({ entry }) => `The checkpoint at entry ${entry} is not signed by this vault.`,
  LOG_WRITTEN_ANEW: ({ from, to }) =>
    `Between entries ${from} and ${to} the log was written anew: it is not what was signed.`,
  LOG_END_MISSING: ({ entries, known }) =>
    `The end is missing: the log has ${entries} entries and had at least ${known}.`,
  LOG_NOT_ANCHORED: 'The log is not the one that the keychain remembers.',
  ENTRY_UNFIT: 'The audit log takes up to 16 named facts that are words, numbers or yes and no.',
}
