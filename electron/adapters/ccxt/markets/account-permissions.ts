// Which markets an account may trade at all, where its exchange names permissions on both sides: with each market, and those of
// the account with its balances. Others tell of it with no more than a refusal.

import type { Takes } from '../../../../shared/markets/market-stages.ts'
import type { Venue } from '../../../exchanges/common/library.ts'
import { adapterOf } from '../../../exchanges/registry.ts'

const granted = new WeakMap<Venue, readonly string[]>()

/** Takes in what the account may do, out of the answer that has its balances. One that does not say leaves what is known. */
export function notePermissions(exchange: Venue, account: unknown): void {
  const told = adapterOf(exchange.id).permissions?.of(account) ?? null
  if (told !== null) granted.set(exchange, told)
}

/**
 * What of a market's offer is left to this account: nothing where it lacks a permission that the market asks for. `undefined`
 * where nobody can say: then the exchange judges, and refuses.
 */
export function permittedTakes(exchange: Venue, info: unknown): Takes | undefined {
  const own = granted.get(exchange)
  if (own === undefined) return undefined
  return adapterOf(exchange.id).permissions?.isShut(info, own) === true ? { sides: [] } : undefined
}
