// The figures of the benchmark: middles, ends, ratios, and who goes first.

import { describe, expect, test } from 'vitest'
import { alone, compared } from '../../scripts/bench/measure.ts'
import { tableLines } from '../../scripts/bench/report.ts'
import { interleave, quantile, ratio, summarise } from '../../scripts/bench/statistics.ts'

describe('quantile', () => {
  test('is the middle one of an odd number and the mean of the two middle ones of an even number', () => {
    expect(quantile([9, 1, 5], 0.5)).toBe(5)
    expect(quantile([9, 1, 5, 6], 0.5)).toBe(5.5)
  })

  test('reaches from the least to the greatest, and lies between neighbours', () => {
    expect([0, 0.25, 1].map((part) => quantile([10, 30, 20, 40, 50], part))).toEqual([10, 20, 50])
    expect(quantile([0, 100], 0.99)).toBe(99)
    expect(quantile([7], 0.99)).toBe(7)
  })

  test('sorts by size, not by spelling, and leaves the values as they were', () => {
    const values = [10, 9, 100]
    expect(quantile(values, 0.5)).toBe(10)
    expect(values).toEqual([10, 9, 100])
  })

  test('of nothing is an error, and so is a part that is none', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError)
    expect(() => quantile([1], 1.1)).toThrow(RangeError)
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError)
  })
})

test('a summary counts, and holds all of its figures', () => {
  expect(summarise([4, 2, 1, 3, 5])).toEqual({ count: 5, min: 1, p25: 2, median: 3, p75: 4, p99: 4.96, max: 5 })
})

test('a ratio to nothing is unknown', () => {
  expect(ratio(3, 2)).toBe(1.5)
  expect(ratio(3, 0)).toBeNull()
})

describe('rounds', () => {
  test('change who goes first, leave out the warm-up, and keep each result on its side', async () => {
    const order: string[] = []
    const side = (name: string) => async (round: number) => {
      order.push(`${name}${round}`)
      return `${name}${round}`
    }
    const results = await interleave({ warmUp: 1, rounds: 2 }, side('a'), side('b'))
    expect(order).toEqual(['a0', 'b0', 'b1', 'a1', 'a2', 'b2'])
    expect(results).toEqual({ measured: ['a1', 'a2'], baseline: ['b1', 'b2'] })
  })
})

describe('a line of the table', () => {
  test('compares medians: one slow round does not miss the goal', () => {
    const line = compared({ name: 'x', measured: [2, 2, 90], baseline: [1, 1, 1], atMost: 2 })
    expect(line).toMatchObject({ ratio: 2, goal: '<= 2 x', met: true })
    expect(compared({ name: 'x', measured: [2.1], baseline: [1], atMost: 2 }).met).toBe(false)
  })

  test('without a baseline that took any time is neither met nor missed', () => {
    expect(compared({ name: 'x', measured: [1], baseline: [0], atMost: 2 })).toMatchObject({ ratio: null, met: null })
  })

  test('holds the largest value against a limit', () => {
    expect(alone('x', [1, 50], 50).met).toBe(true)
    expect(alone('x', [1, 51], 50).met).toBe(false)
    expect(alone('x', [1, 51]).met).toBeNull()
  })

  test('says met, missed or unknown, and nothing where nothing was aimed at', () => {
    const lines = tableLines([
      compared({ name: 'near', measured: [1.2], baseline: [1], atMost: 1.3 }),
      compared({ name: 'far', measured: [20], baseline: [1], atMost: 2 }),
      compared({ name: 'none', measured: [20], baseline: [0], atMost: 2 }),
      alone('info', [3]),
    ])
    const cells = lines.slice(2).map((line) => line.split('|').map((cell) => cell.trim()))
    expect(cells.map((row) => [row[1], row[4], row[6]])).toEqual([
      ['near', '1.20', 'met'],
      ['far', '20.00', 'missed'],
      ['none', '-', 'unknown'],
      ['info', '-', ''],
    ])
    expect(new Set(lines.map((line) => line.length)).size).toBe(1)
  })
})
