// The trader's accounts, and what belongs to each: its exchange and what is known of it.

import type { Account } from '../../../shared/accounts.ts'
import type { Environment } from '../../../shared/order.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { Exchange } from '../../ports/system.ts'
import type { AccountCache } from '../markets/account-cache.ts'
import type { AccountList } from './account-list.ts'

/** One account with its doors. */
export interface AccountContext {
  account: Account
  exchange: Exchange
  view: AccountCache
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
  context(accountId: string): AccountContext
  /** As `context`, with `null` for an account that is not there. */
  find(accountId: string): AccountContext | null
  /** One view an account at the exchange, however many keys of it are here. */
  viewsOf(environment: Environment): AccountCache[]
}

export interface AccountsParts {
  practice: AccountContext
  /** The accounts with keys. */
  stored: Pick<AccountList, 'list' | 'find'>
  open: (account: Account) => AccountContext
}

/** Builds the list. A context is opened when it is asked for the first time, and kept. */
export function createAccounts({ practice, stored, open }: AccountsParts): Accounts {
  const contexts = new Map<string, AccountContext>([[practice.account.accountId, practice]])
  const contextOf = (account: Account): AccountContext => {
    const context = { ...(contexts.get(account.accountId) ?? open(account)), account }
    contexts.set(account.accountId, context)
    return context
  }
  const isOther = ({ accountId }: Account) => accountId !== practice.account.accountId
  const list = () => [practice.account, ...stored.list().filter(isOther)]
  const find = (accountId: string): AccountContext | null => {
    const account = accountId === practice.account.accountId ? practice.account : stored.find(accountId)
    return account === null ? null : contextOf(account)
  }
  return {
    list,
    find,
    context: (accountId) => {
      const context = find(accountId)
      if (context === null) throw new AppError('NOT_FOUND', reason('NO_SUCH_ACCOUNT'))
      return context
    },
    viewsOf: (environment) => {
      const views = new Map<string, AccountCache>()
      for (const account of list().filter((one) => one.environment === environment)) {
        const { accountId, venue, venueAccountId } = account
        const { view } = contextOf(account)
        // Several keys of one account see the same balances: the one is kept that has been told them.
        const name = JSON.stringify(venueAccountId === null ? [accountId] : [venue, venueAccountId])
        const known = views.get(name)
        if (known === undefined || known.lastBalances() === null) views.set(name, view)
      }
      return [...views.values()]
    },
  }
}
