// The one fixture of the end-to-end tests: the real app on a profile of its own. Any error on the console, any broken
// policy and any request that leaves the window fails the test, unless the test says beforehand that it provokes it.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from 'playwright/test'
import type { Backend } from '../../../electron/app/backend.ts'
import { ORIGIN as CHROMIUM_ORIGIN } from '../../../electron/shell/chromium/app-window.ts'
import { ELECTRON_ORIGIN, openElectronApp, openOldElectronApp } from '../../../scripts/driver/electron-app.ts'
import { type HeadlessApp, type HeadlessOptions, openHeadlessApp } from '../../../scripts/driver/headless-app.ts'
import { countPracticeOrders, practiceFolder } from '../../../scripts/driver/practice-ledger.ts'
import '../../support/loopback-only.ts'
import { shellOf, unfitOptions, unfitTest } from './electron-limits.ts'
import { watchOutgoing } from './outgoing.ts'

const SHELL = shellOf(process.env)

/** The page's address in the shell under test. */
export const ORIGIN = SHELL === 'chromium' ? CHROMIUM_ORIGIN : ELECTRON_ORIGIN

/** Shorter than a test may take, so that a step that cannot be done says which one it was. */
const ACTION_MS = 10_000

const VIOLATION = 'policy broken:'

/** Runs in the page: a broken policy becomes a console error, also where the browser itself says nothing. */
const REPORT_VIOLATIONS = `document.addEventListener('securitypolicyviolation', (event) =>
  console.error('${VIOLATION}', event.effectiveDirective, event.blockedURI, event.sourceFile, event.lineNumber))`

export interface AppOptions extends Partial<HeadlessOptions> {
  /** Leaves the welcome of a first start where it is; else it was put away before. */
  firstStart?: boolean
}

