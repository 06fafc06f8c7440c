// What counts the lines of a long table is loaded late: until then its upper rows are drawn, and without it all of them.

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { columnsOf } from '../../../../renderer/ui/table/columns.ts'

interface Row {
  name: string
}

const COLUMNS = columnsOf<Row, null>({
  name: { head: 'Name', rowHeader: true, value: ({ name }) => name, cell: ({ name }) => name },
})
const COUNT = 200
const ROWS = Array.from({ length: COUNT }, (_, index) => ({ name: `row ${index}` }))

/** A page in which no table has asked for it yet. */
async function freshTable() {
  vi.resetModules()
  vi.stubGlobal('window', { innerHeight: 600 })
  const { DataTable } = await import('../../../../renderer/ui/table/DataTable.tsx')
  const { LONG_TABLES } = await import('../../../../renderer/ui/table/use-virtualizer.ts')
  const draw = (rows: readonly Row[], currentKey: string | null = null) =>
    renderToStaticMarkup(
      <DataTable
        label="Things"
        columns={COLUMNS}
        given={null}
        groups={[{ id: 'all', rows: [...rows] }]}
        rowKey={({ name }) => name}
        currentKey={currentKey}
      />,
    )
  const names = (markup: string) => [...markup.matchAll(/row \d+(?=<)/g)].map(([name]) => name)
  return { LONG_TABLES, draw, names }
}

test('its upper rows are there at once, with the kept ones, and room for the others', async () => {
  const { draw, names } = await freshTable()
  const markup = draw(ROWS, 'row 150')
  const drawn = names(markup)
  expect(drawn.slice(0, 60)).toEqual(ROWS.slice(0, 60).map(({ name }) => name))
  expect(drawn).toContain('row 150')
  expect(drawn.length).toBeLessThan(70)
  expect(markup).toContain(`aria-rowcount="${COUNT + 1}"`)
  expect(markup.match(/row-gap/g)).toHaveLength(2)
})

test('a short table has all its rows and waits for nothing', async () => {
  const { draw, names, LONG_TABLES } = await freshTable()
  expect(names(draw(ROWS.slice(0, 50)))).toHaveLength(50)
  expect(LONG_TABLES.read().state).toBe('waiting')
})

test('where it cannot be loaded every row is drawn, and the next table tries again', async () => {
  vi.doMock('@tanstack/react-virtual', () => {
    throw new Error('planted: the file cannot be read')
  })
  const { draw, names, LONG_TABLES } = await freshTable()
  await LONG_TABLES.load()
  expect(LONG_TABLES.read().state).toBe('failed')
  expect(names(draw(ROWS))).toHaveLength(COUNT)
  vi.doUnmock('@tanstack/react-virtual')
  await LONG_TABLES.load()
  expect(LONG_TABLES.read().state).toBe('here')
})
