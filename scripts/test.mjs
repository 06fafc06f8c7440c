// `npm test`: the same set-up as `npm start`, then every suite, whatever the ones before it did, and one closing line.
// `npm test -- test/shared/decimal.test.ts` runs the files named alone.

import { rmSync } from 'node:fs'
import { BUILDS, ensureBuilt } from './setup/build.mjs'
import { exec } from './setup/exec.mjs'
import { inspectMachine } from './setup/machine.mjs'
import { ensureNpmPackages } from './setup/npm-packages.mjs'
import { NODE, ROOT, STAMPS } from './setup/paths.mjs'
import { carryOutPackages, missingPackages, planPackages, TEST_PACKAGES } from './setup/system-packages.mjs'
import { countsLine, settle, total } from './suites/results.mjs'
import { suitesFor } from './suites/suites.mjs'

const at = { root: ROOT, node: NODE, stamps: STAMPS }

/** @typedef {import('./suites/results.mjs').Counts} Counts */

const FAILED = { passed: 0, failed: 1, skipped: 0 }
const PASSED = { passed: 1, failed: 0, skipped: 0 }

/** @returns {Promise<boolean>} */
async function install() {
  const machine = inspectMachine({ platform: process.platform, env: process.env, uid: process.getuid?.() ?? null })
  const plan = planPackages(machine, missingPackages(machine, exec.capture, TEST_PACKAGES), {
    browser: true,
    keychain: true,
  })
  return (await carryOutPackages(plan, exec)) && (await ensureNpmPackages(at, exec))
}

/** @param {string} name @param {() => Promise<Counts>} run */
async function announce(name, run) {
  exec.say(`\n== ${name}`)
  const startedAt = Date.now()
  const counts = await run()
  exec.say(`== ${name}: ${countsLine(counts)} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`)
  return counts
}

/** @param {import('./suites/suites.mjs').Suite} suite @returns {Promise<Counts>} */
async function runSuite(suite) {
  // A report left by an earlier run must not speak for this one.
  if (suite.report) rmSync(suite.report, { force: true })
  const code = await exec.run(NODE, suite.args, suite.env)
  return settle(code, suite.read ? suite.read() : code === 0 ? PASSED : FAILED)
}

/** @returns {Promise<number>} */
async function test() {
  const results = []
  // Broken set-up is one failed test: the closing line must never be missing.
  if (!(await install())) results.push(FAILED)
  else {
    const build = async () => ((await ensureBuilt(at, BUILDS.all, exec)) ? PASSED : FAILED)
    results.push(await announce('build', build))
    for (const suite of suitesFor(process.argv.slice(2)))
      results.push(await announce(suite.name, () => runSuite(suite)))
  }
  const sum = total(results)
  exec.say(`\n${countsLine(sum)}`)
  return sum.failed === 0 ? 0 : 1
}

process.exitCode = await test()
