// The closing line: it counts every suite, and nothing that did not run passes for success.

import { expect, test } from 'vitest'
import { countPlaywright, countsLine, countVitest, readCounts, settle, total } from '../../scripts/suites/results.mjs'

const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] }

test('counts a Vitest report, and a file that could not be loaded', () => {
  expect(countVitest(vitest)).toEqual({ passed: 5, failed: 1, skipped: 3 })
  const broken = { ...vitest, testResults: [{ status: 'failed', assertionResults: [] }] }
  expect(countVitest(broken).failed).toBe(2)
})

test('counts a Playwright report; a test that needed a second try has failed', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 3, skipped: 2 })
})

test.each([
  ['all well', 0, { passed: 3, failed: 0, skipped: 1 }, { passed: 3, failed: 0, skipped: 1 }],
  ['no report', 0, null, { passed: 0, failed: 1, skipped: 0 }],
  ['ran nothing', 0, { passed: 0, failed: 0, skipped: 2 }, { passed: 0, failed: 1, skipped: 2 }],
  ['crashed after its tests', 1, { passed: 3, failed: 0, skipped: 0 }, { passed: 3, failed: 1, skipped: 0 }],
  ['failed and said so', 1, { passed: 3, failed: 2, skipped: 0 }, { passed: 3, failed: 2, skipped: 0 }],
])('settles a suite that %s', (_name, code, counts, settled) => {
  expect(settle(code, counts)).toEqual(settled)
})

test('a report that is missing or damaged is none', () => {
  expect(readCounts('/nowhere/report.json', countVitest)).toBeNull()
  expect(readCounts(import.meta.filename, countVitest)).toBeNull()
})

test('adds up and closes on one line', () => {
  const sum = total([
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 2, failed: 1, skipped: 3 },
  ])
  expect(countsLine(sum)).toBe('3 passed, 1 failed, 3 skipped')
})
