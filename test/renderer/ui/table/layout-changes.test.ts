// What a trader does to the columns of a table, as changes of plain data.

import { expect, test } from 'vitest'
import { DEFAULT_LAYOUT } from '../../../../renderer/ui/table/columns.ts'
import { movedBy, movedTo, shownOrNot, sized } from '../../../../renderer/ui/table/layout-changes.ts'

const SHOWN = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
const order = (layout: { order: readonly string[] } | null) => layout?.order.join('') ?? null

test('a column moves by one place, and stays at the ends', () => {
  expect(order(movedBy(DEFAULT_LAYOUT, SHOWN, 'b', 1))).toBe('acbd')
  expect(order(movedBy(DEFAULT_LAYOUT, SHOWN, 'b', -1))).toBe('bacd')
  expect(movedBy(DEFAULT_LAYOUT, SHOWN, 'a', -1)).toBeNull()
  expect(movedBy(DEFAULT_LAYOUT, SHOWN, 'd', 1)).toBeNull()
  expect(movedBy(DEFAULT_LAYOUT, SHOWN, 'gone', 1)).toBeNull()
})

test('or to before or behind another one', () => {
  expect(order(movedTo(DEFAULT_LAYOUT, SHOWN, 'a', 'c', true))).toBe('bcad')
  expect(order(movedTo(DEFAULT_LAYOUT, SHOWN, 'a', 'c', false))).toBe('bacd')
  expect(order(movedTo(DEFAULT_LAYOUT, SHOWN, 'd', 'a', false))).toBe('dabc')
})

test('columns that are not shown keep their order behind those that are', () => {
  const layout = { ...DEFAULT_LAYOUT, order: ['x', 'b', 'y', 'a'] }
  expect(order(movedBy(layout, [{ id: 'b' }, { id: 'a' }], 'a', -1))).toBe('abxy')
})

test('a width is set and taken back, and a column shown or hidden, and the rest stays', () => {
  const wide = sized({ ...DEFAULT_LAYOUT, widths: { b: 80 } }, 'a', 120)
  expect(wide.widths).toEqual({ a: 120, b: 80 })
  expect(sized(wide, 'a', null).widths).toEqual({ b: 80 })
  expect(shownOrNot(wide, 'a', false)).toEqual({ ...wide, visibility: { a: false } })
})
