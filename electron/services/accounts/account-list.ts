// The accounts with keys, as they are stored now, in the shape that the page sees.

import type { Account } from '../../../shared/accounts.ts'
import type { AccountRow, AccountStore } from '../../ports/accounts.ts'
import type { Clock } from '../../ports/system.ts'
import { toAccount } from './account-shape.ts'

export interface AccountList {
  list(): Account[]
  /** `null` for one that is not there, and for the practice account. */
  find(accountId: string): Account | null
  shown(row: AccountRow): Account
}

/** Builds the list. `oneClick`: how far one-click orders of an account may go now. */
export function createAccountList(
  store: Pick<AccountStore, 'accounts' | 'account' | 'keys' | 'isConfirmed'>,
  clock: Pick<Clock, 'now'>,
  oneClick: (accountId: string) => Account['oneClick'],
): AccountList {
  const shown = (row: AccountRow) =>
    toAccount(row, store.keys(row.accountId), clock.now(), oneClick(row.accountId), store.isConfirmed)
  return {
    list: () => store.accounts().map(shown),
    find: (accountId) => {
      const row = store.account(accountId)
      return row === null ? null : shown(row)
    },
    shown,
  }
}
