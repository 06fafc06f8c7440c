// Reads which test proves which requirement from the reports that the test runners have written.

import { basename, relative } from 'node:path'

/** One test that names requirements, as it ended. */
export interface Proof {
  requirement: number
  /** Path in the repository, with forward slashes. */
  file: string
  title: string
  passed: boolean
}

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

function proofsOf(titles: string[], file: string, passed: boolean): Proof[] {
  const whole = titles.join(' › ')
  const title = whole.replaceAll(TAG, '').trim()
  const numbers = new Set([...whole.matchAll(TAG)].map((tag) => Number(tag[1])))
  return [...numbers].map((requirement) => ({ requirement, file, title, passed }))
}

/** The proofs in Vitest's report; `root` is the folder of the repository. A skipped test is no proof. */
export function vitestProofs(report: VitestReport, root: string): Proof[] {
  return report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.flatMap(({ ancestorTitles, title, status }) =>
      proofsOf([...ancestorTitles, title], relative(root, name).replaceAll('\\', '/'), status === 'passed'),
    ),
  )
}

/** The proofs in Playwright's report, whose files all lie in `folder`. */
export function playwrightProofs(report: PlaywrightReport, folder: string): Proof[] {
  const walk = (suite: PlaywrightSuite, above: string[]): Proof[] => {
    // The outermost suite is the file itself.
    const titles = suite.title === suite.file ? above : [...above, suite.title]
    const own = suite.specs.flatMap((spec) => {
      const passed = spec.ok && spec.tests.every((test) => test.status === 'expected')
      return proofsOf([...titles, spec.title], `${folder}/${basename(suite.file)}`, passed)
    })
    return [...own, ...(suite.suites ?? []).flatMap((inner) => walk(inner, titles))]
  }
  return report.suites.flatMap((suite) => walk(suite, []))
}
