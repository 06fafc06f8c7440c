// The suites of `npm test`, in the order in which they are run: the quick ones first.

import { join } from 'node:path'
import { PLAYWRIGHT, ROOT } from '../setup/paths.mjs'
import { countPlaywright, countVitest, readCounts } from './results.mjs'

/** @typedef {import('./results.mjs').Counts} Counts */

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string[]} args For Node 24.
 * @property {Record<string, string>} [env]
 * @property {string} [report] The file its runner reports to; without one the suite is a single test.
 * @property {() => Counts | null} [read] Counts the report.
 */

const VITEST_REPORT = join(ROOT, 'test-results', 'vitest.json')
const PLAYWRIGHT_REPORT = join(ROOT, 'test-results', 'playwright.json')

/** @param {string} path */
const tool = (path) => join(ROOT, 'node_modules', path)

const END_TO_END = 'test/e2e/'

/** @param {string[]} names @returns {Suite} */
const vitest = (names) => ({
  name: 'unit and integration',
  args: [
    ...[tool('vitest/vitest.mjs'), 'run', ...names, `--reporter=${names.length > 0 ? 'default' : 'dot'}`],
    ...['--reporter=json', `--outputFile.json=${VITEST_REPORT}`],
  ],
  report: VITEST_REPORT,
  read: () => readCounts(VITEST_REPORT, countVitest),
})

/** @param {string[]} names @returns {Suite} */
const playwright = (names) => ({
  name: 'end-to-end',
  args: [PLAYWRIGHT, 'test', ...names, '--project=e2e', '--reporter=list,json'],
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT_REPORT },
  report: PLAYWRIGHT_REPORT,
  read: () => readCounts(PLAYWRIGHT_REPORT, countPlaywright),
})

/** @type {Suite[]} */
export const SUITES = [
  { name: 'types', args: [tool('typescript/bin/tsc'), '-b'] },
  { name: 'lint', args: [tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings'] },
  { name: 'dead code', args: [tool('knip/bin/knip.js')] },
  vitest([]),
  playwright([]),
  // Last, because it reads what the two before it have reported.
  { name: 'requirements', args: [join(ROOT, 'scripts', 'requirements.ts'), '--check'] },
]

/**
 * What `npm test` runs: every suite, or after `--` only the named test files (or parts of their paths).
 * @param {string[]} names
 * @returns {Suite[]}
 */
export function suitesFor(names) {
  if (names.length === 0) return SUITES
  const endToEnd = names.filter((name) => name.startsWith(END_TO_END))
  const others = names.filter((name) => !name.startsWith(END_TO_END))
  return [...(others.length > 0 ? [vitest(others)] : []), ...(endToEnd.length > 0 ? [playwright(endToEnd)] : [])]
}
