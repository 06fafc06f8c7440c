// Which rows of a long table are drawn.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { offsetOf, sliceBetween, slicesOf, stepTowards } from '../../../../renderer/ui/table/row-window.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'

const seed = announcedSeed('rows in sight')

const EVEN = { rowHeight: 36, tall: [] }

describe('what is in sight', () => {
  test('holds every row that shows, with some around, and stays within the list', () => {
    const top = 500 * 36
    const { first, last } = sliceBetween(top, top + 900, 10_000, EVEN)
    expect(first).toBeLessThanOrEqual(500 - 8)
    expect(last).toBeGreaterThanOrEqual(525 + 8)
    expect(last - first).toBeLessThan(60)
    expect(sliceBetween(-400, 500, 10, EVEN)).toEqual({ first: 0, last: 10 })
    expect(sliceBetween(1e9, 1e9 + 900, 10, EVEN).last).toBe(10)
  })

  test('reckons with what is unfolded above and within', () => {
    const sizes = { rowHeight: 36, tall: [{ index: 3, extra: 400 }] }
    expect([3, 4, 5].map((row) => offsetOf(row, sizes))).toEqual([108, 544, 580])
    // The middle of what is unfolded belongs to its row, and what comes after stands lower by its height.
    expect(sliceBetween(300, 300, 1_000, sizes)).toEqual(sliceBetween(110, 110, 1_000, EVEN))
    expect(sliceBetween(36 * 500 + 400, 36 * 520 + 400, 1_000, sizes)).toEqual(
      sliceBetween(36 * 500, 36 * 520, 1_000, EVEN),
    )
  })
})

describe('a leap through the list', () => {
  test('draws few new rows at a time, what is in sight first, and arrives', () => {
    let drawn = { first: 0, last: 40 }
    const target = { first: 5_000, last: 5_060 }
    const steps: number[] = []
    while (drawn.first !== target.first || drawn.last !== target.last) {
      drawn = stepTowards(drawn, target, 12)
      steps.push(drawn.last - drawn.first)
    }
    expect(steps).toEqual([12, 24, 36, 48, 60])
    expect(stepTowards({ first: 0, last: 40 }, target, 12).first).toBe(5_008)
    expect(stepTowards({ first: 5_008, last: 5_020 }, target, 12)).toEqual({ first: 5_008, last: 5_032 })
    expect(stepTowards({ first: 0, last: 40 }, { first: 4, last: 44 }, 12)).toEqual({ first: 4, last: 44 })
    expect(stepTowards({ first: 900, last: 940 }, { first: 0, last: 3 }, 12)).toEqual({ first: 0, last: 3 })
  })
})

describe('what is drawn', () => {
  test('is one slice where the kept row is in sight, and more where it is not', () => {
    expect(slicesOf({ first: 0, last: 40 }, [10], 1_000)).toEqual([{ first: 0, last: 40 }])
    expect(slicesOf({ first: 400, last: 440 }, [10], 1_000)).toEqual([
      { first: 9, last: 12 },
      { first: 400, last: 440 },
    ])
    expect(slicesOf({ first: 400, last: 440 }, [440], 1_000)).toEqual([{ first: 400, last: 442 }])
  })

  test('holds for a list that became shorter than what was in sight', () => {
    expect(slicesOf({ first: 400, last: 440 }, [], 5)).toEqual([])
    expect(slicesOf({ first: 0, last: 440 }, [4], 5)).toEqual([{ first: 0, last: 5 }])
  })

  test('each row at most once, in order, the kept ones and their neighbours among them', () => {
    const row = fc.nat(99)
    fc.assert(
      fc.property(row, row, fc.array(row, { maxLength: 4 }), (a, b, kept) => {
        const slices = slicesOf({ first: Math.min(a, b), last: Math.max(a, b) }, kept, 100)
        const drawn = slices.flatMap(({ first, last }) => Array.from({ length: last - first }, (_, at) => first + at))
        expect(drawn).toEqual([...new Set(drawn)].toSorted((x, y) => x - y))
        for (const index of kept.flatMap((one) => [one - 1, one, one + 1])) {
          if (index >= 0 && index < 100) expect(drawn).toContain(index)
        }
        expect(slices.every(({ first }, at) => at === 0 || first > (slices[at - 1]?.last ?? 0))).toBe(true)
      }),
      { seed },
    )
  })
})
