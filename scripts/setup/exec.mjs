// Starts other programs. Every step takes this object as a parameter, so that a test can stand in for the machine.

import { spawn, spawnSync } from 'node:child_process'
import { ROOT } from './paths.mjs'

/**
 * @typedef {object} Exec
 * @property {(command: string, args: string[], env?: Record<string, string | undefined>) => Promise<number>} run
 *   Runs with the terminal attached; resolves to the exit code, 127 when the program cannot be started.
 * @property {(command: string, args: string[]) => { code: number, stdout: string }} capture
 *   Runs silently and returns what was printed; code 127 when the program cannot be started.
 * @property {(line: string) => void} say Prints one line for the person who waits.
 */

/** @type {Exec} */
export const exec = {
  run: (command, args, env = {}) =>
    new Promise((resolve) => {
      const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env }, ...shell() })
      const release = passSignals(child)
      child.once('error', () => resolve(127))
      child.once('exit', (code) => {
        release()
        resolve(code ?? 1)
      })
    }),
  capture: (command, args) => {
    const done = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', ...shell() })
    return { code: done.status ?? 127, stdout: done.stdout ?? '' }
  },
  say: (line) => console.log(line),
}

/** On Windows the programs of npm packages are .cmd files, which only a shell can start. */
function shell() {
  return { shell: process.platform === 'win32' }
}

/**
 * Makes the child's end this script's end: Ctrl-C reaches the child through the terminal and is waited for here, a
 * SIGTERM is handed on. Without this the app would live on alone, or the prompt return before it has closed its files.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} Takes the handlers away again.
 */
export function passSignals(child) {
  const wait = () => {}
  const end = () => child.kill('SIGTERM')
  process.on('SIGINT', wait)
  process.on('SIGTERM', end)
  return () => {
    process.off('SIGINT', wait)
    process.off('SIGTERM', end)
  }
}
