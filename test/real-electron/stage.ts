// Opens the Electron shell for a promise to be looked at, with words on its command line that must mean nothing to it.

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, type Page } from 'playwright/test'
import { ELECTRON_ORIGIN, type ElectronApp, OLD_MAIN, openElectronApp } from '../../scripts/driver/electron-app.ts'
import { ROOT } from '../../scripts/setup/paths.mjs'

export interface Shell extends ElectronApp {
  dataDir: string
  main: string
  preload: string
}

/** What a link on a foreign page, or another program, could add to a start. */
export const LINKS = [
  'prelist://order/buy?coin=peaq&amount=1000',
  'https://example.com/',
  'file:///etc/passwd',
  `${ELECTRON_ORIGIN}/index.html?from=link`,
]

/** Program and main file of the runtime under test, and the environment it is started with. */
export function startOf(shell: Pick<Shell, 'dataDir' | 'main'>) {
  const program = process.env['PRELIST_E2E_ELECTRON'] ?? ''
  const env = { ...process.env, PRELIST_PROFILE: shell.dataDir, PRELIST_ELECTRON_MAIN: shell.main }
  return { program, env, cwd: ROOT }
}

/** Opens it on a profile of its own; closing it takes that away. */
export async function openShell(main: string = OLD_MAIN): Promise<Shell> {
  const dataDir = mkdtempSync(join(tmpdir(), 'shell-'))
  const app = await openElectronApp({ dataDir, main, args: LINKS })
  app.page.setDefaultTimeout(15_000)
  const close = async () => {
    await app.close()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
  return { ...app, dataDir, main, preload: join(dirname(dirname(main)), 'preload', 'preload.cjs'), close }
}

/** A fault for each value that is another one than it must be. */
export function differences(
  found: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
): string[] {
  return Object.entries(wanted).flatMap(([name, value]) => {
    const [is, must] = [JSON.stringify(found[name]), JSON.stringify(value)]
    return is === must ? [] : [`${name} is ${is} instead of ${must}`]
  })
}

/** Asks until the answer is as wanted, for at most ten seconds; then the last answer. */
export async function settledOn<T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean): Promise<T> {
  let last = await ask()
  const again = async () => {
    last = await ask()
    return isWanted(last)
  }
  if (isWanted(last)) return last
  const came = expect.poll(again, { timeout: 10_000, intervals: [50] }).toBe(true)
  // What it did not come to is a fault that the caller names.
  await came.catch(() => {})
  return last
}

/** Runs text in the page as a task of its own: called by the driver itself, it would be exempt from the page's policy. */
export const runLater = (page: Page, script: string) => page.evaluate(`void setTimeout(() => { ${script} }, 0)`)

export interface CountingServer {
  origin: string
  hits(): number
  close(): void
}

/** A host that must never be asked. */
export async function countingServer(): Promise<CountingServer> {
  let hits = 0
  const server = createServer((_request, response) => {
    hits += 1
    response.end('here')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, hits: () => hits, close: () => void server.close() }
}
