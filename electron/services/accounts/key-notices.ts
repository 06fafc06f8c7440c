// What stands on every screen about keys: those that are old, those that an exchange refuses, and two of one account.

import { type Reason, reason } from '../../../shared/reasons/reason.ts'
import type { AccountStore } from '../../ports/accounts.ts'
import type { Clock } from '../../ports/system.ts'
import type { Notices } from '../common/notices.ts'
import { roleOf } from './account-shape.ts'
import { ageOf, daysSince } from './key-age.ts'
import type { SameAccount } from './same-account.ts'

export interface KeyNoticesParts {
  store: Pick<AccountStore, 'accounts' | 'keys'>
  same: Pick<SameAccount, 'named'>
  notices: Notices
  clock: Pick<Clock, 'now'>
}

/** Builds what shows which keys are due, or takes the notice away. */
export function createKeyNotices({ store, same, notices, clock }: KeyNoticesParts): () => void {
  const tell = (code: 'KEY_OLD' | 'KEY_REFUSED' | 'SAME_ACCOUNT', isTrue: boolean, notice: Reason) => {
    // Cleared first: a notice that is repeated is not told again.
    notices.clear(code)
    if (isTrue) notices.raise(notice)
  }
  return () => {
    const old = store.accounts().flatMap(({ accountId, label }) => {
      const key = roleOf(store.keys(accountId), 'current')
      const days = key === null ? 0 : daysSince(key.addedAt, clock.now())
      const isOld = ageOf(days) === 'alert' || ageOf(days) === 'due'
      return isOld ? [reason('KEY_AGE', { account: label, days })] : []
    })
    tell('KEY_OLD', old.length > 0, reason('KEY_OLD', { keys: old }))
    const refused = store.accounts().flatMap(({ accountId, label }) => {
      const check = roleOf(store.keys(accountId), 'current')?.check
      return check?.state === 'refused' ? [reason('KEY_REFUSED_OF', { account: label, why: check.detail })] : []
    })
    tell('KEY_REFUSED', refused.length > 0, reason('KEY_REFUSED', { keys: refused }))
    const twins = store.accounts().flatMap((row) => {
      const twin = row.venueAccount === null ? null : same.named(row, row.venueAccount, row.accountId)
      return twin === null ? [] : [row.label]
    })
    tell('SAME_ACCOUNT', twins.length > 0, reason('SAME_ACCOUNT', { accounts: twins }))
  }
}
