// Opens the app in the chosen shell, and in the Chromium shell when Electron cannot be had or does not come up.

import { chooseShell, shellLine } from './shell-choice.mjs'

/** @typedef {import('./machine.mjs').Machine} Machine */

/**
 * @typedef {object} Openers What the decision below needs done; each takes the machine as it is.
 * @property {(how: { forced: boolean }) => Promise<{ program: string } | { failed: string }>} electron
 * @property {(kind: 'chromium' | 'electron') => Promise<boolean>} build
 * @property {(program: string, args: string[]) => Promise<{ state: 'ready' | 'failed', why: string, exited: Promise<number> }>} launch
 * @property {(script: string) => Promise<number>} runScript Runs a script of this repository under Node 24.
 * @property {(line: string) => void} say
 */

/**
 * Resolves to the exit code once the app has been closed.
 * @param {Machine} machine
 * @param {'electron' | 'chromium' | null} forced
 * @param {Openers} open
 * @returns {Promise<number>}
 */
export async function openApp(machine, forced, open) {
  const choice = chooseShell(machine, forced)
  if (choice.shell === 'electron') return openElectron(machine, forced !== null, choice.why, open)
  open.say(shellLine(choice))
  if (!(await open.build('chromium'))) return 1
  return open.runScript(choice.shell === 'tour' ? 'scripts/tour.mjs' : 'electron/chromium.ts')
}

/** @param {Machine} machine @param {boolean} forced @param {string} why @param {Openers} open */
async function openElectron(machine, forced, why, open) {
  const binary = await open.electron({ forced })
  if ('failed' in binary) return fallBack(machine, `Electron is not there, because ${binary.failed}`, open)
  if (!(await open.build('electron'))) return 1
  // Chromium's own rule: as root it refuses to start with its sandbox on.
  const app = await open.launch(binary.program, machine.isRoot ? ['.', '--no-sandbox'] : ['.'])
  if (app.state === 'failed') return fallBack(machine, app.why, open)
  open.say(shellLine({ shell: 'electron', why }))
  return app.exited
}

/** @param {Machine} machine @param {string} why @param {Openers} open */
async function fallBack(machine, why, open) {
  if (machine.browser === null) {
    open.say(`${why}, and there is no Chromium, Chrome or Edge to open the app in instead.`)
    return 1
  }
  open.say(shellLine({ shell: 'chromium', why }))
  if (!(await open.build('chromium'))) return 1
  return open.runScript('electron/chromium.ts')
}
