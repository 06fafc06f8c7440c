// The picture of prices as numbers: where times and prices lie, and which of them are named.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chartOf, nearestTo, niceLevels, WIDTH } from '../../../../renderer/ui/chart/chart-geometry.ts'
import type { Candle } from '../../../../shared/sources/quotes.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'

const seed = announcedSeed('levels of a picture')

const DAY = 86_400_000
const START = Date.parse('2026-11-01T00:00:00.000Z')

const candlesOf = (...closes: string[]): Candle[] =>
  closes.map((close, index) => ({
    at: new Date(START + index * DAY).toISOString(),
    ...{ open: null, high: null, low: null, close, volume: null },
  }))

const chart = (...closes: string[]) => {
  const found = chartOf(candlesOf(...closes))
  if (found === null) throw new Error('no picture')
  return found
}

test('fewer than two prices make no picture', () => {
  expect(chartOf([])).toBeNull()
  expect(chartOf(candlesOf('1'))).toBeNull()
})

describe('places', () => {
  test('time goes from left to right, and a higher price lies higher', () => {
    const { x, y, plot } = chart('1', '3', '2')
    const [first, second, third] = candlesOf('1', '3', '2').map(({ at }) => x(at))
    expect([first, third]).toEqual([plot.left, plot.right])
    expect(second).toBeCloseTo((plot.left + plot.right) / 2)
    expect(y(3)).toBeLessThan(y(2))
    expect(y(2)).toBeLessThan(y(1))
  })

  test('what lies beyond is drawn at the edge', () => {
    const { x, y, plot } = chart('1', '2')
    expect(x('2020-01-01T00:00:00.000Z')).toBe(plot.left)
    expect(x('2030-01-01T00:00:00.000Z')).toBe(plot.right)
    expect([y(1000), y(0)]).toEqual([plot.top, plot.bottom])
  })

  test('highs and lows have room, not only the closes', () => {
    const [first, last] = candlesOf('1', '2')
    if (first === undefined || last === undefined) throw new Error('none')
    const found = chartOf([{ ...first, high: '9', low: '0.5' }, last])
    expect(found?.y(9)).toBeGreaterThan(found?.plot.top ?? 0)
    expect(found?.y(0.5)).toBeLessThan(found?.plot.bottom ?? 0)
  })

  test.each(['0.2', '0', '0.00000001'])('a price that stayed at %s has a line in the middle', (price) => {
    const { y, plot } = chart(price, price, price)
    expect(y(Number(price))).toBeCloseTo((plot.top + plot.bottom) / 2)
  })
})

test('levels are round, within the span, and few', () => {
  expect(niceLevels(0.178, 0.222, 5)).toEqual([0.18, 0.19, 0.2, 0.21, 0.22].map((level) => expect.closeTo(level)))
  expect(niceLevels(0, 1000, 5)).toEqual([0, 200, 400, 600, 800, 1000])
  expect(niceLevels(1, 1, 5)).toEqual([])
  fc.assert(
    fc.property(
      fc.double({ min: 1e-8, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-6, max: 10, noNaN: true }),
      (low, by) => {
        const high = low * (1 + by)
        const levels = niceLevels(low, high, 5)
        expect(levels.length).toBeLessThanOrEqual(7)
        for (const level of levels) expect(level >= low * (1 - 1e-9) && level <= high * (1 + 1e-9)).toBe(true)
      },
    ),
    { seed },
  )
})

test('the price under the pointer is the nearest one', () => {
  const candles = candlesOf('1', '2', '3', '4', '5')
  const found = chart('1', '2', '3', '4', '5')
  const shares = candles.map(({ at }) => found.x(at) / WIDTH)
  expect(shares.map((share) => nearestTo(candles, found, share))).toEqual([0, 1, 2, 3, 4])
  expect(nearestTo(candles, found, 0)).toBe(0)
  expect(nearestTo(candles, found, 1)).toBe(4)
})
