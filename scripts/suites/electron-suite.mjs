// The decisions of `npm run verify:electron`, apart from what they set in motion.

import { countsLine } from './results.mjs'

/** @typedef {import('./results.mjs').Counts} Counts */

/**
 * @typedef {object} Steps What has to be done.
 * @property {() => Promise<boolean>} install
 * @property {() => Promise<{ program: string } | { failed: string }>} electron
 * @property {() => boolean} hasDisplay
 * @property {() => Promise<boolean>} build
 * @property {() => Promise<Counts>} test
 * @property {(line: string) => void} say
 */

/**
 * @typedef {object} Readers
 * @property {() => string[]} packaged Programs of the packaged app.
 * @property {(program: string) => Promise<string[]>} fuses What is wrong with the fuses of one.
 * @property {(line: string) => void} say
 */

/** Nothing could be verified: neither a success nor a failure of the app. */
const NOT_HERE = 2

/** End-to-end files that start the Chromium shell as a process of its own, or the dev server, say nothing of Electron. */
const ABOUT_CHROMIUM = /(^|\/)(shell|dev)-/

/**
 * Which files run against Electron.
 * @param {string[]} names Files below test/e2e.
 */
export function electronFiles(names) {
  const files = names.map((name) => name.replaceAll('\\', '/'))
  return files.filter((name) => name.endsWith('.test.ts') && !ABOUT_CHROMIUM.test(name))
}

/**
 * What the command line asks for.
 * @param {{ packaged: boolean, runtime: string }} options
 * @param {string[]} files Test files that are named.
 * @returns {{ run: 'current' | 'old' | 'packaged' } | { error: string }}
 */
export function chooseRun({ packaged, runtime }, files) {
  if (runtime !== 'current' && runtime !== 'old')
    return { error: `There is no runtime ${runtime}. Known: current, old` }
  if (packaged && runtime === 'old') return { error: 'The packaged app holds its own Electron, not the old one.' }
  if (files.length > 0 && runtime !== 'old') return { error: 'Test files can be named with --runtime old only.' }
  return { run: packaged ? 'packaged' : runtime }
}

/**
 * Runs the end-to-end tests against a real Electron.
 * @param {Steps} steps
 * @returns {Promise<number>} 0 when all passed, 1 when something failed, 2 when there is nothing to verify with.
 */
export async function verifyElectron(steps) {
  if (!(await steps.install())) return 1
  const binary = await steps.electron()
  if ('failed' in binary) {
    steps.say(`Electron’s binary is not here: ${binary.failed}. Nothing was verified.`)
    return NOT_HERE
  }
  if (!steps.hasDisplay()) {
    steps.say('There is no display for Electron’s window. On Linux: xvfb-run -a npm run verify:electron')
    return NOT_HERE
  }
  if (!(await steps.build())) return 1
  const counts = await steps.test()
  steps.say(`Electron: ${countsLine(counts)}`)
  return counts.failed === 0 ? 0 : 1
}

/**
 * Reads the fuses of every packaged program.
 * @param {Readers} steps
 * @returns {Promise<number>} As above.
 */
export async function verifyPackaged(steps) {
  const programs = steps.packaged()
  if (programs.length === 0) {
    steps.say('There is no packaged app in dist/. `npm run package` makes one. Nothing was verified.')
    return NOT_HERE
  }
  let faulty = false
  for (const program of programs) {
    const faults = await steps.fuses(program).catch((error) => [String(error.message)])
    faulty ||= faults.length > 0
    steps.say(faults.length === 0 ? `ok: every fuse of ${program}` : `FAILED: ${program}: ${faults.join('; ')}`)
  }
  return faulty ? 1 : 0
}
