// The table of requirements: which tests it takes up, and that it never makes a claim look better than its tests.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { REQUIREMENTS, type Requirement } from '../../scripts/requirements/list.ts'
import { type Outcome, type Proof, playwrightProofs, vitestProofs } from '../../scripts/requirements/reports.ts'
import {
  END,
  REQUIREMENTS_PAGE,
  requirementTable,
  START,
  unproven,
  withTable,
} from '../../scripts/requirements/table.ts'
import { ROOT } from '../../scripts/setup/paths.mjs'

const requirement: Requirement = { number: 6, text: 'All is denied', beyond: 'a current Electron' }
const proof = (title: string, outcome: Outcome = 'passed'): Proof => ({
  requirement: 6,
  file: 'test/a.test.ts',
  title,
  outcome,
})
const row = (...proofs: Proof[]) => requirementTable([requirement], proofs).split('\n')[2]

test('a test of Vitest proves what its title or that of its group names', () => {
  const assertion = { ancestorTitles: ['the lock [R6]'], title: 'denies [R7] [R6]', status: 'passed' }
  const skipped = { ancestorTitles: [], title: 'later [R6]', status: 'skipped' }
  const report = { testResults: [{ name: '/root/test/a.test.ts', assertionResults: [assertion, skipped] }] }
  expect(vitestProofs(report, '/root')).toEqual([
    { requirement: 6, file: 'test/a.test.ts', title: 'the lock › denies', outcome: 'passed' },
    { requirement: 7, file: 'test/a.test.ts', title: 'the lock › denies', outcome: 'passed' },
    { requirement: 6, file: 'test/a.test.ts', title: 'later', outcome: 'skipped' },
  ])
})

test.each([
  [true, 'expected', 'passed'],
  [true, 'flaky', 'failed'],
  [true, 'skipped', 'skipped'],
  [false, 'unexpected', 'failed'],
] as const)('a test of Playwright that is ok: %s and %s counts as %s', (ok, status, outcome) => {
  const inner = { title: 'frames', file: 'shell/b.test.ts', specs: [{ title: 'none [R7]', ok, tests: [{ status }] }] }
  const report = { suites: [{ title: 'shell/b.test.ts', file: 'shell/b.test.ts', specs: [], suites: [inner] }] }
  expect(playwrightProofs(report, 'test/e2e')).toEqual([
    { requirement: 7, file: 'test/e2e/shell/b.test.ts', title: 'frames › none', outcome },
  ])
})

test('a row names the tests, what they said, and what has not run', () => {
  expect(row(proof('b'), proof('a'), proof('c'))).toBe(
    '| 6 | All is denied | `test/a.test.ts`: “a”, “b” and more | passed; in a current Electron: **not run** |',
  )
  expect(row(proof('a'), proof('b', 'failed'))).toContain('| **failed**;')
  expect(row(proof('a', 'skipped'))).toContain('| **no passing test**;')
  expect(row()).toContain('| **no passing test**;')
})

test('neither order, nor number, nor a test that this machine skips changes a row', () => {
  const three = row(proof('a'), proof('b'), proof('c'))
  expect(row(proof('d'), proof('c'), proof('b', 'skipped'), proof('a'))).toBe(three)
})

test('a hostile title stays in its cell', () => {
  expect(row(proof('<script>\n|\u0000x'))).toContain('“&lt;script> \\| x”')
})

test('what has no passing test, or a failing one, is unproven', () => {
  expect(unproven([requirement], [])).toEqual([6])
  expect(unproven([requirement], [proof('a', 'skipped')])).toEqual([6])
  expect(unproven([requirement], [proof('a'), proof('b', 'failed')])).toEqual([6])
  expect(unproven([requirement], [proof('a'), proof('b', 'skipped')])).toEqual([])
})

test('the table stands between its marks, and nowhere else', () => {
  const page = `before\n${START}\nold\n${END}\nafter`
  expect(withTable(page, 'new')).toBe(`before\n${START}\n\nnew\n\n${END}\nafter`)
  expect(withTable(withTable(page, 'x'), 'new')).toBe(withTable(page, 'new'))
  expect(() => withTable('no marks', 'new')).toThrow('marks')
})

test('the page that is checked holds a row for each requirement, and SECURITY.md leads to it', () => {
  const page = readFileSync(join(ROOT, REQUIREMENTS_PAGE), 'utf8')
  const table = page.slice(page.indexOf(START), page.indexOf(END))
  const rows = Array.from(table.matchAll(/^\| (\d+) \|/gm), ([, number]) => Number(number))
  expect(rows).toEqual(REQUIREMENTS.map(({ number }) => number))
  const security = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8')
  expect(security).toContain(`](${REQUIREMENTS_PAGE})`)
  expect(security).not.toContain(START)
})

test('each requirement is listed once', () => {
  const numbers = REQUIREMENTS.map(({ number }) => number)
  expect(new Set(numbers).size).toBe(numbers.length)
})
