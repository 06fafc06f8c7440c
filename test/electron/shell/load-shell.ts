// Runs the composition root of the Electron shell anew, with Electron, the backend and the page's build played.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Mock, onTestFinished, vi } from 'vitest'

export interface Given {
  isPackaged?: boolean
  /** Whether this is the first instance. */
  hasLock?: boolean
  /** Switches that the app was started with. */
  switches?: string[]
  /** How long the backend takes to close. */
  close?: () => Promise<void>
}

export interface LoadedShell {
  electron: typeof import('../../fakes/electron.ts')
  createBackend: Mock
  /** Holds the file `/assets/main.js` and beside itself, out of reach, `secret.txt`. */
  pages: string
  printed: Mock
  /** Lets Electron be ready, and waits until the page has been loaded. */
  start(): Promise<void>
}

/** Imports `electron/main.ts` without letting Electron be ready. The environment is put back after the test. */
export async function loadShell({ isPackaged = false, hasLock = true, switches = [], close }: Given = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'prelist-shell-'))
  const pages = writePages(folder)
  playEnvironment(folder)
  vi.resetModules()
  const electron = await import('../../fakes/electron.ts')
  electron.app.isPackaged = isPackaged
  electron.app.requestSingleInstanceLock.mockReturnValue(hasLock)
  for (const name of switches) electron.app.switches.add(name)
  const createBackend = vi.fn(async () => ({
    dispatch: async () => ({ ok: true, value: null }),
    on: () => () => {},
    close: close ?? (async () => {}),
  }))
  vi.doMock('../../../electron/app/backend.ts', () => ({ createBackend }))
  vi.doMock('../../../electron/shell/page-files.ts', async (importOriginal) => {
    const real = await importOriginal<typeof import('../../../electron/shell/page-files.ts')>()
    return { loadPageFiles: () => real.loadPageFiles(pages) }
  })
  const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  onTestFinished(() => {
    vi.doUnmock('../../../electron/app/backend.ts')
    vi.doUnmock('../../../electron/shell/page-files.ts')
    printed.mockRestore()
    rmSync(folder, { recursive: true, force: true })
  })
  await import('../../../electron/main.ts')
  const start = async () => {
    electron.app.ready.resolve()
    await vi.waitFor(() => {
      if (!printed.mock.calls.some(([text]) => text === 'prelist ready\n')) throw new Error('not ready yet')
    })
    printed.mockRestore()
  }
  const loaded: LoadedShell = { electron, createBackend, pages, printed, start }
  return loaded
}

function writePages(folder: string): string {
  const pages = join(folder, 'renderer')
  mkdirSync(join(pages, 'assets'), { recursive: true })
  writeFileSync(join(pages, 'index.html'), '<!doctype html>')
  writeFileSync(join(pages, 'assets', 'main.js'), 'void 0')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  return pages
}

/** The profile lies below `folder`, whether or not the packaged app has forgotten the app's own switches. */
function playEnvironment(folder: string): void {
  const before = { ...process.env }
  onTestFinished(() => {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
  })
  Object.assign(process.env, { HOME: folder, XDG_DATA_HOME: folder, APPDATA: folder })
  delete process.env['PRELIST_PROFILE']
}
