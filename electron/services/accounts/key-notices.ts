// What stands on every screen about keys: those that are old, those that an exchange refuses, and two of one account.

import type { AccountStore } from '../../ports/accounts.ts'
import type { Clock } from '../../ports/system.ts'
import type { Notices } from '../common/notices.ts'
import { roleOf } from './account-shape.ts'
import { ageOf, daysSince } from './key-age.ts'
import type { SameAccount } from './same-account.ts'

const KEY_OLD = 'KEY_OLD'
const KEY_REFUSED = 'KEY_REFUSED'
const SAME_ACCOUNT = 'SAME_ACCOUNT'

export interface KeyNoticesParts {
  store: Pick<AccountStore, 'accounts' | 'keys'>
  same: Pick<SameAccount, 'named'>
  notices: Notices
  clock: Pick<Clock, 'now'>
}

/** Builds what shows which keys are due, or takes the notice away. */
export function createKeyNotices({ store, same, notices, clock }: KeyNoticesParts): () => void {
  const tell = (code: string, found: string[], words: (all: string[]) => string) => {
    // Cleared first: a notice that is repeated keeps its old words and is not told again.
    notices.clear(code)
    if (found.length > 0) notices.raise(code, words(found))
  }
  return () => {
    const old = store.accounts().flatMap(({ accountId, label }) => {
      const key = roleOf(store.keys(accountId), 'current')
      const days = key === null ? 0 : daysSince(key.addedAt, clock.now())
      return ageOf(days) === 'alert' || ageOf(days) === 'due' ? [`${label} (${days} days)`] : []
    })
    tell(KEY_OLD, old, (all) => `Keys should be replaced after 90 days: ${all.join(', ')}. See Accounts.`)
    const refused = store.accounts().flatMap(({ accountId, label }) => {
      const check = roleOf(store.keys(accountId), 'current')?.check
      return check?.state === 'refused' ? [`${label}: ${check.detail}`] : []
    })
    tell(KEY_REFUSED, refused, (all) => `${all.join(' ')} See Accounts.`)
    const twins = store.accounts().flatMap((row) => {
      const twin = row.venueAccount === null ? null : same.named(row, row.venueAccount, row.accountId)
      return twin === null ? [] : [row.label]
    })
    tell(
      SAME_ACCOUNT,
      twins,
      (all) => `These are one account at the exchange, and are counted once: ${all.join(', ')}.`,
    )
  }
}
