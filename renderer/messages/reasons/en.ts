// Says a reason in English. Another language is another table of this form.

import type { Reason, ReasonCode } from '../../../shared/reasons/reason.ts'
import { accountWords } from './en-accounts.ts'
import { auditWords } from './en-audit.ts'
import { callWords } from './en-calls.ts'
import { coinWords } from './en-coins.ts'
import { exchangeWords } from './en-exchanges.ts'
import { ledgerWords } from './en-ledger.ts'
import { listingWords, stagedWords } from './en-listings.ts'
import { noticeWords } from './en-notices.ts'
import { orderCheckWords } from './en-order-checks.ts'
import { orderWords } from './en-orders.ts'
import { sourceWords } from './en-sources.ts'
import { storageWords } from './en-storage.ts'
import { vaultWords } from './en-vault.ts'
import { sentences } from './sentences.ts'
import type { Say, WordsOf } from './words.ts'

const WORDS: WordsOf<ReasonCode> = {
  TEXT: ({ text }) => text,
  NOTHING_SENT: ({ why }, say) => sentences(say(why), 'Nothing was sent.'),
  ...accountWords,
  ...auditWords,
  ...callWords,
  ...exchangeWords,
  ...coinWords,
  ...vaultWords,
  ...sourceWords,
  ...storageWords,
  ...ledgerWords,
  ...listingWords,
  ...stagedWords,
  ...noticeWords,
  ...orderCheckWords,
  ...orderWords,
}

/** The head of what is said where there is no page. */
export const cannotStart = 'Prelist can’t start'

/** Of a reason that another version of Prelist has written. */
const unknown = (code: string) => `This version of Prelist can’t show the details (${code}).`

/** The reason as a sentence or two. Never fails: one that this version has no words for is named as it is. */
export function sayReason({ code, params }: Reason): string {
  if (!Object.hasOwn(WORDS, code)) return unknown(code)
  // Each entry takes the parameters of its own code, which the compiler cannot follow through the table.
  const words = WORDS[code] as string | ((params: Reason['params'], say: Say) => string)
  if (typeof words === 'string') return words
  try {
    return words(params, sayReason)
  } catch {
    return unknown(code)
  }
}
