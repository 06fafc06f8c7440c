// `npm run verify:electron`: the end-to-end tests against a real Electron, where its binary is or can be downloaded.
// With `-- --packaged` it reads the fuses of the packaged app in dist/ instead.

import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { BUILDS, ensureBuilt } from './setup/build.mjs'
import { ensureElectron } from './setup/electron-binary.mjs'
import { exec } from './setup/exec.mjs'
import { inspectMachine } from './setup/machine.mjs'
import { ensureNpmPackages } from './setup/npm-packages.mjs'
import { NODE, PLAYWRIGHT, ROOT, STAMPS } from './setup/paths.mjs'
import { carryOutPackages, missingPackages, planPackages } from './setup/system-packages.mjs'
import { electronFiles, verifyElectron, verifyPackaged } from './suites/electron-suite.mjs'
import { countPlaywright, readCounts, settle } from './suites/results.mjs'

const at = { root: ROOT, node: NODE, stamps: STAMPS }
const REPORT = join(ROOT, 'test-results', 'electron.json')

const machine = inspectMachine({ platform: process.platform, env: process.env, uid: process.getuid?.() ?? null })

/** @returns {Promise<boolean>} */
async function install() {
  const plan = planPackages(machine, missingPackages(machine, exec.capture), { browser: false, keychain: true })
  return (await carryOutPackages(plan, exec)) && (await ensureNpmPackages(at, exec))
}

async function test() {
  // A report left by an earlier run must not speak for this one.
  rmSync(REPORT, { force: true })
  const files = electronFiles(readdirSync(join(ROOT, 'test', 'e2e'), { encoding: 'utf8', recursive: true })).map(
    (name) => `test/e2e/${name}`,
  )
  const args = [PLAYWRIGHT, 'test', '--project=e2e', '--workers=1', '--reporter=list,json', ...files]
  const env = { PRELIST_E2E_SHELL: 'electron', PLAYWRIGHT_JSON_OUTPUT_NAME: REPORT }
  return settle(await exec.run(NODE, args, env), readCounts(REPORT, countPlaywright))
}

/** @returns {Promise<number>} */
async function packaged() {
  if (!(await install())) return 1
  // Not before: the package that reads fuses may have been installed just now.
  const { fuseFaults, packagedPrograms } = await import('./suites/packaged-app.mjs')
  return verifyPackaged({
    packaged: () => packagedPrograms(join(ROOT, 'dist')),
    fuses: fuseFaults,
    say: exec.say,
  })
}

const { values } = parseArgs({ options: { packaged: { type: 'boolean', default: false } } })

process.exitCode = values.packaged
  ? await packaged()
  : await verifyElectron({
      install,
      electron: () => ensureElectron(at, { forced: true }, exec),
      hasDisplay: () => machine.hasDisplay,
      build: () => ensureBuilt(at, BUILDS.electron, exec),
      test,
      say: exec.say,
    })
