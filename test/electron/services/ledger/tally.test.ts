// Sums by asset, by place and by year: each adds up to the same whole, to the last digit.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { assetKey } from '../../../../electron/services/ledger/asset-book.ts'
import { createReckoner } from '../../../../electron/services/ledger/reckoner.ts'
import { createTally, together } from '../../../../electron/services/ledger/tally.ts'
import { isMoney, rateOf } from '../../../../electron/services/ledger/worths.ts'
import { COST_METHODS, type CostMethod, type Movement } from '../../../../shared/ledger/ledger.ts'
import type { ResultSums } from '../../../../shared/ledger/results.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { ledgerArb, movement } from '../../../support/ledger/ledgers.ts'

const seed = announcedSeed('tallies')
const EMPTY: ResultSums = { proceeds: '0', cost: '0', realised: '0', income: '0', fees: '0', unknown: '0' }

function tallied(movements: readonly Movement[], method: CostMethod) {
  const reckoner = createReckoner({ method, basis: 'receipt', rateOf, isMoney })
  const tally = createTally()
  const keys = new Set<string>()
  for (const each of movements) {
    for (const booking of reckoner.apply(each)) {
      tally.count(booking)
      keys.add(assetKey(booking))
    }
  }
  return { tally, keys }
}

const all = (sums: readonly ResultSums[]): ResultSums =>
  sums.reduce<ResultSums>((whole, { proceeds, cost, realised, income, fees, unknown }) => {
    return together(whole, { proceeds, cost, realised, income, fees, unknown })
  }, EMPTY)

it('says of each place and year what was made there', () => {
  const { tally } = tallied(
    [
      movement({
        entryId: 'a',
        kind: 'buy',
        amount: '10',
        price: '1',
        at: '2025-12-31T23:59:59.999Z',
        accountId: 'main',
      }),
      movement({
        entryId: 'b',
        kind: 'sell',
        amount: '2',
        price: '3',
        at: '2025-12-31T23:59:59.999Z',
        accountId: 'main',
      }),
      movement({
        entryId: 'c',
        kind: 'reward',
        amount: '1',
        price: '2',
        at: '2026-01-01T00:00:00.000Z',
        accountId: 'box',
      }),
      movement({
        entryId: 'd',
        kind: 'sell',
        amount: '3',
        price: '2',
        at: '2026-01-01T00:00:00.000Z',
        accountId: 'main',
      }),
    ],
    'fifo',
  )
  expect(tally.places(null)).toMatchObject([
    { accountId: 'box', income: '2', realised: '0' },
    { accountId: 'main', income: '0', realised: '7', proceeds: '12', cost: '5' },
  ])
  expect(tally.places(2025)).toMatchObject([{ accountId: 'main', realised: '4' }])
  expect(tally.years()).toMatchObject([
    { year: 2026, realised: '3', income: '2' },
    { year: 2025, realised: '4', income: '0' },
  ])
})

it('adds up to the same whole by asset, by place and by year', () => {
  fc.assert(
    fc.property(ledgerArb, fc.constantFrom(...COST_METHODS), (movements, method) => {
      const { tally, keys } = tallied(movements, method)
      const whole = all([...keys].map((key) => tally.sums(key, null)))
      expect(all(tally.places(null))).toEqual(whole)
      expect(all(tally.years())).toEqual(whole)
      for (const { year, ...sums } of tally.years()) expect(all(tally.places(year))).toEqual(sums)
    }),
    { seed, numRuns: 500 },
  )
})
