// Quitting waits until the backend has closed its files. The backend is held by the test, so it closes when the test says.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { OLD_MAIN, openOldElectronApp } from '../../scripts/driver/electron-app.ts'
import { bundleShell } from '../../tools/old-electron/bundle.ts'
import { DOES_NOT_WAIT } from './plants.ts'

let folder = ''
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quit-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

/** Opens the shell, has it quit, and answers once the backend was asked to close; it closes when `release` is called. */
async function quitting(main: string) {
  const { backend, electron, close } = await openOldElectronApp({ dataDir: join(folder, 'profile'), main }, {})
  const asked = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const closeNow = backend.close
  backend.close = async () => {
    asked.resolve()
    await held.promise
    await closeNow()
  }
  const program = electron.process()
  const exited = new Promise<void>((resolve) => void program.once('exit', () => resolve()))
  await electron.evaluate(({ app }) => app.quit())
  await asked.promise
  return { program, exited, electron, release: held.resolve, close }
}

test('Electron stays until the backend has closed', async () => {
  const { program, exited, electron, release, close } = await quitting(OLD_MAIN)
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(program.exitCode).toBeNull()
  release()
  await exited
  await close()
})

test('without that it would be gone before', async () => {
  await bundleShell(join(folder, 'out'), [DOES_NOT_WAIT])
  const { exited, release, close } = await quitting(join(folder, 'out', 'main', 'main.cjs'))
  await exited
  release()
  await close()
})
