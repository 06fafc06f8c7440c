// Reads which test proves which requirement from the reports that the test runners have written.

import { relative } from 'node:path'

/** One test that names requirements, as it ended. */
export interface Proof {
  requirement: number
  /** Path in the repository, with forward slashes. */
  file: string
  title: string
  outcome: Outcome
}

/** `skipped` is no proof and no fault: a test may need a machine that this one is not. */
export type Outcome = 'passed' | 'failed' | 'skipped'

export interface VitestReport {
  testResults: { name: string; assertionResults: { ancestorTitles: string[]; title: string; status: string }[] }[]
}

interface PlaywrightSuite {
  title: string
  file: string
  specs: { title: string; ok: boolean; tests: { status: string }[] }[]
  suites?: PlaywrightSuite[]
}

export interface PlaywrightReport {
  suites: PlaywrightSuite[]
}

const TAG = /\s*\[R(\d+)\]/g

function proofsOf(titles: string[], file: string, outcome: Outcome): Proof[] {
  const whole = titles.join(' › ')
  const title = whole.replaceAll(TAG, '').trim()
  const numbers = new Set([...whole.matchAll(TAG)].map((tag) => Number(tag[1])))
  return [...numbers].map((requirement) => ({ requirement, file, title, outcome }))
}

const NOT_RUN = ['skipped', 'pending', 'todo', 'disabled']

function vitestOutcome(status: string): Outcome {
  if (status === 'passed') return 'passed'
  return NOT_RUN.includes(status) ? 'skipped' : 'failed'
}

function playwrightOutcome({ ok, tests }: PlaywrightSuite['specs'][number]): Outcome {
  if (tests.length > 0 && tests.every(({ status }) => status === 'skipped')) return 'skipped'
  return ok && tests.every(({ status }) => status === 'expected') ? 'passed' : 'failed'
}

/** The proofs in Vitest's report; `root` is the folder of the repository. */
export function vitestProofs(report: VitestReport, root: string): Proof[] {
  return report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.flatMap(({ ancestorTitles, title, status }) =>
      proofsOf([...ancestorTitles, title], relative(root, name).replaceAll('\\', '/'), vitestOutcome(status)),
    ),
  )
}

/** The proofs in Playwright’s report, which names its files from `folder` on. */
export function playwrightProofs(report: PlaywrightReport, folder: string): Proof[] {
  const walk = (suite: PlaywrightSuite, above: string[]): Proof[] => {
    // The outermost suite is the file itself.
    const titles = suite.title === suite.file ? above : [...above, suite.title]
    const own = suite.specs.flatMap((spec) =>
      proofsOf([...titles, spec.title], `${folder}/${suite.file}`, playwrightOutcome(spec)),
    )
    return [...own, ...(suite.suites ?? []).flatMap((inner) => walk(inner, titles))]
  }
  return report.suites.flatMap((suite) => walk(suite, []))
}
