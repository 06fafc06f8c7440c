// The made prices: repeatable, whole ticks, gentle, and bounded.

import { expect, it } from 'vitest'
import { MARKETS } from '../../../../electron/practice-exchange/trading/markets.ts'
import { quoteAt, stepAt, toPrice } from '../../../../electron/practice-exchange/trading/price-process.ts'
import { START } from '../fixture.ts'

const FIRST = stepAt(START)
const WEEK_STEPS = 302_400

it.each(MARKETS.map((market) => [market.market, market] as const))(
  'moves %s gently and in whole ticks',
  (_n, market) => {
    for (const seed of [0, 7, 0xffff_ffff]) {
      // Spread over three weeks, and ten seconds from each look to the next.
      for (let step = FIRST; step < FIRST + 3 * WEEK_STEPS; step += 997) {
        const now = quoteAt(seed, market, step)
        const soon = quoteAt(seed, market, step + 5)
        expect(Number.isInteger(now.bid) && Number.isInteger(now.ask)).toBe(true)
        expect(now.ask - now.bid).toBe(2 * market.halfSpread)
        expect(Math.abs(soon.ask - now.ask) / now.ask).toBeLessThan(0.005)
        expect(Math.abs(now.ask - market.baseTicks) / market.baseTicks).toBeLessThan(0.17)
      }
    }
  },
)

it('depends on nothing but seed, market and time', () => {
  const [first, second] = MARKETS
  if (first === undefined || second === undefined) throw new Error('no markets')
  const series = (seed: number, market: typeof first) =>
    Array.from({ length: 500 }, (_, at) => quoteAt(seed, market, FIRST + at * 50).bid - market.baseTicks)
  expect(series(7, first)).toEqual(series(7, first))
  expect(series(7, first)).not.toEqual(series(8, first))
  expect(series(7, first)).not.toEqual(series(7, second))
})

it('moves at all: within an hour every market has been at ten prices', () => {
  for (const market of MARKETS) {
    const seen = new Set(Array.from({ length: 1_800 }, (_, at) => quoteAt(7, market, FIRST + at).bid))
    expect(seen.size).toBeGreaterThanOrEqual(10)
  }
})

it('changes its step every two seconds', () => {
  expect([stepAt(START - 1), stepAt(START + 1_999), stepAt(START + 2_000)]).toEqual([FIRST - 1, FIRST, FIRST + 1])
})

it('spells prices as exact decimals', () => {
  const prices = MARKETS.map((market) => toPrice(market.baseTicks, market))
  expect(prices.slice(0, 5)).toEqual(['0.085', '0.312', '0.0246', '0.0583', '0.01175'])
})
