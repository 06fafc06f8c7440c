// The real app in a real Electron, driven from outside: the end-to-end tests run against it where its binary is.

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import type { Backend } from '../../electron/app/backend.ts'
import type { BackendOptions } from '../../electron/app/backend-options.ts'
import { socketLink } from '../../tools/old-electron/link.ts'
import { type Served, serveBackend } from '../../tools/old-electron/serve-backend.ts'
import { electronProgram } from '../setup/electron-binary.mjs'
import { ROOT } from '../setup/paths.mjs'
import type { HeadlessApp } from './headless-app.ts'

/** The address of the page in Electron, as `electron/main.ts` names it. */
export const ELECTRON_ORIGIN = 'app://prelist'

/** The shell, bundled for an Electron that cannot load the product's own main file. */
export const OLD_MAIN = join(ROOT, 'out', 'old-electron', 'main', 'main.cjs')

export interface ElectronOptions {
  /** The profile, as an absolute path. */
  dataDir: string
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  /** A script that runs in the page before its own; the page is loaded a second time for it. */
  pageScript?: string
  /** Path of Electron's program; by default the old one where it is named, else the one in node_modules. */
  program?: string | null
  /** What the old Electron is to start; by default the shell as it was bundled for it. */
  main?: string
  /** More words for the command line. */
  args?: string[]
  /** More of the environment. */
  env?: Record<string, string>
}

export interface ElectronApp extends Omit<HeadlessApp, 'backend'> {
  /** The main process. */
  electron: ElectronApplication
}

/** Some tests change the address more often than a page may, 200 times in ten seconds. To Chromium the driver says so itself. */
const FAST = '--disable-ipc-flooding-protection'

/** The old Electron's program, where `npm run verify:electron -- --runtime old` has named it. */
const OLD_PROGRAM = 'PRELIST_E2E_ELECTRON'

/**
 * Opens the built app on a profile. Its backend is in Electron's main process, out of reach of a test.
 * @throws Error when Electron's binary is not here or it ends before its window is there
 */
export async function openElectronApp(options: ElectronOptions): Promise<ElectronApp> {
  const { dataDir, viewport, colorScheme = 'light', pageScript = '' } = options
  const { program = process.env[OLD_PROGRAM] ?? electronProgram(ROOT), main = OLD_MAIN, args = [], env = {} } = options
  if (program === null) throw new Error('Electron’s binary is not here. `npm run verify:electron` says more.')
  // Chromium's own rule: as root it refuses to start with its sandbox on.
  const isRoot = process.getuid?.() === 0
  const app = await _electron.launch({
    executablePath: program,
    args: ['.', ...(isRoot ? ['--no-sandbox'] : []), FAST, ...args],
    // Left out, the driver turns the sandbox off for everybody.
    chromiumSandbox: !isRoot,
    cwd: ROOT,
    env: { ...inherited(), PRELIST_PROFILE: resolve(dataDir), PRELIST_ELECTRON_MAIN: main, ...env },
    colorScheme,
  })
  try {
    const page = await loadedPage(app, pageScript)
    if (viewport !== undefined) await page.setViewportSize(viewport)
    return { electron: app, page, context: app.context(), close: () => app.close() }
  } catch (error) {
    await app.close()
    throw error
  }
}

/**
 * Opens the old Electron with its backend in this process, so that a test can reach into it and choose its options, as it
 * can with the Chromium shell.
 * @throws Error as above, or whatever kept the profile from being opened
 */
export async function openOldElectronApp(
  options: ElectronOptions,
  changes: Partial<BackendOptions>,
): Promise<ElectronApp & { backend: Backend }> {
  const folder = mkdtempSync(join(tmpdir(), 'link-'))
  const socket = join(folder, 'backend')
  const serving = Promise.withResolvers<Served>()
  const server = createServer((connection) => {
    // One shell, one backend.
    server.close()
    serving.resolve(serveBackend(socketLink(connection), changes))
  })
  const release = () => {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await new Promise<void>((ready) => server.listen(socket, ready))
    const app = await openElectronApp({ ...options, env: { ...options.env, PRELIST_BACKEND_SOCKET: socket } })
    const served = await serving.promise
    const close = () => app.close().finally(() => served.closed)
    return { ...app, backend: await served.backend, close }
  } finally {
    release()
  }
}

async function loadedPage(app: ElectronApplication, pageScript: string): Promise<Page> {
  const page = await app.firstWindow()
  await page.waitForURL(`${ELECTRON_ORIGIN}/**`)
  if (pageScript !== '') {
    await app.context().addInitScript({ content: pageScript })
    await page.reload()
  }
  return page
}

/** This process's environment, less what is not set. */
function inherited(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}
