// The trader's accounts, and what belongs to each: its exchange and what is known of it.

import type { Account } from '../../../shared/accounts.ts'
import type { Environment } from '../../../shared/order.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { Exchange } from '../../ports/system.ts'
import type { AccountView } from '../markets/account-view.ts'
import type { AccountList } from './account-list.ts'

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
  venueAccountId: null,
  keyEnd: null,
  key: null,
  rotation: null,
  leak: null,
  oneClick: null,
}

export interface Accounts {
  list(): Account[]
  /** @throws AppError `NOT_FOUND` */
  desk(accountId: string): Desk
  /** As `desk`, with `null` for an account that is not there. */
  find(accountId: string): Desk | null
  /** One view an account at the exchange, however many keys of it are here. */
  viewsOf(environment: Environment): AccountView[]
}

export interface AccountsParts {
  practice: Desk
  /** The accounts with keys. */
  stored: Pick<AccountList, 'list' | 'find'>
  open: (account: Account) => Desk
}

/** Builds the list. A desk is opened when it is asked for the first time, and kept. */
export function createAccounts({ practice, stored, open }: AccountsParts): Accounts {
  const desks = new Map<string, Desk>([[practice.account.accountId, practice]])
  const deskOf = (account: Account): Desk => {
    const desk = { ...(desks.get(account.accountId) ?? open(account)), account }
    desks.set(account.accountId, desk)
    return desk
  }
  const isOther = ({ accountId }: Account) => accountId !== practice.account.accountId
  const list = () => [practice.account, ...stored.list().filter(isOther)]
  const find = (accountId: string): Desk | null => {
    const account = accountId === practice.account.accountId ? practice.account : stored.find(accountId)
    return account === null ? null : deskOf(account)
  }
  return {
    list,
    find,
    desk: (accountId) => {
      const desk = find(accountId)
      if (desk === null) throw new AppError('NOT_FOUND', reason('NO_SUCH_ACCOUNT'))
      return desk
    },
    viewsOf: (environment) => {
      const views = new Map<string, AccountView>()
      for (const account of list().filter((one) => one.environment === environment)) {
        const { accountId, venue, venueAccountId } = account
        const { view } = deskOf(account)
        // Several keys of one account see the same balances: the one is kept that has been told them.
        const name = JSON.stringify(venueAccountId === null ? [accountId] : [venue, venueAccountId])
        const known = views.get(name)
        if (known === undefined || known.lastBalances() === null) views.set(name, view)
      }
      return [...views.values()]
    },
  }
}
