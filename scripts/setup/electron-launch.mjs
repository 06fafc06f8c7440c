// Starts Electron and waits for its word that the window is there. Its main process prints that line.

import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { withoutTelling } from './clean-environment.mjs'
import { passSignals } from './exec.mjs'
import { ROOT } from './paths.mjs'

/** The line that `electron/main.ts` prints once the page has loaded. */
const READY_LINE = 'prelist ready'

/**
 * @typedef {object} Launched
 * @property {'ready' | 'failed'} state
 * @property {string} why Empty when ready.
 * @property {Promise<number>} exited The exit code; already settled when it failed.
 */

/** @typedef {(program: string, args: string[]) => import('node:child_process').ChildProcess} Spawn */

/**
 * Starts the program and resolves once it is ready, has ended, or `limitMs` has passed. In the last two cases it has
 * been ended before this resolves: a second shell could not open the profile while the first still holds its lock.
 * @param {string} program
 * @param {string[]} args
 * @param {{ limitMs: number, spawnProgram?: Spawn, killAfterMs?: number }} options
 * @returns {Promise<Launched>}
 */
export async function launchElectron(program, args, { limitMs, spawnProgram = spawnElectron, killAfterMs = 3000 }) {
  const child = spawnProgram(program, args)
  const release = passSignals(child)
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => {
    child.once('error', () => resolve(127))
    child.once('exit', (code) => {
      release()
      resolve(code ?? 1)
    })
  })
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  /** @type {Promise<'late'>} */
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve('late'), limitMs)
  })
  const outcome = await Promise.race([readyLine(child), exited, late])
  clearTimeout(timer)
  if (outcome === 'ready') return { state: 'ready', why: '', exited }
  if (outcome === 'late') {
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), killAfterMs)
    await exited
    clearTimeout(force)
    return { state: 'failed', why: `Electron was not ready within ${limitMs / 1000} s`, exited }
  }
  return { state: 'failed', why: `Electron ended at once (exit code ${outcome})`, exited }
}

/**
 * Passes the program's output on, less the line that is meant for this script.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<'ready'>}
 */
function readyLine(child) {
  return new Promise((resolve) => {
    if (child.stdout === null) return
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === READY_LINE) resolve('ready')
      else console.log(line)
    })
  })
}

/** @type {Spawn} */
function spawnElectron(program, args) {
  return spawn(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...withoutTelling(process.env) },
  })
}
