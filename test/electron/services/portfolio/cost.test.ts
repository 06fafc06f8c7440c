// What a holding cost: the moving average as on paper, and unknown wherever it cannot be known.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Traded } from '../../../../electron/ports/stores.ts'
import { costOf } from '../../../../electron/services/portfolio/cost.ts'
import { add, compare, multiply, subtract } from '../../../../shared/decimal.ts'
import { decimalArb } from '../../../support/hostile/decimals.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'

const seed = announcedSeed('costs')

const order = (
  side: Traded['side'],
  filled: string,
  averagePrice: string | null,
  more: Partial<Traded> = {},
): Traded => ({
  ...{ accountId: 'mine', market: 'PEAQ/USDT', side, filled, averagePrice, fees: [], fills: [] },
  ...more,
})
const buy = (filled: string, price: string | null, more: Partial<Traded> = {}) => order('buy', filled, price, more)
const sell = (filled: string) => order('sell', filled, '9')
const inEur = { market: 'PEAQ/EUR' }
/** Beside what was paid in the coin, something in another asset. */
const ofBoth = (amount: string) => ({
  fees: [
    { asset: 'BNB', amount: '0.001' },
    { asset: 'PEAQ', amount },
  ],
})
const ofBase = (amount: string) => ({ fees: [{ asset: 'PEAQ', amount }] })
const fill = (price: string, amount: string) => ({ price, amount })

it.each<[string, string, Traded[], string | null]>([
  ['one buy', '10', [buy('10', '2')], '20'],
  ['the average of two', '20', [buy('10', '2'), buy('10', '3')], '50'],
  ['the same average after a sale', '15', [buy('10', '2'), buy('10', '3'), sell('5')], '37.5'],
  ['only what was bought after all was sold', '4', [buy('10', '2'), sell('10'), buy('4', '5')], '20'],
  ['its part when less is held than was bought', '5', [buy('10', '2')], '10'],
  ['what reached the holding, where the venue kept some of the coin', '9', [buy('10', '1.8', ofBase('1'))], '18'],
  ['the same with a fee in another asset beside it', '9', [buy('10', '1.8', ofBoth('1'))], '18'],
  ['more, where the venue gave a rebate in the coin', '11', [buy('10', '1.1', ofBase('-1'))], '11'],
  ['nothing, where that was counted as if it had', '10', [buy('10', '1.8', ofBase('1'))], null],
  ['nothing, when more is held than these orders explain', '10.1', [buy('10', '2')], null],
  ['nothing, when nothing was bought here', '10', [], null],
  ['nothing, when more was sold than bought: the rest came from elsewhere', '3', [buy('5', '2'), sell('8')], null],
  ['only the later buy, when more was sold before it', '4', [sell('8'), buy('4', '2')], '8'],
  ['nothing, while a price is unknown', '10', [buy('5', '2'), buy('5', null)], null],
  ['the later buys, once what has no price is sold', '5', [buy('5', null), sell('5'), buy('5', '2')], '10'],
  ['nothing, while some of what has no price is left', '6', [buy('5', null), sell('4'), buy('5', '2')], null],
  ['the average of single trades', '10', [buy('10', null, { fills: [fill('2', '4'), fill('3', '6')] })], '26'],
  ['nothing, when single trades are missing', '10', [buy('10', null, { fills: [fill('2', '4')] })], null],
  ['nothing, when it is told to have cost nothing', '10', [buy('10', '0')], null],
  ['another currency at its rate', '20', [buy('10', '2', inEur), buy('10', '3')], '52'],
  ['nothing, where that has no rate', '20', [buy('10', '2', { market: 'PEAQ/USD' }), buy('10', '3')], null],
])('costs %s', (_name, held, orders, cost) => {
  expect(costOf(held, orders, (asset) => ({ USDT: '1', EUR: '1.1' })[asset] ?? null)).toBe(cost)
})

const amount = decimalArb({ digits: 5, places: 4 }).filter((value) => compare(value, '0') > 0)

it('lies between the cheapest and the dearest buy, whatever was sold between', () => {
  const property = fc.property(
    fc.array(fc.tuple(amount, amount, fc.boolean()), { minLength: 1, maxLength: 12 }),
    (steps) => {
      const orders = steps.map(([filled, price, isSale]) => (isSale ? sell(filled) : buy(filled, price)))
      const held = orders.reduce((sum, { side, filled }) => {
        if (side === 'buy') return add(sum, filled)
        return compare(filled, sum) >= 0 ? '0' : subtract(sum, filled)
      }, '0')
      const prices = orders.flatMap(({ side, averagePrice }) => (side === 'buy' ? [averagePrice ?? ''] : []))
      const [low, high] = [prices.toSorted(compare)[0], prices.toSorted(compare).at(-1)]
      const cost = costOf(held, orders, () => '1')
      fc.pre(compare(held, '0') > 0 && low !== undefined && high !== undefined)
      // Each cut is of the eighteenth decimal.
      const unsure = multiply('0.000000000000001', add(held, '1'))
      expect(cost).not.toBeNull()
      expect(compare(add(cost ?? '0', unsure), multiply(held, low ?? ''))).toBeGreaterThanOrEqual(0)
      expect(compare(cost ?? '', multiply(held, high ?? ''))).toBeLessThanOrEqual(0)
      expect(costOf(add(held, '0.0001'), orders, () => '1')).toBeNull()
    },
  )
  fc.assert(property, { seed, numRuns: 300 })
})
