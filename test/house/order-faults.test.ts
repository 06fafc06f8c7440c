// The list of what can go wrong with an order: complete, held to by the files that it names, and the same as its page.

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FAULT_FILES, FAULT_ROWS } from '../faults/fault-rows.ts'
import { faultsPage, gaps } from '../faults/fault-table.ts'
import { ROOT } from './planted.ts'

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

test('each of the 48 rows is shown or excused at every class of exchange', () => {
  expect(FAULT_ROWS.map(({ row }) => row)).toEqual(Array.from({ length: 48 }, (_, at) => at + 1))
  expect(gaps()).toEqual([])
})

test('each file with rows is in the list and holds itself against it, and none is named that has none', () => {
  const tests = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'test/**/*.test.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  const withRows = tests
    .split('\n')
    .filter((file) => file !== '' && existsSync(join(ROOT, file)))
    .filter((file) => /from '[./]+\/faults\/rows\.ts'/.test(read(file)))
  expect(withRows.sort()).toEqual(Object.values(FAULT_FILES).sort())
  expect(withRows.filter((file) => !read(file).includes('\nholdToTheList()\n'))).toEqual([])
  const named = new Set(FAULT_ROWS.flatMap(({ shown }) => Object.keys(shown)))
  expect([...named].sort()).toEqual(Object.keys(FAULT_FILES).sort())
})

test('docs/order-faults.md is the list', () => {
  expect(read('docs/order-faults.md')).toBe(faultsPage())
})
