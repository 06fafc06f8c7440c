// The reckoning against a plain model that was written apart, over ledgers made at random. The long run is a torture.

import fc from 'fast-check'
import { it } from 'vitest'
import { COST_METHODS, INCOME_BASES } from '../../../../shared/ledger/ledger.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { compareWithModel } from '../../../support/ledger/compare.ts'
import { ledgerArb } from '../../../support/ledger/ledgers.ts'

const seed = announcedSeed('ledgers')

it.each(COST_METHODS.flatMap((method) => INCOME_BASES.map((basis) => ({ method, basis }))))(
  'reckons as the plain model does: $method, income at $basis',
  ({ method, basis }) => {
    fc.assert(
      fc.property(ledgerArb, (movements) => compareWithModel(movements, method, basis)),
      { seed, numRuns: 1_000 },
    )
  },
)
