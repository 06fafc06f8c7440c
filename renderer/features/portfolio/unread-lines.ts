// A line for each account whose balances were never read: why, and what helps.

import type { Account } from '../../../shared/accounts.ts'
import type { Portfolio } from '../../../shared/portfolio.ts'
import { unreadReason } from '../../../shared/unread.ts'
import { text } from '../../messages/late/en.ts'

/** None where every account was read; one that the page does not know yet is left out. */
export function unreadLines(
  { accounts }: Pick<Portfolio, 'accounts'>,
  known: readonly Account[],
): { accountId: string; line: string }[] {
  return accounts.flatMap(({ accountId, unread }) => {
    const account = known.find((one) => one.accountId === accountId)
    if (unread === undefined || account === undefined) return []
    return [{ accountId, line: text.unread(account.label, unreadReason(account, unread), unread.words ?? null) }]
  })
}
