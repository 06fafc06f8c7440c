// Reads what the test runners report and adds it up.

import { readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @typedef {object} VitestReport The fields of it that are read here.
 * @property {{ status: string, assertionResults: unknown[] }[]} testResults
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 */

/**
 * @typedef {object} PlaywrightReport The fields of it that are read here.
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {unknown[]} errors
 */

/**
 * Vitest's JSON report. A file that cannot be loaded holds no failed test, so it is counted as one.
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * Playwright Test's JSON report. A test that passed only on a second try counts as failed; an error outside any test
 * as one more.
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function countPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped }
}

/**
 * The result of one suite from its exit code and its report. A suite that ran nothing, or failed without saying which
 * test, must not look like success.
 * @param {number} code
 * @param {Counts | null} counts Null when there is no report.
 * @returns {Counts}
 */
export function settle(code, counts) {
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 }
  const silent = failed === 0 && (code !== 0 || passed === 0)
  return { passed, failed: failed + (silent ? 1 : 0), skipped }
}

/** @param {Counts[]} all @returns {Counts} */
export function total(all) {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

/** @param {Counts} counts @returns {string} */
export function countsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/**
 * A report from its file, counted; null when it is missing or not what its runner writes.
 * @template Report
 * @param {string} path
 * @param {(report: Report) => Counts} count
 * @returns {Counts | null}
 */
export function readCounts(path, count) {
  try {
    return count(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}
