// What must be true before anything is done with an account or a key that is entered.

import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { VENUES } from '../../../shared/venues/list.ts'
import { recordOf } from '../../../shared/venues/records.ts'
import type { AccountRow, AccountStore } from '../../ports/accounts.ts'
import { PRACTICE_ACCOUNT } from './accounts.ts'
import type { KeyUses } from './key-use.ts'

export interface AccountGuardParts {
  store: Pick<AccountStore, 'accounts'>
  uses: Pick<KeyUses, 'account'>
  hostOf: (venue: string, environment: AccountRow['environment']) => string | null
  isUnlocked: () => boolean
}

export interface AccountGuards {
  /** The same id. @throws AppError `NOT_ALLOWED` for the practice account, `NOT_FOUND` */
  own(accountId: string): string
  /** @throws AppError `NOT_FOUND` for an exchange, `IN_USE` for a label of another account than `except` */
  assertNew(entered: { venue: string; label: string }, except?: string): void
  /** @throws AppError `NO_TEST_ENVIRONMENT` */
  assertPlaceThere(place: Pick<AccountRow, 'venue' | 'environment'>): void
  /** @throws AppError `VAULT_LOCKED` */
  assertUnlocked(): void
}

/** Builds them. */
export function createAccountGuards(parts: AccountGuardParts): AccountGuards {
  const { store, uses, hostOf } = parts
  const own = (accountId: string): string => {
    if (accountId === PRACTICE_ACCOUNT.accountId) {
      throw new AppError('NOT_ALLOWED', reason('PRACTICE_UNCHANGEABLE'))
    }
    uses.account(accountId)
    return accountId
  }
  const assertNew = ({ venue, label }: { venue: string; label: string }, except?: string) => {
    if (!VENUES.some(({ id }) => id === venue)) throw new AppError('NOT_FOUND', reason('NO_SUCH_EXCHANGE'))
    const sameLabel = store.accounts().some((row) => row.label === label && row.accountId !== except)
    if (sameLabel || label === PRACTICE_ACCOUNT.label) {
      throw new AppError('IN_USE', reason('LABEL_TAKEN'))
    }
  }
  /** A host that was given for its test environment stands for one, as a stand-in does. */
  const assertPlaceThere = ({ venue, environment }: Pick<AccountRow, 'venue' | 'environment'>) => {
    if (environment !== 'test' || recordOf(venue).testing !== 'none' || hostOf(venue, environment) !== null) return
    throw new AppError('NO_TEST_ENVIRONMENT', reason('NO_TEST_ENVIRONMENT', { venue }))
  }
  const assertUnlocked = () => {
    if (!parts.isUnlocked()) throw new AppError('VAULT_LOCKED', reason('VAULT_LOCKED'))
  }
  return { own, assertNew, assertPlaceThere, assertUnlocked }
}
