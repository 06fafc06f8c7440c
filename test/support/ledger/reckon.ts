// A reckoning over movements, as tests ask for it: USDT is a dollar, what a euro was worth is not known.

import { createReckoner, type Reckoner } from '../../../electron/services/ledger/reckoner.ts'
import type { Booking, CostMethod, IncomeBasis, Movement } from '../../../shared/ledger/ledger.ts'

const MONEY = ['USDT', 'EUR']

/** A reckoner that nothing was given to yet. */
function reckonerOf(method: CostMethod, basis: IncomeBasis): Reckoner {
  return createReckoner({
    method,
    basis,
    rateOf: (currency) => (currency === 'USDT' ? '1' : null),
    isMoney: ({ asset }) => MONEY.includes(asset),
  })
}

/** What the movements book, and the reckoner that they leave. */
export function reckon(
  movements: readonly Movement[],
  method: CostMethod,
  basis: IncomeBasis = 'zero',
): { booked: Booking[]; reckoner: Reckoner } {
  const reckoner = reckonerOf(method, basis)
  return { booked: movements.flatMap((each) => reckoner.apply(each)), reckoner }
}
