// The web preferences of every window, written down once and compared whole: one more or one fewer is a failure.

import { beforeEach, expect, test, vi } from 'vitest'
import { createWindow, setMenu } from '../../../../electron/shell/electron/window.ts'
import { BrowserWindow as FakeWindow, Menu } from '../../../fakes/electron.ts'
import { loadShell } from '../load-shell.ts'

const BASELINE = Object.freeze({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
})

beforeEach(() => void FakeWindow.made.splice(0))

test.each([
  ['packaged', true, false],
  ['from source', false, true],
])('every window has exactly the written preferences, %s [R1] [R14]', (_name, isPackaged, devTools) => {
  createWindow('/out/preload/preload.cjs', isPackaged)
  expect(FakeWindow.made.map(({ options }) => options.webPreferences)).toEqual([
    { ...BASELINE, preload: '/out/preload/preload.cjs', devTools },
  ])
})

test.each([
  ['packaged', true, false],
  ['from source', false, true],
])('the shell makes one window with them, %s [R1] [R14]', async (_name, isPackaged, devTools) => {
  const { electron, start } = await loadShell({ isPackaged })
  await start()
  expect(electron.BrowserWindow.made.map(({ options }) => options.webPreferences)).toEqual([
    { ...BASELINE, preload: expect.stringMatching(/[\\/]preload[\\/]preload\.cjs$/), devTools },
  ])
})

test('its window options hold nothing that was not thought of', () => {
  const { options } = createWindow('/p', true) as unknown as FakeWindow
  expect(Object.keys(options).sort()).toEqual([
    'height',
    'minHeight',
    'minWidth',
    'show',
    'title',
    'webPreferences',
    'width',
  ])
})

test.each([
  ['linux', null],
  ['win32', null],
  ['darwin', [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]],
] as const)('the menu on %s opens no developer tools [R14]', (platform, menu) => {
  vi.clearAllMocks()
  setMenu(platform)
  expect(Menu.setApplicationMenu).toHaveBeenCalledExactlyOnceWith(menu)
})
