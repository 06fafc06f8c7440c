// Says a reason in English. Another language is another table of this form.

import type { Reason, ReasonCode } from '../../../shared/reasons/reason.ts'
import { accountWords } from './en-accounts.ts'
import { auditWords } from './en-audit.ts'
import { callWords } from './en-calls.ts'
import { coinWords } from './en-coins.ts'
import { exchangeWords } from './en-exchanges.ts'
import { noticeWords } from './en-notices.ts'
import { orderCheckWords } from './en-order-checks.ts'
import { orderWords } from './en-orders.ts'
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
  ...storageWords,
  ...noticeWords,
  ...orderCheckWords,
  ...orderWords,
}

/** The head of what is said where there is no page. */
export const cannotStart = 'Prelist can’t start'

/** The reason as a sentence or two; its code alone where a newer version has written it. */
export function sayReason({ code, params }: Reason): string {
  // Each entry takes the parameters of its own code, which the compiler cannot follow through the table.
  const words = WORDS[code] as string | ((params: Reason['params'], say: Say) => string) | undefined
  return typeof words === 'function' ? words(params, sayReason) : (words ?? code)
}
