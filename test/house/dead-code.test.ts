// Dead code of each kind, planted in a small house with the house's own settings: knip must go red on it.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { borrow, plant, runTool } from './planted.ts'

let output = ''
let remove = () => {}

beforeAll(() => {
  const planted = plant({
    'package.json': JSON.stringify({ name: 'planted', type: 'module', dependencies: { zod: '1.0.0' } }),
    'electron/main.ts': "import { used } from './part.ts'\nimport 'conf'\n\nused()\n",
    'electron/part.ts': 'export const used = () => 1\nexport const deadExport = 2\nexport type DeadType = string\n',
    'electron/dead-file.ts': 'export const nobody = 1\n',
  })
  remove = planted.remove
  borrow(planted.dir, 'knip.json')
  const run = runTool(planted.dir, 'knip/bin/knip.js', ['--no-config-hints'])
  expect(run.code).not.toBe(0)
  output = run.stdout
})
afterAll(() => remove())

test.each([
  ['a file that nobody imports', 'electron/dead-file.ts'],
  ['an export that nobody imports', 'deadExport'],
  ['a type that nobody imports', 'DeadType'],
  ['a dependency that nobody imports', 'zod'],
  ['an import of a package that is not declared', 'conf'],
])('%s is found', (_name, found) => {
  expect(output).toContain(found)
})

test('what is used is not found', () => {
  expect(output).not.toMatch(/^used\b/m)
})
