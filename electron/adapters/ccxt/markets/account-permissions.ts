// Which markets an account may trade at all. Binance names permissions on both sides: sets of them with each market, and those
// of the account with its balances. Others tell of it with no more than a refusal.

import type { Takes } from '../../../../shared/markets/market-stages.ts'
import { member } from '../../../../shared/venues/json.ts'
import type { Venue } from '../client.ts'

const granted = new WeakMap<Venue, readonly string[]>()

const listIn = (value: unknown): readonly string[] | null =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string') ? value : null

/** Takes in what the account may do, out of the answer that has its balances. One that does not say leaves what is known. */
export function notePermissions(exchange: Venue, account: unknown): void {
  const told = exchange.id === 'binance' ? listIn(member(account, 'permissions')) : null
  if (told !== null) granted.set(exchange, told)
}

/**
 * What of a market's offer is left to this account: nothing where it lacks a permission of each of the sets. `undefined` where
 * nobody can say: then the exchange judges, and refuses with -2010.
 * rest-api.md ("Symbol Permissions Interpretation", "Account information") of binance-spot-api-docs of 2026-07-21: of each
 * set one is needed, and every set counts. `permissions` is the older list, one of which is needed.
 */
export function permittedTakes(exchange: Venue, info: unknown): Takes | undefined {
  const own = granted.get(exchange)
  if (own === undefined) return undefined
  const told = member(info, 'permissionSets')
  const sets = Array.isArray(told) && told.length > 0 ? told : [member(info, 'permissions')]
  // A set in another form, or without a word, forbids nothing.
  const isShut = sets.map(listIn).some((set) => set !== null && !set.some((one) => own.includes(one)))
  return isShut ? { sides: [] } : undefined
}
