// What the compiler cannot say of a column of the watchlist: that it has a width, which a long table needs so that its columns
// stay as wide as they were whichever rows are drawn.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../../renderer/${path}`, import.meta.url), 'utf8')

/** It takes what the others leave. */
const FLEXIBLE = 'narratives'

test('every column of the watchlist but one has its width, in table-window.css or in cells.css', () => {
  const [, heads = ''] = /\n {2}column: \{([^}]*)\}/.exec(read('messages/en-coins.ts')) ?? []
  const ids = [...heads.matchAll(/^ {4}(\w+):/gm)].map(([, id]) => id ?? '')
  expect(ids.length).toBeGreaterThan(5)
  const sheets = read('ui/styles/table-window.css') + read('ui/styles/cells.css')
  const hasWidth = (id: string) => new RegExp(`\\.col-${id}\\b[^{}]*\\{\\s*width:`).test(sheets)
  expect(ids.filter((id) => !hasWidth(id))).toEqual([FLEXIBLE])
})
