// English text of balances that could not be read: of which account, why, and what helps.

import type { UnreadReason } from '../../../shared/unread.ts'

/** Why, and what helps; `words` are the exchange's own, where it gave some. */
export function unreadWords(why: UnreadReason, words: string | null): string {
  const quoted = words === null || words === '' ? '' : ` (${words})`
  switch (why) {
    case 'no-key':
      return 'it has no API key. Add one under Accounts, or remove the account.'
    case 'not-confirmed':
      return 'its key came with a backup. Confirm it under Accounts.'
    case 'no-test-environment':
      return 'its exchange has no test environment. Remove the account.'
    case 'refused':
      return `the exchange rejects its key${quoted}. Replace the key under Accounts, or remove the account.`
    case 'practice-not-read':
      return 'not loaded yet. Wait for the practice exchange.'
    case 'not-read':
      return 'not loaded yet. Unlock the vault, or wait for the exchange.'
  }
}

export const unread = (label: string, why: UnreadReason, words: string | null): string =>
  `${label}: ${unreadWords(why, words)}`
