// The table of requirements: which tests it takes up, and that it never makes a claim look better than its tests.

import { expect, test } from 'vitest'
import { REQUIREMENTS, type Requirement } from '../../scripts/requirements/list.ts'
import { type Proof, playwrightProofs, vitestProofs } from '../../scripts/requirements/reports.ts'
import { END, requirementTable, START, unproven, withTable } from '../../scripts/requirements/table.ts'

const requirement: Requirement = { number: 6, text: 'All is denied', beyond: 'a real Electron' }
const proof = (title: string, passed = true): Proof => ({ requirement: 6, file: 'test/a.test.ts', title, passed })
const row = (...proofs: Proof[]) => requirementTable([requirement], proofs).split('\n')[2]

test('a test of Vitest proves what its title or that of its group names', () => {
  const assertion = { ancestorTitles: ['the lock [R6]'], title: 'denies [R7] [R6]', status: 'passed' }
  const skipped = { ancestorTitles: [], title: 'later [R6]', status: 'skipped' }
  const report = { testResults: [{ name: '/root/test/a.test.ts', assertionResults: [assertion, skipped] }] }
  expect(vitestProofs(report, '/root')).toEqual([
    { requirement: 6, file: 'test/a.test.ts', title: 'the lock › denies', passed: true },
    { requirement: 7, file: 'test/a.test.ts', title: 'the lock › denies', passed: true },
    { requirement: 6, file: 'test/a.test.ts', title: 'later', passed: false },
  ])
})

test.each([
  [true, 'expected', true],
  [true, 'flaky', false],
  [true, 'skipped', false],
  [false, 'unexpected', false],
])('a test of Playwright that is ok: %s and %s counts as passed: %s', (ok, status, passed) => {
  const inner = { title: 'frames', file: 'b.test.ts', specs: [{ title: 'none [R7]', ok, tests: [{ status }] }] }
  const report = { suites: [{ title: 'b.test.ts', file: 'b.test.ts', specs: [], suites: [inner] }] }
  expect(playwrightProofs(report, 'test/e2e')).toEqual([
    { requirement: 7, file: 'test/e2e/b.test.ts', title: 'frames › none', passed },
  ])
})

test('a row names the tests, what they said, and what has not run', () => {
  expect(row(proof('b'), proof('a'), proof('c'))).toBe(
    '| 6 | All is denied | `test/a.test.ts`: “a”, “b” and 1 more | passed (3); in a real Electron: **not run** |',
  )
  expect(row(proof('a'), proof('b', false))).toContain('**1 failed**')
  expect(row()).toContain('**no test**')
})

test('a hostile title stays in its cell', () => {
  expect(row(proof('<script>\n|\u0000x'))).toContain('“&lt;script> \\| x”')
})

test('what has no passing test, or a failing one, is unproven', () => {
  expect(unproven([requirement], [])).toEqual([6])
  expect(unproven([requirement], [proof('a'), proof('b', false)])).toEqual([6])
  expect(unproven([requirement], [proof('a')])).toEqual([])
})

test('the table stands between its marks, and nowhere else', () => {
  const page = `before\n${START}\nold\n${END}\nafter`
  expect(withTable(page, 'new')).toBe(`before\n${START}\n\nnew\n\n${END}\nafter`)
  expect(withTable(withTable(page, 'x'), 'new')).toBe(withTable(page, 'new'))
  expect(() => withTable('no marks', 'new')).toThrow('marks')
})

test('each requirement is listed once', () => {
  const numbers = REQUIREMENTS.map(({ number }) => number)
  expect(new Set(numbers).size).toBe(numbers.length)
})
