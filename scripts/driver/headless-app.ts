// The real app without a display: the same backend, page files and window as the Chromium shell, headless. The tour
// drives it, and so do the end-to-end tests.

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Backend } from '../../electron/app/backend.ts'
import type { BackendOptions } from '../../electron/app/backend-options.ts'
import { openProfile } from '../../electron/app/profile.ts'
import { type AppWindow, openAppWindow } from '../../electron/shell/chromium/app-window.ts'
import { loadPageFiles } from '../../electron/shell/page-files.ts'
import { inspectMachine } from '../setup/machine.mjs'

const PAGES = fileURLToPath(new URL('../../out/renderer', import.meta.url))
const FIRST_SCREEN = new URL('../../out/document/first-screen.js', import.meta.url)
const BRIDGE = fileURLToPath(new URL('../../out/chromium/page-bridge.js', import.meta.url))

export interface HeadlessOptions extends BackendOptions {
  /** Path of the browser; by default the one that is installed. */
  browser?: string
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  /** The window's name, where there are several. */
  name?: string
  /** A script that runs in the page before its own, to look at it from within. */
  pageScript?: string
}

export interface HeadlessApp {
  backend: Backend
  page: AppWindow['page']
  context: AppWindow['context']
  /** Closes the window, then the backend. */
  close(): Promise<void>
}

/**
 * Opens the app's page over a backend that is running.
 * @throws Error when the page was not built or no browser is installed
 */
export function openAppPage(
  backend: Pick<Backend, 'dispatch' | 'on'>,
  options: Omit<HeadlessOptions, keyof BackendOptions> = {},
): Promise<AppWindow> {
  const { browser = installedBrowser(), viewport, colorScheme = 'light', name = 'main', pageScript = '' } = options
  if (!existsSync(PAGES) || !existsSync(BRIDGE)) {
    throw new Error('The page is not built. `npm test` builds it, and so does `npm run build`.')
  }
  return openAppWindow({
    backend,
    pages: loadPageFiles(PAGES),
    firstScreen: FIRST_SCREEN,
    bridge: `${readFileSync(BRIDGE, 'utf8')}\n${pageScript}`,
    browser,
    asRoot: process.getuid?.() === 0,
    headless: true,
    viewport: viewport ?? { width: 1440, height: 900 },
    colorScheme,
    name,
  })
}

/**
 * Opens the app on a profile.
 * @throws Error when the page was not built or no browser is installed; AppError when the profile is in use
 */
export async function openHeadlessApp(options: HeadlessOptions): Promise<HeadlessApp> {
  const { browser = installedBrowser(), viewport, colorScheme = 'light', pageScript = '', ...backendOptions } = options
  const backend = await openProfile({ shell: 'chromium', ...backendOptions })
  try {
    const page = { browser, colorScheme, pageScript, ...(viewport !== undefined && { viewport }) }
    const window = await openAppPage(backend, page)
    const close = () => window.close().finally(() => backend.close())
    return { backend, page: window.page, context: window.context, close }
  } catch (error) {
    await backend.close()
    throw error
  }
}

/** Path of the browser that the app would use. Throws when there is none. */
export function installedBrowser(): string {
  const { browser } = inspectMachine({ platform: process.platform, env: process.env, uid: process.getuid?.() ?? null })
  if (browser === null) throw new Error('No Chromium, Chrome or Edge is installed.')
  return browser
}
