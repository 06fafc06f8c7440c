// Sorting and searching rows by what their columns say, at any number of rows.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrangeRows, prepareRows } from '../../../../renderer/ui/table/arrange-rows.ts'
import { columnsOf } from '../../../../renderer/ui/table/columns.ts'
import { orderOf } from '../../../../renderer/ui/table/row-order.ts'
import { compare } from '../../../../shared/decimal.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'

const seed = announcedSeed('sorted rows')

interface Row {
  id: number
  name: string | null
  size: number | null
  price: string | null
  watched?: boolean
}

const cell = () => null
type Prices = Readonly<Record<number, string>> | null

/** Anew for each test, because orders are kept by column. */
const columns = () =>
  columnsOf<Row, null, Prices>({
    name: { head: 'Name', cell, sort: 'text', value: ({ name }) => name, search: ({ name }) => name ?? '' },
    size: { head: 'Size', cell, sort: 'number', value: ({ size }) => size, search: ({ size }) => `size ${size}` },
    price: {
      head: 'Price',
      cell,
      sort: 'decimal',
      value: ({ id, price }, prices) => (prices === null ? price : (prices[id] ?? null)),
    },
    watched: { head: 'Watched', cell, filter: { kind: 'is', value: ({ watched }) => watched === true } },
    plain: { head: 'Plain', cell },
  })

const ALL = { search: '', filters: {}, now: 0 }
const row = (id: number, of: Partial<Row> = {}): Row => ({ id, name: null, size: null, price: null, ...of })
const ids = (rows: readonly Row[]) => rows.map(({ id }) => id)
const by = (id: string, desc = false) => ({ sorting: [{ id, desc }], wanted: ALL })

describe('sorting', () => {
  test('puts unknown values last in both directions, each as they came', () => {
    const rows = [row(1), row(2, { size: 5 }), row(3), row(4, { size: -1 }), row(5, { size: Number.NaN })]
    expect(ids(arrangeRows(columns(), rows, null, by('size')))).toEqual([4, 2, 1, 3, 5])
    expect(ids(arrangeRows(columns(), rows, null, by('size', true)))).toEqual([2, 4, 1, 3, 5])
  })

  test('leaves equal ones as they came, in both directions', () => {
    const rows = [row(1, { name: 'b' }), row(2, { name: 'a' }), row(3, { name: 'b' }), row(4, { name: 'a' })]
    expect(ids(arrangeRows(columns(), rows, null, by('name')))).toEqual([2, 4, 1, 3])
    expect(ids(arrangeRows(columns(), rows, null, by('name', true)))).toEqual([1, 3, 2, 4])
  })

  test('compares numbers as numbers, words by the rules of the language, and prices to the last digit', () => {
    const rows = [
      row(1, { size: 10, name: 'Äther', price: '0.1000000000000000001' }),
      row(2, { size: 9, name: 'zeta', price: '0.1' }),
      row(3, { size: 100, name: 'beta', price: '10' }),
      row(4, { size: 0, name: 'alpha', price: '9' }),
    ]
    expect(ids(arrangeRows(columns(), rows, null, by('size')))).toEqual([4, 2, 1, 3])
    expect(ids(arrangeRows(columns(), rows, null, by('name')))).toEqual([4, 1, 3, 2])
    expect(ids(arrangeRows(columns(), rows, null, by('price')))).toEqual([2, 1, 4, 3])
  })

  test('does nothing by a column that does not sort, or that is not there', () => {
    const rows = [row(2), row(1)]
    for (const id of ['plain', 'watched', 'gone']) expect(arrangeRows(columns(), rows, null, by(id))).toBe(rows)
    expect(arrangeRows(columns(), rows, null, { sorting: [], wanted: ALL })).toBe(rows)
  })

  test('is what a plain stable sort gives, for any rows', () => {
    const some = fc.record({
      name: fc.option(fc.constantFrom('a', 'B', 'b', 'ä', '10', '9')),
      size: fc.option(fc.integer({ min: -3, max: 3 })),
      price: fc.option(fc.constantFrom('0', '0.1', '0.10', '1', '0.1000000000000000001', '12')),
    })
    const collator = new Intl.Collator()
    const comparisons = {
      name: (a: Row, b: Row) => collator.compare(a.name ?? '', b.name ?? ''),
      size: (a: Row, b: Row) => (a.size ?? 0) - (b.size ?? 0),
      price: (a: Row, b: Row) => compare(a.price ?? '0', b.price ?? '0'),
    }
    fc.assert(
      fc.property(fc.array(some, { maxLength: 40 }), (parts) => {
        const rows = parts.map((part, id) => row(id, part))
        for (const id of ['name', 'size', 'price'] as const) {
          for (const desc of [false, true]) {
            const known = rows.filter((one) => one[id] !== null)
            const sign = desc ? -1 : 1
            const sorted = known.toSorted((a, b) => sign * comparisons[id](a, b))
            const unknown = rows.filter((one) => one[id] === null)
            expect(ids(arrangeRows(columns(), rows, null, by(id, desc)))).toEqual(ids([...sorted, ...unknown]))
          }
        }
      }),
      { seed },
    )
  })
})

