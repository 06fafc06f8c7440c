// What accounts and exchanges are called in a sentence.

import type { Account } from '../../../shared/accounts.ts'
import { VENUES } from '../../../shared/venues/list.ts'
import { text } from '../../messages/en.ts'
import type { Loadable } from '../loadable.ts'
import { accountById, modeOf } from './session-store.ts'

/** An account with its mode: `Main Binance, LIVE`. */
export function accountWords(state: { accounts: Loadable<Account[]> }, accountId: string): string {
  const label = accountById(state, accountId)?.label ?? text.shell.noAccount
  return text.shell.accountIn(label, text.shell.mode[modeOf(state, accountId)].word)
}

/** The exchange's name; its own word where Prelist does not know it. */
export function venueName(venue: string): string {
  if (venue === 'practice') return text.accounts.practiceVenue
  return VENUES.find(({ id }) => id === venue)?.name ?? venue
}
