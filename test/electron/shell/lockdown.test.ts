// What a page may not do, whatever it tries, and what the environment may not change.

import { EventEmitter } from 'node:events'
import type { App, Session } from 'electron'
import { expect, test, vi } from 'vitest'
import { blankEnvironment } from '../../../electron/environment.ts'
import { lockContents, lockSession } from '../../../electron/lockdown.ts'
import { profileFolder } from '../../../electron/profile-folder.ts'
import { closeBeforeQuit } from '../../../electron/quit.ts'
import { FakeContents, session } from '../../fakes/electron.ts'

// The fakes hold the part of Electron that these functions use.
const asApp = (app: EventEmitter) => app as unknown as App
const lock = (isPackaged: boolean) => {
  session.defaultSession.removeAllListeners()
  lockSession(session.defaultSession as unknown as Session, 'app://prelist', isPackaged)
  const filter = session.defaultSession.webRequest.onBeforeRequest.mock.lastCall?.[0]
  return (url: string) => {
    const answer = vi.fn()
    filter({ url }, answer)
    return answer.mock.lastCall?.[0].cancel
  }
}

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
  '%s is prevented',
  (name) => {
    const app = new EventEmitter()
    const contents = new FakeContents()
    lockContents(asApp(app))
    app.emit('web-contents-created', {}, contents)
    const event = { preventDefault: vi.fn() }
    contents.emit(name, event)
    expect(event.preventDefault).toHaveBeenCalledOnce()
    expect(contents.setWindowOpenHandler.mock.lastCall?.[0]()).toEqual({ action: 'deny' })
  },
)

test.each([
  ['app://prelist/index.html', false],
  ['data:image/png;base64,AA==', false],
  ['app://prelist.example/x', true],
  ['app://other/', true],
  ['https://prelist/', true],
  ['http://127.0.0.1:80/', true],
  ['file:///etc/passwd', true],
  ['ws://prelist/', true],
  ['devtools://devtools/x', true],
  ['', true],
])('a request for %s is cancelled: %s', (url, cancelled) => {
  expect(lock(true)(url)).toBe(cancelled)
})

test('only from source the developer tools may load', () => {
  expect(lock(false)('devtools://devtools/x')).toBe(false)
})

test('a packaged app forgets what could steer it', () => {
  const env = { PATH: '/bin', NODE_OPTIONS: '--require x', PRELIST_PROFILE: '/x', NODE_EXTRA_CA_CERTS: '/x' }
  const fromSource = { ...env }
  blankEnvironment(env, true)
  blankEnvironment(fromSource, false)
  expect(env).toEqual({ PATH: '/bin' })
  expect(Object.keys(fromSource)).toHaveLength(4)
})

test.each([
  ['linux', {}, '/home/a', '/home/a/.local/share/prelist'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/home/a', '/data/prelist'],
  ['linux', { XDG_DATA_HOME: 'data' }, '/home/a', '/home/a/.local/share/prelist'],
  ['darwin', {}, '/Users/a', '/Users/a/Library/Application Support/Prelist'],
  ['win32', { APPDATA: 'C:\\A\\Roaming' }, 'C:\\A', 'C:\\A\\Roaming\\Prelist'],
  ['win32', {}, 'C:\\A', 'C:\\A\\AppData\\Roaming\\Prelist'],
  ['linux', { PRELIST_PROFILE: '/tmp/p' }, '/home/a', '/tmp/p'],
] as const)('the profile on %s with %j', (platform, env, home, folder) => {
  expect(profileFolder(platform, env, home)).toBe(folder)
})

test('a relative profile is refused', () => {
  expect(() => profileFolder('linux', { PRELIST_PROFILE: 'p' }, '/home/a')).toThrow('absolute')
})

test.each([
  ['that never settles', () => new Promise<void>(() => {})],
  ['that fails', () => Promise.reject(new Error('disk'))],
])('a close %s does not keep the app alive', async (_name, close) => {
  const app = Object.assign(new EventEmitter(), { quit: vi.fn() })
  closeBeforeQuit(asApp(app), close, 20)
  const first = { preventDefault: vi.fn() }
  app.emit('before-quit', first)
  app.emit('before-quit', first)
  expect(first.preventDefault).toHaveBeenCalledTimes(2)
  await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce())
  const last = { preventDefault: vi.fn() }
  app.emit('before-quit', last)
  expect(last.preventDefault).not.toHaveBeenCalled()
})
