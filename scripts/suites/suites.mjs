// The suites of `npm test`, in the order in which they are run: the quick ones first.

import { join } from 'node:path'
import { ROOT } from '../setup/paths.mjs'
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

/** @type {Suite[]} */
export const SUITES = [
  { name: 'types', args: [tool('typescript/bin/tsc'), '-b'] },
  { name: 'lint', args: [tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings'] },
  { name: 'dead code', args: [tool('knip/bin/knip.js')] },
  {
    name: 'unit and integration',
    args: [tool('vitest/vitest.mjs'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`],
    report: VITEST_REPORT,
    read: () => readCounts(VITEST_REPORT, countVitest),
  },
  {
    name: 'end-to-end',
    args: [tool('playwright/cli.js'), 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT_REPORT },
    report: PLAYWRIGHT_REPORT,
    read: () => readCounts(PLAYWRIGHT_REPORT, countPlaywright),
  },
  // Last, because it reads what the two before it have reported.
  { name: 'requirements', args: [join(ROOT, 'scripts', 'requirements.ts'), '--check'] },
]
