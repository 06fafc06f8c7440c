// Says which account keeps the shares of its mode from being known, instead of that they are not known.

import type { Preview } from '../../../shared/order.ts'
import { type UnreadReason, unreadReason } from '../../../shared/unread.ts'
import type { Desk } from '../accounts/accounts.ts'

const HELP: Record<UnreadReason, (words: string) => string> = {
  'no-key': () => 'it has no key. Give it one in Accounts, or remove it.',
  'not-confirmed': () => 'its key came with a backup. Confirm it in Accounts.',
  'no-test-environment': () => 'its exchange has no test environment. Remove the account.',
  refused: (words) =>
    `the exchange refuses its key${words === '' ? '' : ` (${words})`}. Replace the key in Accounts, or remove the account.`,
  'not-read': () => 'they were not read yet. Unlock the vault, or wait until the exchange answers.',
}

/** The problems, with each unknown share put down to the accounts of which no balances were ever read. */
export function namingUnread(problems: Preview['problems'], unread: readonly Desk[]): Preview['problems'] {
  const [first] = unread
  if (first === undefined) return problems
  const sentences = unread.map(({ account, view }) => {
    const status = view.status()
    return `The balances of “${account.label}” are not known: ${HELP[unreadReason(account, status)](status.words ?? '')}`
  })
  const { account, view } = first
  const { words = null } = view.status()
  const { accountId, label } = account
  const params = { accountId, label, reason: unreadReason(account, view.status()), words, accounts: unread.length }
  const message = `The limits cannot be checked. ${sentences.join(' ')}`
  return problems.map((problem) => (problem.code === 'SHARE_UNKNOWN' ? { ...problem, message, params } : problem))
}
