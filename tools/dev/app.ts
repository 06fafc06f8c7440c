// The Chromium shell on the real backend, whose page is built and loaded anew after each change. The page runs under the
// product's policy and headers, so what that forbids fails here as it would there; the backend goes on running meanwhile.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { openProfile } from '../../electron/app/profile.ts'
import { type AppWindow, openAppWindow } from '../../electron/shell/chromium/app-window.ts'
import { createFileChooser } from '../../electron/shell/chromium/file-chooser.ts'
import { installedBrowser } from '../../scripts/driver/headless-app.ts'
import { BUILDS, ensureBuilt } from '../../scripts/setup/build.mjs'
import { exec } from '../../scripts/setup/exec.mjs'
import { NODE, ROOT, STAMPS } from '../../scripts/setup/paths.mjs'
import { watchPage } from './page-watch.ts'

/** Not the trader's own: whoever tries something out must not meet his orders and keys. */
function profileOf(env: NodeJS.ProcessEnv): string {
  const named = env['PRELIST_PROFILE'] ?? ''
  if (named !== '' && !isAbsolute(named)) throw new Error('PRELIST_PROFILE must be an absolute path.')
  return named === '' ? join(ROOT, '.prelist', 'dev') : named
}

/**
 * Opens the window and runs until it is closed.
 * @throws Error when the page cannot be built or no browser is installed; AppError when the profile is in use
 */
export async function runApp(env: NodeJS.ProcessEnv): Promise<void> {
  const built = await ensureBuilt({ root: ROOT, node: NODE, stamps: STAMPS }, BUILDS.chromium, exec)
  if (!built) throw new Error('The page could not be built.')
  const dataDir = profileOf(env)
  const outDir = mkdtempSync(join(tmpdir(), 'prelist-dev-'))
  const closing: (() => Promise<void>)[] = []
  try {
    let window: AppWindow | null = null
    const page = await watchPage({
      outDir,
      onBuilt: () => void window?.page.reload().catch(() => undefined),
      onFailed: (why) => exec.say(why),
    })
    closing.unshift(page.close)
    const files = createFileChooser(homedir(), async (question) => (await window?.ask(question)) ?? false)
    const backend = await openProfile({ dataDir, shell: 'chromium', build: 'development', files })
    closing.unshift(() => backend.close())
    window = await openAppWindow({
      backend,
      pages: page.files,
      bridge: readFileSync(join(ROOT, 'out/chromium/page-bridge.js'), 'utf8'),
      browser: installedBrowser(),
      asRoot: process.getuid?.() === 0,
    })
    const { close } = window
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close())
    exec.say(`The real backend on ${dataDir}. A change of the page shows at once; for one of the backend start anew.`)
    await window.closed
  } finally {
    // Whatever was opened before one thing could not be; what was opened last first.
    for (const close of closing) await close()
    rmSync(outDir, { recursive: true, force: true })
  }
}
