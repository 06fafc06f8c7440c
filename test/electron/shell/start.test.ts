// The order of the start: what is locked before Electron is ready, and what a second instance and its switches get.

import { expect, test, vi } from 'vitest'
import { loadShell } from './load-shell.ts'

test('the sandbox, the locks and the scheme are there before Electron is ready, and nothing else [R2]', async () => {
  const { electron, createBackend, start } = await loadShell()
  const { app, BrowserWindow, protocol } = electron
  expect(app.enableSandbox).toHaveBeenCalledOnce()
  expect(app.listenerCount('web-contents-created')).toBe(1)
  expect(app.listenerCount('select-client-certificate')).toBe(1)
  expect(protocol.registerSchemesAsPrivileged).toHaveBeenCalledOnce()
  expect(app.paths.has('userData')).toBe(true)
  expect(BrowserWindow.made).toHaveLength(0)
  expect(createBackend).not.toHaveBeenCalled()
  await start()
  expect(app.enableSandbox).toHaveBeenCalledOnce()
  expect(BrowserWindow.made).toHaveLength(1)
})

test('the sandbox comes before the command line is cleaned, for it reads that line anew [R2]', async () => {
  const { electron } = await loadShell({ isPackaged: true, switches: ['remote-debugging-port'] })
  expect(electron.app.switchesAtSandbox).toEqual(['remote-debugging-port'])
  expect([...electron.app.switches]).toEqual([])
})

test('every request, permission and device is locked before the page is loaded [R6] [R7]', async () => {
  const { electron, start } = await loadShell()
  await start()
  const { defaultSession } = electron.session
  const loaded = electron.BrowserWindow.made[0]?.loadURL.mock.invocationCallOrder[0] ?? 0
  const locks = [
    defaultSession.setPermissionRequestHandler,
    defaultSession.setPermissionCheckHandler,
    defaultSession.setDevicePermissionHandler,
    defaultSession.webRequest.onBeforeRequest,
  ]
  for (const lock of locks) {
    expect(lock).toHaveBeenCalledOnce()
    expect(lock.mock.invocationCallOrder[0]).toBeLessThan(loaded)
  }
})

test('a second instance quits without a backend, a window or a handler [R2]', async () => {
  const { electron, createBackend } = await loadShell({ hasLock: false })
  expect(electron.app.quit).toHaveBeenCalledOnce()
  electron.app.ready.resolve()
  await new Promise((resolve) => setImmediate(resolve))
  expect(createBackend).not.toHaveBeenCalled()
  expect(electron.BrowserWindow.made).toHaveLength(0)
  expect(electron.ipcMain.handlers.size).toBe(0)
  expect(electron.protocol.handle).not.toHaveBeenCalled()
})

test.each([
  ['minimized', true],
  ['only behind others', false],
])('a second start shows the first window when it is %s', async (_name, isMinimized) => {
  const { electron, start } = await loadShell()
  await start()
  const window = electron.BrowserWindow.made[0] ?? expect.unreachable('no window was made')
  window.isMinimized.mockReturnValue(isMinimized)
  electron.app.emit('second-instance', {}, ['prelist', '--remote-debugging-port=1'], '/')
  expect(window.restore).toHaveBeenCalledTimes(isMinimized ? 1 : 0)
  expect(window.focus).toHaveBeenCalledOnce()
  expect(electron.BrowserWindow.made).toHaveLength(1)
})

test('a start that fails says so and ends with an error', async () => {
  const { electron, createBackend } = await loadShell()
  createBackend.mockRejectedValueOnce(new Error('The profile is in use.'))
  electron.app.ready.resolve()
  await vi.waitFor(() => expect(electron.app.exit).toHaveBeenCalledExactlyOnceWith(1))
  expect(electron.dialog.showErrorBox).toHaveBeenCalledWith(expect.any(String), 'The profile is in use.')
  expect(electron.BrowserWindow.made).toHaveLength(0)
})

const DEBUGGING = ['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'js-flags']
const HARMLESS = ['ozone-platform', 'force-device-scale-factor']

test('a packaged app ignores switches that open it, and keeps the harmless ones [R14]', async () => {
  const { electron } = await loadShell({ isPackaged: true, switches: [...DEBUGGING, ...HARMLESS] })
  expect([...electron.app.switches]).toEqual(HARMLESS)
})

test('from source a developer may debug', async () => {
  const { electron } = await loadShell({ switches: DEBUGGING })
  expect([...electron.app.switches]).toEqual(DEBUGGING)
})
