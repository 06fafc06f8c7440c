// What the workflows may do: read the code, no more, with no secret; and that what they call is there.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './planted.ts'

const FOLDER = join(ROOT, '.github/workflows')

/**
 * Actions of the platform's own maker: others would run a stranger's code beside ours. Each by the digest of its commit, since
 * a tag can be moved to other code; the version stands behind it for who reads.
 */
const ACTIONS = [
  'actions/checkout@34e114876b0b11c390a56381ad16ebd13914f8d5 # v4.3.1',
  'actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0',
  'actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2',
]

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const workflows = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }))
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)

/** The lines of each job below `jobs:`, by its name. */
function jobsOf(text: string): Map<string, string> {
  const [, ...parts] = (text.split(/^jobs:\n/m)[1] ?? '').split(/^ {2}([\w-]+):\n/m)
  return new Map(parts.flatMap((part, at) => (at % 2 === 0 ? [[part, parts[at + 1] ?? ''] as const] : [])))
}

test('there are the two', () => {
  expect(workflows.map(({ name }) => name)).toEqual(['checks.yml', 'installers.yml'])
  expect(workflows.map(({ text }) => [...jobsOf(text).keys()])).toEqual([['test', 'packages'], ['package']])
})

test.each(workflows)('$name may read the code, and nothing else', ({ text }) => {
  expect(text).toMatch(/^permissions:\n {2}contents: read\n\n/m)
  expect(all(text, /^( *)permissions:/gm)).toEqual([''])
  expect(text).not.toMatch(/:\s*write\b|write-all|read-all/)
  expect(text).not.toMatch(/secrets\s*[.[]|secrets:|github\.token|GITHUB_TOKEN/)
  expect(text).not.toMatch(/pull_request_target|workflow_run|self-hosted/)
})

test.each(workflows)('$name runs no words that a stranger wrote, and only actions of the maker', ({ text }) => {
  // A branch or a title that is put into a command line would be run as a part of it.
  expect(all(text, /\$\{\{\s*([^}]*?)\s*\}\}/g).filter((what) => !/^(matrix\.\w+|github\.ref)$/.test(what))).toEqual([])
  const lines = text.split('\n').filter((line) => line.includes('${{'))
  expect(lines.filter((line) => !/^ *(group|runs-on|node-version|name): /.test(line))).toEqual([])
  const used = all(text, /uses: *(\S.*)/g)
  expect(used.length).toBeGreaterThan(0)
  for (const action of used) expect(action).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  expect(used.filter((action) => !ACTIONS.includes(action))).toEqual([])
  expect(used.filter((action) => action.startsWith('actions/checkout')).length).toBe(
    all(text, /uses: actions\/checkout@\S+ # \S+\n {8}with:\n {10}(persist-credentials: false)\n/g).length,
  )
})

test.each(workflows)('$name ends: each job has a limit, and one run at a time', ({ text }) => {
  expect(text).toMatch(/^concurrency:\n {2}group: /m)
  for (const [job, lines] of jobsOf(text)) expect(lines, job).toMatch(/^ {4}timeout-minutes: \d+$/m)
})

test('every npm script that is called is there', () => {
  const called = workflows.flatMap(({ text }) => all(text, /\bnpm (?:run )?([\w:]+)/g))
  expect(called).toContain('verify:electron')
  expect(called.filter((name) => name !== 'ci' && !(name in scripts))).toEqual([])
})
