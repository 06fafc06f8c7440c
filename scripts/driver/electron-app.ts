// The real app in a real Electron, driven from outside: the end-to-end tests run against it where its binary is.

import { resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { electronProgram } from '../setup/electron-binary.mjs'
import { ROOT } from '../setup/paths.mjs'
import type { HeadlessApp } from './headless-app.ts'

/** The address of the page in Electron, as `electron/main.ts` names it. */
export const ELECTRON_ORIGIN = 'app://prelist'

export interface ElectronOptions {
  /** The profile, as an absolute path. */
  dataDir: string
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  /** A script that runs in the page before its own; the page is loaded a second time for it. */
  pageScript?: string
  /** Path of Electron's program; by default the one in node_modules. */
  program?: string | null
}

/**
 * Opens the built app on a profile. Its backend is in Electron's main process, out of reach of a test.
 * @throws Error when Electron's binary is not here or it ends before its window is there
 */
export async function openElectronApp(options: ElectronOptions): Promise<Omit<HeadlessApp, 'backend'>> {
  const { dataDir, viewport, colorScheme = 'light', pageScript = '', program = electronProgram(ROOT) } = options
  if (program === null) throw new Error('Electron’s binary is not here. `npm run verify:electron` says more.')
  const app = await _electron.launch({
    executablePath: program,
    // Chromium's own rule: as root it refuses to start with its sandbox on.
    args: process.getuid?.() === 0 ? ['.', '--no-sandbox'] : ['.'],
    cwd: ROOT,
    env: { ...inherited(), PRELIST_PROFILE: resolve(dataDir) },
    colorScheme,
  })
  try {
    const page = await loadedPage(app, pageScript)
    if (viewport !== undefined) await page.setViewportSize(viewport)
    return { page, context: app.context(), close: () => app.close() }
  } catch (error) {
    await app.close()
    throw error
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
