// English text of balances that could not be read: of which account, why, and what helps.

import type { UnreadReason } from '../../shared/unread.ts'

const refused = (label: string, words: string): string =>
  words === '' ? `${label}: the exchange refuses its key.` : `${label}: the exchange refuses its key (${words}).`

export const unread: Record<UnreadReason, (label: string, words: string) => string> = {
  'no-key': (label) => `${label}: it has no key. Give it one in Accounts, or remove it.`,
  'not-confirmed': (label) => `${label}: its key came with a backup. Confirm it in Accounts.`,
  'no-test-environment': (label) => `${label}: its exchange has no test environment. Remove the account.`,
  refused: (label, words) => `${refused(label, words)} Replace the key in Accounts, or remove the account.`,
  'practice-not-read': (label) => `${label}: not read yet. Wait until the practice exchange answers.`,
  'not-read': (label) => `${label}: not read yet. Unlock the vault, or wait until the exchange answers.`,
}
