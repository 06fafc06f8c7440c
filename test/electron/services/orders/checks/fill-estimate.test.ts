// What an order would meet in a book: never better than the best price, and honest about a book that is too thin.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { estimateFill } from '../../../../../electron/services/orders/checks/fill-estimate.ts'
import { compare } from '../../../../../shared/decimal.ts'
import type { Depth } from '../../../../../shared/order.ts'
import { decimalArb } from '../../../../support/hostile/decimals.ts'
import { announcedSeed } from '../../../../support/hostile/seed.ts'

const seed = announcedSeed('estimated fills')

const AT = '2026-11-23T12:00:00.000Z'
const BOOK: Depth = {
  at: AT,
  bids: [
    ['1.9', '10'],
    ['1.8', '10'],
  ],
  asks: [
    ['2', '10'],
    ['2.2', '10'],
  ],
}

it.each([
  ['a buy within the best level', 'buy', '10', null, { price: '2', slippage: '0', isWhole: true }],
  ['a buy over two levels', 'buy', '20', null, { price: '2.1', slippage: '0.05', isWhole: true }],
  ['a buy of more than the book holds', 'buy', '30', null, { price: '2.1', slippage: '0.05', isWhole: false }],
  ['a buy up to a limit', 'buy', '20', '2.1', { price: '2', slippage: '0', isWhole: false }],
  ['a buy up to a limit that is a level', 'buy', '20', '2.2', { price: '2.1', slippage: '0.05', isWhole: true }],
  ['a sale over two levels', 'sell', '20', null, { price: '1.85', slippage: '0.02631578947368421', isWhole: true }],
  ['a sale down to a limit that is a level', 'sell', '20', '1.8', { price: '1.85', isWhole: true }],
  ['a sale down to a limit', 'sell', '20', '1.85', { price: '1.9', slippage: '0', isWhole: false }],
] as const)('%s', (_name, side, amount, limit, expected) => {
  expect(estimateFill(BOOK, side, amount, limit)).toMatchObject({ ...expected, at: AT })
})

it('takes the best level first, wherever the venue lists it', () => {
  const backwards = { at: AT, bids: BOOK.bids.toReversed(), asks: BOOK.asks.toReversed() }
  for (const side of ['buy', 'sell'] as const) {
    expect(estimateFill(backwards, side, '15', null)).toEqual(estimateFill(BOOK, side, '15', null))
    expect(estimateFill(backwards, side, '5', null)?.price).toBe(side === 'buy' ? '2' : '1.9')
  }
})

it('has no slippage below nothing where a price is cut to its last place', () => {
  const tiny: Depth = { at: AT, bids: [], asks: [['0.000000000000000003', '10']] }
  // Half of three in the last place is cut to one, which is two for a whole coin.
  expect(estimateFill(tiny, 'buy', '0.5', null)).toMatchObject({ price: '0.000000000000000002', slippage: '0' })
})

it.each([
  ['an empty book', { ...BOOK, asks: [] }, null],
  [
    'levels of nothing',
    {
      ...BOOK,
      asks: [
        ['0', '5'],
        ['2', '0'],
      ] as [string, string][],
    },
    null,
  ],
  ['a limit below every price, which waits', BOOK, '1'],
])('tells nothing of %s', (_name, book, limit) => {
  expect(estimateFill(book, 'buy', '1', limit)).toBeNull()
})

it('tells nothing of an amount of which the step leaves nothing', () => {
  for (const amount of ['0', '0.0']) expect(estimateFill(BOOK, 'buy', amount, null)).toBeNull()
})

it('is never better than the best price, in whatever order the venue lists its book', () => {
  const levels = fc.array(fc.tuple(decimalArb(), decimalArb()), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(levels, decimalArb(), fc.constantFrom('buy' as const, 'sell' as const), (rows, amount, side) => {
      const estimate = estimateFill({ at: AT, bids: rows, asks: rows }, side, amount, null)
      if (estimate === null) return
      const prices = rows.filter(([, size]) => Number(size) > 0).map(([price]) => price)
      const best = prices
        .filter((price) => Number(price) > 0)
        .toSorted((a, b) => compare(a, b) * (side === 'buy' ? 1 : -1))[0]
      // Cut to 18 places, an average may lie below its level by one in the last of them.
      const off = Math.abs(Number(estimate.price) - Number(best)) / Number(best)
      const isBetter = compare(estimate.price, best ?? '0') === (side === 'buy' ? -1 : 1)
      expect(isBetter && off > 1e-9).toBe(false)
    }),
    { seed },
  )
})
