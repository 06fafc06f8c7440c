// The trader's accounts, and what belongs to each: its exchange and what is known of it.

import type { Account } from '../../shared/accounts.ts'
import type { Environment } from '../../shared/order.ts'
import { AppError } from '../../shared/result.ts'
import type { Exchange } from '../ports.ts'
import type { AccountView } from './account-view.ts'

/** One account with its doors. */
export interface Desk {
  account: Account
  exchange: Exchange
  view: AccountView
}

/** The account that always exists; its money is not real and it needs no key. */
export const PRACTICE_ACCOUNT: Account = {
  accountId: 'practice',
  venue: 'practice',
  environment: 'practice',
  label: 'Practice',
  keyEnd: null,
  key: null,
  rotation: null,
  leak: null,
}

export interface Accounts {
  list(): Account[]
  /** @throws AppError `NOT_FOUND` */
  desk(accountId: string): Desk
  viewsOf(environment: Environment): AccountView[]
}

/**
 * Builds the list over the desks that were put together at start. `refuse` throws for an account that does not exist, and
 * for one whose key must not be used.
 */
export function createAccounts(desks: readonly Desk[], refuse: (accountId: string) => void): Accounts {
  return {
    list: () => desks.map((desk) => desk.account),
    desk: (accountId) => {
      const desk = desks.find((candidate) => candidate.account.accountId === accountId)
      if (desk !== undefined) return desk
      // An account with a key that cannot be used says so; one that could be has no desk in this version.
      refuse(accountId)
      throw new AppError('NOT_ALLOWED', 'Orders at real exchanges are not part of this version. Nothing was sent.')
    },
    viewsOf: (environment) => desks.filter((desk) => desk.account.environment === environment).map((desk) => desk.view),
  }
}
