// The decisions of `npm run verify:electron -- --runtime old`, apart from what they set in motion.

import { countsLine, total } from '../suites/results.mjs'

/** @typedef {import('../suites/results.mjs').Counts} Counts */
/** @typedef {Counts & { reasons: [reason: string, count: number][] }} Reported */

/**
 * @typedef {object} Steps What has to be done.
 * @property {() => Promise<boolean>} install
 * @property {() => { notes: string[] } | { failed: string }} confine
 * @property {() => Promise<{ program: string } | { failed: string, isForeign: boolean }>} runtime
 * @property {() => Promise<boolean>} build
 * @property {{ name: string, run: () => Promise<Reported> }[]} suites
 * @property {(line: string) => void} say
 */

/** Nothing could be verified: neither a success nor a failure of the app. */
const NOT_HERE = 2

/**
 * Runs the shell's promises and the end-to-end tests in the old Electron.
 * @param {Steps} steps
 * @returns {Promise<number>} 0 when all passed; 1 when something failed, or the runtime is not the pinned one; 2 when there
 * is nothing to verify with
 */
export async function verifyOldElectron({ install, confine, runtime, build, suites, say }) {
  if (!(await install())) return 1
  const confined = confine()
  if ('failed' in confined) {
    say(`${confined.failed} Nothing was verified.`)
    return NOT_HERE
  }
  const found = await runtime()
  if ('failed' in found) {
    say(`${found.failed} Nothing was verified.`)
    return found.isForeign ? 1 : NOT_HERE
  }
  for (const note of confined.notes) say(note)
  if (!(await build())) return 1
  /** @type {Counts[]} */
  const all = []
  for (const suite of suites) {
    const { reasons, ...counts } = await suite.run()
    all.push(counts)
    say(`Electron 25, ${suite.name}: ${countsLine(counts)}`)
    for (const [reason, count] of reasons) say(`  ${count} skipped: ${reason}`)
  }
  return total(all).failed === 0 ? 0 : 1
}

/**
 * @typedef {object} Suite Of Playwright's JSON report, the fields that are read here.
 * @property {{ tests: { status: string, annotations: { type: string, description?: string }[] }[] }[]} [specs]
 * @property {Suite[]} [suites]
 */

/**
 * Why tests were skipped, and how many for each reason, the most first.
 * @param {{ suites: Suite[] }} report
 * @returns {[reason: string, count: number][]}
 */
export function skipReasons(report) {
  /** @type {Map<string, number>} */
  const counts = new Map()
  const walk = (/** @type {Suite} */ { specs = [], suites = [] }) => {
    for (const { status, annotations } of specs.flatMap((spec) => spec.tests)) {
      if (status !== 'skipped') continue
      const reason =
        annotations.find(({ type }) => type === 'skip')?.description ?? 'a test before it in its file failed'
      counts.set(reason, (counts.get(reason) ?? 0) + 1)
    }
    for (const suite of suites) walk(suite)
  }
  for (const suite of report.suites) walk(suite)
  return [...counts].sort(([, a], [, b]) => b - a)
}
