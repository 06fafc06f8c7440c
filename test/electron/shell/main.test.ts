// The Electron shell put together, with Electron and the backend played: what it opens, refuses and waits for.

import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { EVENT_NAMES, OPERATION_NAMES } from '../../../shared/contract/contract.ts'
import { app, BrowserWindow, ipcMain, Menu, protocol } from '../../fakes/electron.ts'
import { madeStores } from '../../fakes/electron-store.ts'

const backend = vi.hoisted(() => ({
  options: [] as Record<string, unknown>[],
  listeners: new Map<string, (payload: unknown) => void>(),
  dispatch: vi.fn(async (..._call: unknown[]) => ({ ok: true, value: null })),
  close: vi.fn(async () => {}),
}))

vi.mock('../../../electron/app/backend.ts', () => ({
  createBackend: async (options: Record<string, unknown>) => {
    backend.options.push(options)
    const on = (event: string, listener: (payload: unknown) => void) => {
      backend.listeners.set(event, listener)
      return () => void backend.listeners.delete(event)
    }
    return { dispatch: backend.dispatch, on, close: backend.close }
  },
}))

vi.mock('../../../electron/shell/page-files.ts', () => {
  const index = { body: Buffer.from('<!doctype html>'), contentType: 'text/html; charset=utf-8' }
  return { loadPageFiles: () => ({ get: (path: string) => (path === '/index.html' ? index : null) }) }
})

// What was asked of Electron at start is looked at by many tests.
vi.setConfig({ clearMocks: false, mockReset: false, restoreMocks: false })

const profile = join(mkdtempSync(join(tmpdir(), 'prelist-main-')), 'profile')
const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true)

beforeAll(async () => {
  vi.stubEnv('PRELIST_PROFILE', profile)
  await import('../../../electron/main.ts')
  app.ready.resolve()
  await vi.waitFor(() => expect(printed).toHaveBeenCalledWith('prelist ready\n'))
})

const window = () => BrowserWindow.made[0] ?? expect.unreachable('no window was made')

test('one sandboxed window opens our own page', () => {
  expect(BrowserWindow.made).toHaveLength(1)
  expect(app.enableSandbox).toHaveBeenCalledOnce()
  expect(protocol.registerSchemesAsPrivileged).toHaveBeenCalledWith([
    { scheme: 'app', privileges: { standard: true, secure: true } },
  ])
  expect(window().loadURL).toHaveBeenCalledWith('app://prelist/index.html')
})

test('the window is shown once there is something to see', () => {
  expect(window().show).not.toHaveBeenCalled()
  window().emit('ready-to-show')
  expect(window().show).toHaveBeenCalledOnce()
})

test('the backend gets the profile, the settings file and its built worker', () => {
  expect(backend.options).toEqual([
    expect.objectContaining({ dataDir: profile, shell: 'electron', practiceWorkerUrl: expect.any(URL) }),
  ])
  expect(statSync(profile).mode & 0o777).toBe(0o700)
  expect(app.paths.get('userData')).toBe(join(profile, 'electron'))
  expect(madeStores).toEqual([expect.objectContaining({ cwd: profile, name: 'config', configFileMode: 0o600 })])
  expect(ipcMain.removeAllListeners).toHaveBeenCalledWith('electron-store-get-data')
})

test('there is one channel for each operation and none besides [R9]', () => {
  expect([...ipcMain.handlers.keys()]).toEqual(OPERATION_NAMES.map((name) => `prelist:call:${name}`))
})

const ourFrame = { url: 'app://prelist/index.html', parent: null }

test.each([
  ['our page', { senderFrame: ourFrame }, { window: 'main' }],
  ['a frame inside it', { senderFrame: { ...ourFrame, parent: ourFrame } }, null],
  ['another page', { senderFrame: { ...ourFrame, url: 'https://prelist/index.html' } }, null],
  ['a look-alike', { senderFrame: { ...ourFrame, url: 'app://prelist.example/index.html' } }, null],
  ['a frame that is gone', { senderFrame: null }, null],
  ['another window', { senderFrame: ourFrame, sender: {} }, null],
])('a call from %s names its sender to the router [R9]', async (_name, facts, sender) => {
  const handler = ipcMain.handlers.get('prelist:call:coins.list')
  await handler?.({ sender: window().webContents, ...facts }, { a: 1 })
  expect(backend.dispatch).toHaveBeenLastCalledWith(sender, 'coins.list', { a: 1 })
})

test('events go to the page, until it is gone', () => {
  expect([...backend.listeners.keys()]).toEqual(EVENT_NAMES)
  backend.listeners.get('coins.changed')?.(null)
  expect(window().webContents.send).toHaveBeenCalledWith('prelist:event:coins.changed', null)
  window().webContents.emit('destroyed')
  expect(backend.listeners.size).toBe(0)
})

test('pages come from the map, with the headers', async () => {
  const answer = protocol.handle.mock.calls[0]?.[1] ?? expect.unreachable('no handler')
  const page = await answer({ method: 'GET', url: 'app://prelist/index.html?x#y' })
  expect([page.status, page.headers.get('content-security-policy')]).toEqual([200, expect.stringContaining("'none'")])
  expect(await page.text()).toBe('<!doctype html>')
  for (const url of ['app://prelist/%2e%2e/main.js', 'app://other/index.html', 'app://prelist:1/index.html']) {
    expect((await answer({ method: 'GET', url })).status).toBe(404)
  }
  expect((await answer({ method: 'POST', url: 'app://prelist/index.html' })).status).toBe(405)
})

test('the default menu is gone [R14]', () => {
  expect(Menu.setApplicationMenu).toHaveBeenCalledOnce()
})

test('a second start brings the first window to the front', () => {
  app.emit('second-instance')
  expect(window().restore).toHaveBeenCalledOnce()
  expect(window().focus).toHaveBeenCalledOnce()
})

test('closing the last window quits, once the backend has closed', async () => {
  app.emit('window-all-closed')
  expect(app.quit).toHaveBeenCalledOnce()
  const quitting = { preventDefault: vi.fn() }
  app.emit('before-quit', quitting)
  expect(quitting.preventDefault).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(app.quit).toHaveBeenCalledTimes(2))
  expect(backend.close).toHaveBeenCalledOnce()
})
