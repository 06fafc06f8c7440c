// Which lines of a long table are drawn, and what stands in them.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RowGroup } from '../../../../renderer/ui/table/columns.ts'
import { around, drawnLines, stepTowards } from '../../../../renderer/ui/table/row-range.ts'
import { findRow, itemAt, itemOfRow, itemsOf, rowIndexOf } from '../../../../renderer/ui/table/table-items.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'

const seed = announcedSeed('rows in sight')

describe('what is drawn around what is in sight', () => {
  test('is some more above and below, within the list', () => {
    const { first, last } = around({ first: 500, last: 526 }, 10_000)
    expect(first).toBeLessThanOrEqual(500 - 8)
    expect(last).toBeGreaterThanOrEqual(526 + 8)
    expect(last - first).toBeLessThan(60)
    expect(around({ first: 0, last: 10 }, 10)).toEqual({ first: 0, last: 10 })
  })

  test('changes only after some rows of scrolling', () => {
    expect(around({ first: 501, last: 525 }, 10_000)).toEqual(around({ first: 502, last: 526 }, 10_000))
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

describe('what must not be lost', () => {
  test('stays drawn with its neighbours wherever the list is scrolled to', () => {
    expect(drawnLines({ first: 3, last: 6 }, [4], 1_000)).toEqual([3, 4, 5])
    expect(drawnLines({ first: 400, last: 402 }, [10], 1_000)).toEqual([9, 10, 11, 400, 401])
    expect(drawnLines({ first: 400, last: 402 }, [402], 1_000)).toEqual([400, 401, 402, 403])
  })

  test('holds for a list that became shorter than what was in sight', () => {
    expect(drawnLines({ first: 400, last: 440 }, [], 5)).toEqual([])
    expect(drawnLines({ first: 3, last: 440 }, [4], 5)).toEqual([3, 4])
  })

  test('each line at most once, in order, the kept ones and their neighbours among them', () => {
    const line = fc.nat(99)
    fc.assert(
      fc.property(line, line, fc.array(line, { maxLength: 4 }), (a, b, kept) => {
        const drawn = drawnLines({ first: Math.min(a, b), last: Math.max(a, b) }, kept, 100)
        expect(drawn).toEqual([...new Set(drawn)].toSorted((x, y) => x - y))
        for (const index of kept.flatMap((one) => [one - 1, one, one + 1])) {
          if (index >= 0 && index < 100) expect(drawn).toContain(index)
        }
      }),
      { seed },
    )
  })
})

describe('the lines of a table', () => {
  const keyOf = (row: string) => row
  const groups = fc.array(fc.record({ titled: fc.boolean(), rows: fc.nat(4) }), { maxLength: 4 }).map((shapes) =>
    shapes.map(
      ({ titled, rows }, at): RowGroup<string> => ({
        id: `g${at}`,
        ...(titled && { title: `Group ${at}` }),
        rows: Array.from({ length: rows }, (_, row) => `g${at} r${row}`),
      }),
    ),
  )

  test('are the titles, the rows, and what is unfolded below its row; a row is found again by its line', () => {
    fc.assert(
      fc.property(groups, fc.nat(20), (all, pick) => {
        const rows = all.flatMap(({ rows }) => rows)
        const open = rows[pick] ?? null
        const unfolded = findRow(all, keyOf, open)
        const items = itemsOf(all, unfolded)
        const expected = all.flatMap(({ id, title, rows }) => [
          ...(title === undefined ? [] : [`title ${id}`]),
          ...rows.flatMap((row) => (row === open ? [`row ${row}`, `unfolded ${row}`] : [`row ${row}`])),
        ])
        const lines = Array.from({ length: items.count }, (_, index) => itemAt(items, index))
        const told = lines.map((item) => `${item?.kind} ${item?.kind === 'title' ? item.group.id : item?.row}`)
        expect(told).toEqual(expected)
        expect(itemAt(items, items.count)).toBeUndefined()
        for (const row of rows) {
          const place = findRow(all, keyOf, row)
          expect(place && itemOfRow(items, place)).toBe(expected.indexOf(`row ${row}`))
        }
        // For screen readers the head is the first row, titles count, and what is unfolded does not.
        const counted = expected.filter((line) => !line.startsWith('unfolded'))
        for (const row of rows) {
          expect(rowIndexOf(items, expected.indexOf(`row ${row}`))).toBe(counted.indexOf(`row ${row}`) + 2)
        }
      }),
      { seed },
    )
  })
})