describe('an order that is kept', () => {
  test('is made anew when a value is another, and when prices beside the rows are', () => {
    const defined = columns()
    const rows = [row(1, { size: 1 }), row(2, { size: 2 })]
    expect(ids(arrangeRows(defined, rows, null, by('size')))).toEqual([1, 2])
    expect(ids(arrangeRows(defined, [row(1, { size: 3 }), row(2, { size: 2 })], null, by('size')))).toEqual([2, 1])
    expect(ids(arrangeRows(defined, rows, { 1: '5', 2: '4' }, by('price')))).toEqual([2, 1])
    expect(ids(arrangeRows(defined, rows, { 1: '3', 2: '4' }, by('price')))).toEqual([1, 2])
  })

  test('stays when a row changes in what it is not sorted by', () => {
    const [name] = columns()
    if (name === undefined) throw new Error('no column')
    const order = orderOf(name, [row(1, { name: 'b' }), row(2, { name: 'a' })], null)
    expect(orderOf(name, [row(1, { name: 'b', watched: true }), row(2, { name: 'a' })], null)).toEqual(order)
    expect(orderOf(name, [row(1, { name: 'b' }), row(2, { name: 'a' })], null)?.ascending).toBe(order?.ascending)
    expect(orderOf(name, [row(1, { name: 'b' })], null)?.ascending).not.toBe(order?.ascending)
  })

  test('is made ready in pieces, and the same as at once', () => {
    const rows = Array.from({ length: 5_000 }, (_, id) => row(id, { name: `n${(id * 7_919) % 5_000}`, size: id % 9 }))
    const defined = columns()
    let pieces = 0
    while (!prepareRows(defined, rows, null, () => false)) pieces += 1
    expect(pieces).toBeGreaterThan(100)
    for (const id of ['name', 'size']) {
      expect(arrangeRows(defined, rows, null, by(id))).toEqual(arrangeRows(columns(), rows, null, by(id)))
    }
  })
})

describe('the search', () => {
  const rows = [
    row(1, { name: 'Alpha One', size: 7 }),
    row(2, { name: 'Beta', size: 70, watched: true }),
    row(3, { name: 'alphabet', watched: true }),
  ]
  const found = (search: string, filters = {}) =>
    ids(arrangeRows(columns(), rows, null, { sorting: [], wanted: { search, filters, now: 0 } }))

  test('finds each word in what any column is searched by, however it is written', () => {
    expect(found(' ALPHA ')).toEqual([1, 3])
    expect(found('alpha 7')).toEqual([1])
    expect(found('size 7')).toEqual([1, 2])
    expect(found('alpha beta')).toEqual([])
    expect(found('alpha gamma')).toEqual([])
  })

  test('goes with the values that columns must have, and with the order', () => {
    expect(found('', { watched: { kind: 'is', is: true } })).toEqual([2, 3])
    expect(found('a', { watched: { kind: 'is', is: false } })).toEqual([1])
    const wanted = { search: 'alpha', filters: {}, now: 0 }
    expect(ids(arrangeRows(columns(), rows, null, { sorting: [{ id: 'name', desc: true }], wanted }))).toEqual([3, 1])
  })

  test('reads a row anew that changed', () => {
    const defined = columns()
    const wanted = { search: 'gamma', filters: {}, now: 0 }
    expect(arrangeRows(defined, rows, null, { sorting: [], wanted })).toEqual([])
    const changed = rows.map((one) => (one.id === 2 ? { ...one, name: 'Gamma' } : one))
    expect(ids(arrangeRows(defined, changed, null, { sorting: [], wanted }))).toEqual([2])
  })
})
