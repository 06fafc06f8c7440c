// `npm start`: installs what is missing, builds what is stale, opens the app. Runs on Node 20 with npm alone.

import { BUILDS, ensureBuilt } from './setup/build.mjs'
import { withoutTelling } from './setup/clean-environment.mjs'
import { ensureElectron } from './setup/electron-binary.mjs'
import { launchElectron } from './setup/electron-launch.mjs'
import { exec } from './setup/exec.mjs'
import { inspectMachine } from './setup/machine.mjs'
import { ensureNpmPackages } from './setup/npm-packages.mjs'
import { openApp } from './setup/open-app.mjs'
import { NODE, ROOT, STAMPS } from './setup/paths.mjs'
import { chooseShell, readShellOption } from './setup/shell-choice.mjs'
import { carryOutPackages, missingPackages, planPackages } from './setup/system-packages.mjs'

const READY_WITHIN_MS = 20_000

const at = { root: ROOT, node: NODE, stamps: STAMPS }

/** @returns {import('./setup/machine.mjs').Machine} */
function machineNow() {
  return inspectMachine({ platform: process.platform, env: process.env, uid: process.getuid?.() ?? null })
}

/** @returns {Promise<number>} */
async function start() {
  const { forced, error } = readShellOption(process.argv.slice(2))
  if (error !== null) {
    exec.say(error)
    return 1
  }
  const machine = machineNow()
  // Electron brings its own browser, so without Chromium only its fallback is missing.
  const needs = { browser: chooseShell(machine, forced).shell !== 'electron', keychain: false }
  const plan = planPackages(machine, missingPackages(machine, exec.capture), needs)
  if (!(await carryOutPackages(plan, exec))) return 1
  if (!(await ensureNpmPackages(at, exec))) return 1
  return openApp(machineNow(), forced, {
    electron: (how) => ensureElectron(at, how, exec),
    build: (kind) => ensureBuilt(at, BUILDS[kind], exec),
    launch: (program, args) => launchElectron(program, args, { limitMs: READY_WITHIN_MS }),
    // Without the flag any program of the same user can open Node's debugger by a signal.
    runScript: (script) =>
      exec.run(
        NODE,
        ['--disable-sigusr1', script, `--browser=${machineNow().browser ?? ''}`],
        withoutTelling(process.env),
      ),
    say: exec.say,
  })
}

process.exitCode = await start()
