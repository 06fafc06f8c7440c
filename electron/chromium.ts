// Composition root of the Chromium shell: the same backend and the same page in an app window of an installed browser.

import './shell/chromium/clean-environment.ts'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { AppError } from '../shared/result.ts'
import { CANNOT_START, whyInEnglish } from './app/parts/english.ts'
import { openProfile } from './app/profile.ts'
import { type AppWindow, openAppWindow } from './shell/chromium/app-window.ts'
import { takeBrowserFolder } from './shell/chromium/browser-folder.ts'
import { createFileChooser } from './shell/chromium/file-chooser.ts'
import { createOpenOutside } from './shell/chromium/open-outside.ts'
import { askForFront, openFrontDoor } from './shell/chromium/single-instance-channel.ts'
import { loadPageFiles } from './shell/page-files.ts'
import { profileFolder } from './shell/profile-folder.ts'

const built = (path: string) => fileURLToPath(new URL(`../out/${path}`, import.meta.url))

/** Runs until the window is closed or the process is told to end; then the backend has closed the journal. */
async function run(): Promise<void> {
  const { browser } = parseArgs({ options: { browser: { type: 'string', default: '' } } }).values
  if (browser === '') throw new AppError('NOT_FOUND', 'Name an installed Chromium, Chrome or Edge with --browser=PATH.')
  const dataDir = profileFolder(process.platform, process.env, homedir())
  // Until the window is there nobody can be asked, and nothing is written or opened.
  let ask: AppWindow['ask'] = async () => false
  const files = createFileChooser(homedir(), (question) => ask(question))
  const openOutside = createOpenOutside((question) => ask(question))
  const backend = await openProfile({ dataDir, shell: 'chromium', files, openOutside }).catch(
    async (error: unknown) => {
      if (await isOpenElsewhere(error, dataDir)) return null
      throw error
    },
  )
  if (backend === null) {
    process.stdout.write('Prelist is already open. Its window is now in front.\n')
    return
  }
  try {
    takeBrowserFolder()
    const window = await openAppWindow({
      backend,
      pages: loadPageFiles(built('renderer')),
      firstScreen: pathToFileURL(built('document/first-screen.js')),
      bridge: readFileSync(built('chromium/page-bridge.js'), 'utf8'),
      browser,
      asRoot: process.getuid?.() === 0,
    })
    ask = window.ask
    const closeFrontDoor = await openFrontDoor(dataDir, () => window.page.bringToFront())
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void window.close())
    // A failure that nobody waits for, in the driver above all, ends the app in order instead of on the spot.
    const broken = new Promise<never>((_, reject) => process.on('unhandledRejection', reject))
    process.stdout.write('prelist ready\n')
    await Promise.race([window.closed, broken]).finally(() => {
      closeFrontDoor()
      return window.close()
    })
  } finally {
    await backend.close()
  }
}

/** A second start has done its work once the first one's window is in front. */
async function isOpenElsewhere(error: unknown, dataDir: string): Promise<boolean> {
  return error instanceof AppError && error.code === 'PROFILE_IN_USE' && (await askForFront(dataDir))
}

try {
  await run()
} catch (error) {
  // Of what nobody expected the place helps, and here is where it can be read.
  const stack = error instanceof AppError || !(error instanceof Error) ? undefined : error.stack
  process.stderr.write(`${CANNOT_START}. ${stack ?? whyInEnglish(error)}\n`)
  process.exitCode = 1
}
