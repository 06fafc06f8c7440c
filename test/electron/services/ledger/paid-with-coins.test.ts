// Trades that are paid with another coin, whose lots they take: values that were reckoned by hand.

import { expect, it } from 'vitest'
import type { Movement } from '../../../../shared/ledger/ledger.ts'
import { movement } from '../../../support/ledger/ledgers.ts'
import { reckon } from '../../../support/ledger/reckon.ts'

const on = (n: number, change: Partial<Movement> & Pick<Movement, 'kind' | 'amount'>) =>
  movement({ entryId: `e${n}`, at: `2026-01-0${n}T00:00:00.000Z`, ...change })

it.each([
  // 10 for 20 and 10 for 50; 15 of them.
  ['average', '52.5', '17.5'],
  ['fifo', '45', '25'],
  ['lifo', '60', '10'],
  ['hifo', '60', '10'],
] as const)('a trade paid with a coin of the list takes its lots: %s costs %s', (method, cost, left) => {
  const movements = [
    on(1, { kind: 'buy', amount: '10', price: '2' }),
    on(2, { kind: 'buy', amount: '10', price: '5' }),
    on(3, {
      ...{ kind: 'buy', amount: '0.001', coinId: 'btc', asset: 'BTC' },
      ...{ currency: 'PEAQ', currencyCoinId: 'peaq', total: '15' },
    }),
  ]
  const { booked, reckoner } = reckon(movements, method)
  // What the coins were worth that day nobody said.
  expect(booked).toMatchObject([
    { outcome: 'sold', coinId: 'peaq', amount: '15', cost, proceeds: null, result: null, unknown: '15' },
  ])
  const of = (asset: string) => reckoner.assets().find((each) => each.asset === asset)
  expect(of('PEAQ')?.held.get('main')).toBe('5')
  expect(
    of('PEAQ')
      ?.allLots()
      .reduce((sum, lot) => sum + Number(lot.cost), 0),
  ).toBe(Number(left))
  expect(of('BTC')?.allLots()).toMatchObject([{ amount: '0.001', cost: null }])
  expect(reckoner.assets()).toHaveLength(3)
})
