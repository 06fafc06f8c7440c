// What an exchange says of an account's balances, read from its own answer: each under the name that its markets use, what
// is owed as a negative total, and what cannot be spent now not as free.

import { member, textOf } from '../../../../shared/venues/json.ts'
import type { Reader } from '../../../exchanges/common/balances.ts'
import type { Venue } from '../../../exchanges/common/library.ts'
import { signedOf } from '../../../exchanges/common/numbers.ts'
import { adapterOf } from '../../../exchanges/registry.ts'
import type { VenueBalance } from '../../../ports/system.ts'

/**
 * The balances of these answers; an asset can stand there more than once.
 * @returns `null` where an answer has not the documented shape: balances that were misread are worse than none
 */
export function balancesOf(exchange: Venue, answers: readonly unknown[]): VenueBalance[] | null {
  const read: Reader = {
    number: (row, name) => signedOf(exchange, member(row, name)),
    known: knownAssets(exchange),
    exchange,
  }
  const rows = answers.map((answer) => adapterOf(exchange.id).balances.rows(read, answer))
  if (rows.some((each) => each === null)) return null
  return rows.flatMap((each) => each ?? [])
}

/** Every asset that a market of the exchange names. */
function knownAssets(exchange: Venue): Set<string> {
  const names = Object.values(exchange.markets ?? {}).flatMap((market) => [
    textOf(member(market, 'base')),
    textOf(member(market, 'quote')),
  ])
  return new Set(names.filter((name) => name !== null))
}