export interface App {
  readonly page: Page
  /** In a current Electron the backend is in another process, so a test that asks for it is skipped there. */
  readonly backend: Backend
  readonly dataDir: string
  /** Closes window and backend and opens the same profile again, with other options where they are given. */
  restart(changes?: AppOptions): Promise<void>
  /** Orders in the ledger of the exchange that the app started itself. */
  practiceOrders(): number
  /** Says that this test provokes such messages; each must come, and they fail nothing. */
  provoke(...messages: RegExp[]): void
  /** The same for messages that may come or not. */
  tolerate(...messages: RegExp[]): void
  /** Fails on whatever went wrong since the last call. */
  check(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens the app. Most tests get it from the fixtures below, which also close and check it. In Electron, options that it
 * does not take skip the test.
 */
export async function openApp({ dataDir: given, firstStart = false, ...options }: AppOptions = {}): Promise<App> {
  const dataDir = given ?? mkdtempSync(join(tmpdir(), 'prelist-e2e-'))
  if (!firstStart) putWelcomeAway(dataDir)
  const outgoing = watchOutgoing()
  let wrong: string[] = []
  let provoked: RegExp[] = []
  let tolerated: RegExp[] = []
  const open = async (changes: AppOptions): Promise<Opened> => {
    const wanted = { ...options, ...changes, dataDir, pageScript: REPORT_VIOLATIONS }
    const opened = await openInShell(wanted)
    opened.page.setDefaultTimeout(ACTION_MS)
    const note = (what: string, url: string) => {
      if (!url.startsWith(`${ORIGIN}/`) && /^(https?|wss?|ftp):/.test(url)) wrong.push(`${what} ${url}`)
    }
    for (const request of await opened.page.requests()) note('request to', request.url())
    opened.context.on('request', (request) => note('request to', request.url()))
    // A request can be tried and stopped; an answer would mean that it left.
    opened.context.on('response', (response) => note('answer from', response.url()))
    return opened
  }
  const release = () => {
    outgoing.stop()
    if (given === undefined) rmSync(dataDir, { recursive: true, force: true })
  }
  let app = await open({}).catch((error: unknown) => {
    release()
    throw error
  })

  const collect = async () => {
    const { page } = app
    const messages = await page.consoleMessages({ filter: 'all' })
    const bad = messages.filter((message) => message.type() === 'error' || message.type() === 'warning')
    wrong.push(...bad.map((message) => `console: ${message.text()}`))
    wrong.push(...(await page.pageErrors({ filter: 'all' })).map((error) => `page: ${error.stack ?? error.message}`))
    wrong.push(...outgoing.foreign.splice(0).map((address) => `connection to ${address}`))
    await Promise.all([page.clearConsoleMessages(), page.clearPageErrors()])
  }
  const close = async () => {
    await app.close()
    release()
  }
  return {
    get page() {
      return app.page
    },
    get backend() {
      if (app.backend === undefined) return leaveOut('the test reaches into the backend, which Electron keeps inside')
      return app.backend
    },
    dataDir,
    restart: async (changes = {}) => {
      await collect()
      await app.close()
      app = await open(changes)
    },
    practiceOrders: () => countPracticeOrders(practiceFolder(dataDir)),
    provoke: (...messages) => {
      provoked.push(...messages)
    },
    tolerate: (...messages) => {
      tolerated.push(...messages)
    },
    check: async () => {
      await collect()
      const unexpected = wrong.filter(
        (message) => ![...provoked, ...tolerated].some((pattern) => pattern.test(message)),
      )
      const missing = provoked.filter((pattern) => !wrong.some((message) => pattern.test(message)))
      wrong = []
      provoked = []
      tolerated = []
      expect(unexpected, 'what went wrong in the window').toEqual([])
      expect(missing.map(String), 'what should have been refused').toEqual([])
    },
    close,
  }
}

/** The preferences of a trader who has been here before, where the profile has none yet. */
function putWelcomeAway(dataDir: string): void {
  const file = join(dataDir, 'config.json')
  if (existsSync(dataDir) && !existsSync(file)) {
    const settings = { welcomed: true, sourcesAsked: true }
    writeFileSync(file, JSON.stringify({ settings }), { mode: 0o600 })
  }
}

type Opened = Omit<HeadlessApp, 'backend'> & { backend?: Backend }

function openInShell(wanted: HeadlessOptions): Promise<Opened> {
  if (SHELL === 'chromium') return openHeadlessApp(wanted)
  const unfit = unfitOptions(wanted, SHELL)
  if (unfit !== null) return leaveOut(unfit)
  if (SHELL === 'electron') return openElectronApp(wanted)
  const { dataDir: _dataDir, viewport: _viewport, colorScheme: _scheme, pageScript: _script, ...backend } = wanted
  return openOldElectronApp(wanted, backend)
}

/** Skips the test that is running and says why. */
function leaveOut(why: string): never {
  test.skip(true, why)
  throw new Error(why)
}

/** Tests that open an app of their own, with their own options; it is checked and closed when the test is over. */
export const test = base.extend<{ openApp: (options?: AppOptions) => Promise<App>; fitting: undefined }>({
  fitting: [
    // Playwright reads the fixture's needs off this parameter, so it has to be an empty pattern.
    async ({ browserName: _ }, use, info) => {
      const unfit = unfitTest(info.file, info.title, SHELL)
      info.skip(unfit !== null, unfit ?? '')
      await use(undefined)
    },
    { auto: true },
  ],
  openApp: async ({ browserName: _ }, use) => {
    const apps: App[] = []
    await use(async (options) => {
      const app = await openApp(options)
      apps.push(app)
      return app
    })
    try {
      for (const app of apps) await app.check()
    } finally {
      for (const app of apps) await app.close()
    }
  },
})

/** One app for all tests of a file, where they do not disturb each other; checked after each of them. */
export function shareApp(options: () => AppOptions = () => ({})): { readonly current: App } {
  let app: App | null = null
  const current = () => {
    if (app === null) throw new Error('the shared app is open only while a test runs')
    return app
  }
  test.beforeAll(async () => {
    app = await openApp(options())
  })
  test.afterEach(() => current().check())
  test.afterAll(async () => {
    await app?.close()
  })
  return {
    get current() {
      return current()
    },
  }
}
