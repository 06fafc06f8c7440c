// The Chromium shell as the trader starts it: a process of its own on a profile of its own, ended and removed with the
// test. Headless unless a display is given.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { inspectMachine } from '../../../scripts/setup/machine.mjs'
import { test as base } from '../support/open-app.ts'
import { type Asked, type DriverOrders, ORDERS, type Told } from './shell-driver-words.ts'

const SHELL = fileURLToPath(new URL('../../../electron/chromium.ts', import.meta.url))
const DRIVER = new URL('./shell-driver.ts', import.meta.url).href

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

type Act = Asked extends infer A ? (A extends Asked ? Omit<A, 'id'> : never) : never

export interface Shell {
  process: ChildProcess
  /** True once the window is open; false when the process has ended without saying so. */
  ready: Promise<boolean>
  /** What the shell handed to the driver for the launch of the browser. */
  launched: Promise<Record<string, unknown>>
  /** Does something in the window; fails when the process ends before it has answered. */
  act(act: Act): Promise<unknown>
  /** Runs a script in the page. */
  evaluate(script: string): Promise<unknown>
  /** How often the window was brought to the front. */
  fronted(): number
  ended: Promise<Ended>
}

export interface Workplace {
  dataDir: string
  /** Where temporary files of the shells here go. */
  temp: string
  start(orders?: DriverOrders, env?: NodeJS.ProcessEnv): Shell
}

function startShell(env: NodeJS.ProcessEnv, orders: DriverOrders): Shell {
  const { browser } = inspectMachine({ platform: process.platform, env: process.env, uid: process.getuid?.() ?? null })
  const child = spawn(process.execPath, ['--import', DRIVER, SHELL, `--browser=${browser}`], {
    env: { ...env, [ORDERS]: JSON.stringify({ headless: true, ...orders }) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const { stdout: out, stderr: err } = child
  if (out === null || err === null) throw new Error('the shell has no output to read')
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const launched = Promise.withResolvers<Record<string, unknown>>()
  let fronted = 0
  child.on('message', (told: Told) => {
    if (told.kind === 'launched') return launched.resolve(told.options)
    if (told.kind === 'brought-to-front') {
      fronted += 1
      return
    }
    const asked = waiting.get(told.id)
    if (told.failed === undefined) asked?.resolve(told.value)
    else asked?.reject(new Error(told.failed))
  })
  const ended = Promise.all([once(child, 'exit'), text(out), text(err)]).then(([[code, signal], stdout, stderr]) => ({
    code,
    signal,
    stdout,
    stderr,
  }))
  const ready = Promise.withResolvers<boolean>()
  createInterface(out).on('line', (line) => line === 'prelist ready' && ready.resolve(true))
  void ended.then(({ stderr }) => {
    ready.resolve(false)
    launched.reject(new Error(`the shell ended before it launched a browser: ${stderr}`))
    for (const { reject } of waiting.values()) reject(new Error(`the shell has ended: ${stderr}`))
  })
  launched.promise.catch(() => {})
  const act = (given: Act) => {
    const asked = Promise.withResolvers<unknown>()
    const id = waiting.size
    waiting.set(id, asked)
    child.send({ ...given, id })
    return asked.promise
  }
  return {
    process: child,
    ready: ready.promise,
    launched: launched.promise,
    act,
    evaluate: (script) => act({ act: 'evaluate', script }),
    fronted: () => fronted,
    ended,
  }
}

/** Command lines of the browser's processes that keep their files in `folder`, by process id. Linux alone. */
export function browserProcesses(folder: string): Map<number, string[]> {
  const found = new Map<number, string[]>()
  for (const pid of readdirSync('/proc').map(Number).filter(Number.isInteger)) {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      if (line.includes(folder)) found.set(pid, line.split('\0'))
    } catch {
      // It has ended since the folder was read.
    }
  }
  return found
}

/** Tests that start shells; each test has a profile and a folder for temporary files of its own. */
export const test = base.extend<{ workplace: Workplace }>({
  workplace: async ({ browserName: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 's-'))
    const [dataDir, temp] = [join(folder, 'profile'), join(folder, 't')]
    mkdirSync(temp, { mode: 0o700 })
    const shells: Shell[] = []
    const start = (orders: DriverOrders = {}, env: NodeJS.ProcessEnv = {}) => {
      const own = { PRELIST_PROFILE: dataDir, TMPDIR: temp, TMP: temp, TEMP: temp }
      const shell = startShell({ ...process.env, ...own, ...env }, orders)
      shells.push(shell)
      return shell
    }
    try {
      await use({ dataDir, temp, start })
    } finally {
      for (const shell of shells) {
        shell.process.kill('SIGKILL')
        await shell.ended
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    }
  },
})
