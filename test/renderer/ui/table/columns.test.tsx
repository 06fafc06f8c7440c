// The columns of a table: which are shown, in which order, how wide, and which one sorts. All of it is data.

import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { COIN_COLUMNS } from '../../../../renderer/features/watchlist/coin-columns.tsx'
import { type ColumnLayout, columnsOf, DEFAULT_LAYOUT, type Sorting } from '../../../../renderer/ui/table/columns.ts'
import { DataTable } from '../../../../renderer/ui/table/DataTable.tsx'
import { useColumns } from '../../../../renderer/ui/table/use-columns.ts'
import { destinationOf } from '../../../../renderer/ui/table/use-row-keys.ts'

interface Row {
  name: string
  size: number
}

const COLUMNS = columnsOf<Row, { unit: string }>({
  name: { head: 'Name', rowHeader: true, sort: 'text', value: ({ name }) => name, cell: ({ name }) => name },
  size: { head: 'Size', align: 'end', width: 90, cell: ({ size }, { unit }) => `${size} ${unit}` },
  extra: { head: 'Extra', hidden: true, sort: 'number', value: ({ size }) => size, cell: () => 'extra' },
})
type Shown = ReturnType<typeof useColumns<Row, { unit: string }, undefined>>['shown']
const GROUPS = [{ id: 'all', rows: [{ name: 'Ola', size: 3 }] }]

function drawn(layout: Partial<ColumnLayout> = {}) {
  const markup = renderToStaticMarkup(
    <DataTable
      label="Things"
      columns={COLUMNS}
      given={{ unit: 'kg' }}
      groups={GROUPS}
      rowKey={({ name }) => name}
      layout={{ ...DEFAULT_LAYOUT, ...layout }}
    />,
  )
  const all = (pattern: RegExp) => [...markup.matchAll(pattern)].map(([, found]) => found)
  return {
    heads: all(/<th scope="col"[^>]*>(?:<[^>]*>)?([^<]*)/g),
    cells: all(/<t[dh] class="col[^>]*>([^<]*)|<th scope="row"[^>]*>([^<]*)/g),
    markup,
  }
}

describe('what is shown', () => {
  test('are the columns in the order of their definition, but for those that are hidden at first', () => {
    expect(drawn().heads).toEqual(['Name', 'Size'])
    expect(drawn().markup).toContain('3 kg')
    expect(drawn().markup).not.toContain('extra')
  })

  test('follows what is kept: hidden, asked for, and in another order', () => {
    expect(drawn({ visibility: { size: false } }).heads).toEqual(['Name'])
    expect(drawn({ visibility: { size: false } }).markup).not.toContain('3 kg')
    expect(drawn({ visibility: { extra: true } }).heads).toEqual(['Name', 'Size', 'Extra'])
    expect(drawn({ order: ['size', 'name'] }).heads).toEqual(['Size', 'Name'])
    expect(drawn({ order: ['size'] }).heads).toEqual(['Size', 'Name'])
    expect(drawn({ order: ['gone', 'size'], visibility: { gone: true } }).heads).toEqual(['Size', 'Name'])
  })

  test('is as wide as defined, or as the trader made it', () => {
    const widths = (kept: ColumnLayout['widths']) =>
      probed({ ...DEFAULT_LAYOUT, widths: kept }, []).shown.map(({ width }) => width)
    expect(widths({})).toEqual([undefined, 90])
    expect(widths({ size: 120, name: 300 })).toEqual([300, 120])
  })

  test('writes no style into the markup, which the policy of the page forbids', () => {
    expect(drawn({ widths: { name: 300 } }).markup).not.toContain('style=')
  })
})

/** What the columns say when they are asked, and what a press of a head chose. */
function probed(
  layout: ColumnLayout,
  sorting: Sorting,
  act?: (shown: Shown) => void,
): { shown: Shown; next: Sorting | null } {
  const result: { shown: Shown; next: Sorting | null } = { shown: [], next: null }
  function Probe() {
    const { shown } = useColumns(COLUMNS, layout, sorting, (chosen) => {
      result.next = chosen
    })
    result.shown = shown
    act?.(shown)
    return null
  }
  renderToStaticMarkup(<Probe />)
  return result
}

describe('a head that sorts', () => {
  const press = (id: string, sorting: Sorting) =>
    probed(DEFAULT_LAYOUT, sorting, (shown) => shown.find(({ column }) => column.id === id)?.sort?.press()).next

  test('begins upwards and turns around on the next press', () => {
    expect(press('name', [])).toEqual([{ id: 'name', desc: false }])
    expect(press('name', [{ id: 'size', desc: true }])).toEqual([{ id: 'name', desc: false }])
    expect(press('name', [{ id: 'name', desc: false }])).toEqual([{ id: 'name', desc: true }])
    expect(press('name', [{ id: 'name', desc: true }])).toEqual([{ id: 'name', desc: false }])
  })

  test('is one only where the column says how', () => {
    expect(press('size', [])).toBeNull()
  })
})

describe('keys in the rows', () => {
  const to = (key: string, from: number) => destinationOf(key, from, { count: 100, page: 20 })?.to

  test('lead to the next row, a page away, and to either end', () => {
    expect(to('ArrowDown', 5)).toBe(6)
    expect(to('ArrowUp', 5)).toBe(4)
    expect(to('PageDown', 5)).toBe(25)
    expect(to('PageDown', 95)).toBe(99)
    expect(to('PageUp', 5)).toBe(0)
    expect(to('Home', 50)).toBe(0)
    expect(to('End', 50)).toBe(99)
    expect(to('Enter', 50)).toBeUndefined()
  })
})

test('one column of the watchlist takes what the others leave', () => {
  expect(COIN_COLUMNS.filter(({ width }) => width === 'rest').map(({ id }) => id)).toEqual(['narratives'])
})
