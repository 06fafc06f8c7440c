// Ten thousand ledgers a method, and longer ones, beside the plain model.

import fc from 'fast-check'
import { it } from 'vitest'
import { COST_METHODS, INCOME_BASES } from '../../shared/ledger/ledger.ts'
import { announcedSeed } from '../support/hostile/seed.ts'
import { compareWithModel } from '../support/ledger/compare.ts'
import { ledgerArb } from '../support/ledger/ledgers.ts'

const seed = announcedSeed('ledgers')

it.each(COST_METHODS)('reckons as the plain model does: %s', (method) => {
  fc.assert(
    fc.property(ledgerArb, fc.constantFrom(...INCOME_BASES), (movements, basis) =>
      compareWithModel(movements, method, basis),
    ),
    { seed, numRuns: 10_000 },
  )
})
