// What accounts and exchanges are called in a sentence.

import type { Account } from '../../../shared/accounts.ts'
import { venueNameOf } from '../../../shared/venues/known.ts'
import { text } from '../../messages/en.ts'
import type { Loadable } from '../loadable.ts'
import { accountById, modeOf } from './session-store.ts'

interface Known {
  accounts: Loadable<Account[]>
}

/** What the trader calls an account. */
export function labelOf(state: Known, accountId: string): string {
  return accountById(state, accountId)?.label ?? text.shell.noAccount
}

/** An account with its mode: `Main Binance, LIVE`. */
export function accountWords(state: Known, accountId: string): string {
  return text.shell.accountIn(labelOf(state, accountId), text.shell.mode[modeOf(state, accountId)].word)
}

/** Places of the research that take no account of the trader's. */
const ELSEWHERE: Readonly<Record<string, string>> = { 'binance-usdm': 'Binance USD-M' }

/** The exchange's name; its own word where Prelist does not know it. */
export function venueName(venue: string): string {
  if (venue === 'practice') return text.common.practiceVenue
  return ELSEWHERE[venue] ?? venueNameOf(venue)
}
