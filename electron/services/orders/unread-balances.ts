// Says which account keeps the shares of its mode from being known, instead of that they are not known.

import type { Preview } from '../../../shared/order.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { unreadReason } from '../../../shared/unread.ts'
import type { AccountContext } from '../accounts/accounts.ts'

/** The problems, with each unknown share put down to the accounts of which no balances were ever read. */
export function namingUnread(problems: Preview['problems'], unread: readonly AccountContext[]): Preview['problems'] {
  if (unread.length === 0) return problems
  const accounts = unread.map(({ account, view }) => {
    const status = view.status()
    const { accountId, label } = account
    return reason('BALANCES_UNREAD', {
      accountId,
      label,
      why: unreadReason(account, status),
      words: status.words ?? null,
    })
  })
  const unchecked = reason('LIMITS_UNCHECKED', { accounts })
  return problems.map((problem) => (problem.code === 'SHARE_UNKNOWN' ? { ...problem, reason: unchecked } : problem))
}
