// Which test files share a process: none that changes it, and each file runs once.

import { globSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../scripts/setup/paths.mjs'
import { needsOwnProcess, testFiles } from '../support/test-files.ts'

// Put together from parts, so that this file is not its own finding.
const whole = (...parts: string[]) => parts.join('')

test.each([
  whole('vi.', "mock(import('./a.ts'), () => ({}))"),
  whole('vi.', "doMock('./a.ts')"),
  whole('vi.', "stubGlobal('window', {})"),
  whole('vi.', 'resetModules()'),
  whole('process.', "env['PRELIST_PROFILE'] = folder"),
  whole('process.', "env['PRELIST_PROFILE'] ??= folder"),
  whole('delete process', ".env['PRELIST_PROFILE']"),
  whole('process.', 'umask(0)'),
  whole('process.', 'chdir(folder)'),
  whole('vi.', 'useFakeTimers()'),
])('a file with %s has a process of its own', (line) => {
  expect(needsOwnProcess(`import { vi } from 'vitest'\n${line}\n`)).toBe(true)
})

test.each([
  whole('vi.', 'useFakeTimers()\nafterEach(() => vi.', 'useRealTimers())'),
  whole('if (process.', "env['CI'] === 'true') skip()"),
  whole('const { PATH } = process.', 'env'),
])('a file with %s shares one', (line) => {
  expect(needsOwnProcess(line)).toBe(false)
})

test('each file runs in one project, and the parts are not empty', () => {
  const { quick, exchanges, integration } = testFiles(ROOT)
  const all = globSync('test/**/*.test.{ts,tsx}', { cwd: ROOT })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !/^test\/(e2e|real-electron|tour)\//.test(file))
  expect([...quick, ...exchanges, ...integration].sort()).toEqual(all.sort())
  for (const part of [quick, exchanges, integration]) expect(part.length).toBeGreaterThan(20)
})
