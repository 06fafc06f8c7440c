// Why the balances of an account were never read, as far as it can be told: without them no share of its mode is known, and
// the limits hold back every buy there.

import type { Account } from './accounts.ts'
import type { VenueState } from './app.ts'
import { promisesOf } from './venues/fact-sheets.ts'

export type UnreadReason =
  | 'no-key'
  | 'not-confirmed'
  | 'no-test-environment'
  | 'refused'
  | 'not-read'
  | 'practice-not-read'

/** How the exchange answers the account. `words`: its own, while it refuses the key. */
export interface UnreadState {
  state: VenueState
  words?: string | undefined
}

/** The first of them that holds: each is in the way of those behind it. */
export function unreadReason(
  { environment, venue, key }: Pick<Account, 'environment' | 'venue' | 'key'>,
  { state }: UnreadState,
): UnreadReason {
  // It has neither key nor vault.
  if (environment === 'practice') return 'practice-not-read'
  if (key === null) return 'no-key'
  if (!key.isConfirmed) return 'not-confirmed'
  if (state === 'refused') return 'refused'
  // Earlier versions kept such accounts; where a stand-in for one answers, there is nothing to be told.
  return environment === 'test' && promisesOf(venue).testing === 'none' ? 'no-test-environment' : 'not-read'
}
