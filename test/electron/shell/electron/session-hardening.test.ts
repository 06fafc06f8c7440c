// What a page may not do, whatever it tries. The names of what it could ask for are read from Electron's own types.

import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { App, Session } from 'electron'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { lockContents, lockSession } from '../../../../electron/shell/electron/session-hardening.ts'
import { FakeContents, session } from '../../../fakes/electron.ts'

const TYPES = readFileSync(new URL('../../../../node_modules/electron/electron.d.ts', import.meta.url), 'utf8')

/** The text of one class or interface in Electron's types. */
const typeNamed = (head: string) => {
  const from = TYPES.indexOf(`\n  ${head} `)
  return TYPES.slice(from, TYPES.indexOf('\n  }\n', from))
}
const listed = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map((found) => found[1] ?? '')),
]
const union = (name: string) =>
  listed(
    listed(TYPES, new RegExp(`\\n    ${name}.*?permission: ((?:'[\\w-]+' ?\\|? ?)+)`, 'g'))[0] ?? '',
    /'([\w-]+)'/g,
  )

const FAKE = session.defaultSession
const EVENTS = /on\(event: '((?:select|will|file-system|login|certificate)[a-z-]*)'/g

// The fakes hold the part of Electron that these functions use.
const lock = (isPackaged: boolean) => {
  FAKE.removeAllListeners()
  lockSession(FAKE as unknown as Session, 'app://prelist', isPackaged)
  const filter = FAKE.webRequest.onBeforeRequest.mock.lastCall?.[0]
  return (url: string) => {
    const answer = vi.fn()
    filter({ url }, answer)
    return answer.mock.lastCall?.[0].cancel
  }
}

const lockedContents = () => {
  const app = new EventEmitter()
  const contents = new FakeContents()
  lockContents(app as unknown as App)
  app.emit('web-contents-created', {}, contents)
  return { app, contents }
}

beforeEach(() => {
  vi.clearAllMocks()
  lock(true)
})

describe('permissions and devices [R6]', () => {
  const requests = union('setPermissionRequestHandler')
  const checks = union('setPermissionCheckHandler')

  test('Electron’s lists are long enough to have been read', () => {
    console.log(`permissions: ${requests.length} to request, ${checks.length} to check`)
    expect(requests.length).toBeGreaterThan(40)
    expect(checks.length).toBeGreaterThan(40)
  })

  test.each(requests)('a request for %s is denied', (name) => {
    const answer = vi.fn()
    FAKE.setPermissionRequestHandler.mock.lastCall?.[0](new FakeContents(), name, answer, {})
    expect(answer.mock.calls).toEqual([[false]])
  })

  test.each(checks)('a check for %s is denied', (name) => {
    const origin = 'app://prelist'
    expect(FAKE.setPermissionCheckHandler.mock.lastCall?.[0](null, name, origin, { isMainFrame: true })).toBe(false)
  })

  test.each(listed(typeNamed('interface DevicePermissionHandlerHandlerDetails'), /'([a-z]+)'/g))(
    'a device of the kind %s is not permitted',
    (deviceType) => {
      const details = { deviceType, origin: 'app://prelist', device: {} }
      expect(FAKE.setDevicePermissionHandler.mock.lastCall?.[0](details)).toBe(false)
    },
  )

  test('every USB class that Electron knows is protected', () => {
    const classes = listed(typeNamed('interface USBProtectedClassesHandlerHandlerDetails'), /'([a-z-]+)'/g)
    expect(classes.length).toBeGreaterThan(5)
    const locked: string[] = FAKE.setUSBProtectedClassesHandler.mock.lastCall?.[0]({ protectedClasses: [] })
    expect(locked.toSorted()).toEqual(classes.toSorted())
  })

  test('the screen is not shared and nothing is paired', () => {
    const answer = vi.fn()
    FAKE.setDisplayMediaRequestHandler.mock.lastCall?.[0]({ videoRequested: true }, answer)
    FAKE.setBluetoothPairingHandler.mock.lastCall?.[0]({ pairingKind: 'confirm' }, answer)
    expect(answer.mock.calls).toEqual([[null], [{ confirmed: false }]])
  })

  test('every handler that a session has is set, but the one for certificates, which would only loosen', () => {
    const handlers = listed(typeNamed('class Session'), /\n {4}(set\w+(?:Handler|Proc))\(/g)
    expect(handlers.length).toBeGreaterThan(6)
    const set = handlers.filter((name) => vi.mocked(Reflect.get(FAKE, name))?.mock?.calls.length === 1)
    expect(handlers.filter((name) => !set.includes(name))).toEqual(['setCertificateVerifyProc'])
  })

  test.each([
    ['select-hid-device', [{ deviceList: [{}] }], [null]],
    ['select-usb-device', [{ deviceList: [{}] }], []],
    ['select-serial-port', [[{}], {}], ['']],
    ['select-webauthn-account', [{ accounts: [{}] }], [null]],
    ['select-webauthn-authenticator', [], [null]],
    ['file-system-access-restricted', [{ path: '/' }], ['deny']],
  ])('%s is answered with no', (name, given, answered) => {
    const answer = vi.fn()
    expect(FAKE.emit(name, { preventDefault: vi.fn() }, ...given, answer)).toBe(true)
    expect(answer.mock.calls).toEqual([answered])
  })

  test('every event of a session that asks for a choice has its answer', () => {
    const events = listed(typeNamed('class Session'), EVENTS)
    expect(events.length).toBeGreaterThan(6)
    expect(events.filter((name) => FAKE.listenerCount(name) !== 1)).toEqual([])
  })

  test('no Bluetooth device and no certificate of the trader is chosen', () => {
    const { app, contents } = lockedContents()
    const event = { preventDefault: vi.fn() }
    const choose = vi.fn()
    contents.emit('select-bluetooth-device', event, [{ deviceId: 'a' }], choose)
    app.emit('select-client-certificate', event, contents, 'https://example', [{}], choose)
    expect(choose.mock.calls).toEqual([[''], []])
    expect(event.preventDefault).toHaveBeenCalledTimes(2)
  })
})

describe('ways out of the page [R7]', () => {
  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    '%s is prevented',
    (name) => {
      const { contents } = lockedContents()
      const event = { preventDefault: vi.fn() }
      contents.emit(name, event)
      expect(event.preventDefault).toHaveBeenCalledOnce()
    },
  )

  test.each(['app://prelist/index.html', 'https://example/', 'about:blank', 'javascript:1'])(
    'a window for %s is denied',
    (url) => {
      const { contents } = lockedContents()
      expect(contents.setWindowOpenHandler).toHaveBeenCalledOnce()
      expect(contents.setWindowOpenHandler.mock.lastCall?.[0]({ url })).toEqual({ action: 'deny' })
    },
  )

  test('every event of a page that asks is answered, but those whose default is already no', () => {
    const { app, contents } = lockedContents()
    const events = listed(typeNamed('class WebContents'), EVENTS)
    expect(events.length).toBeGreaterThan(8)
    expect(events.filter((name) => contents.listenerCount(name) !== 1).sort()).toEqual([
      // A listener is needed to accept a bad certificate or to log in; and the page may not keep its window open.
      'certificate-error',
      'login',
      // Asked of the app as well, where the answer is no.
      'select-client-certificate',
      'will-prevent-unload',
    ])
    expect(app.eventNames()).toEqual(['web-contents-created', 'select-client-certificate'])
  })

  test('every further web contents is locked as well', () => {
    const { app } = lockedContents()
    const second = new FakeContents()
    app.emit('web-contents-created', {}, second)
    expect(second.listenerCount('will-navigate')).toBe(1)
    expect(second.setWindowOpenHandler).toHaveBeenCalledOnce()
  })

  test('downloads are prevented, and no dictionary is fetched', () => {
    const event = { preventDefault: vi.fn() }
    FAKE.emit('will-download', event, {}, {})
    expect(event.preventDefault).toHaveBeenCalledOnce()
    expect(FAKE.setSpellCheckerEnabled).toHaveBeenCalledExactlyOnceWith(false)
  })

  test.each([
    ['app://prelist/index.html', false],
    ['data:image/png;base64,AA==', false],
    ['app://prelist.example/x', true],
    ['app://other/', true],
    ['https://prelist/', true],
    ['http://127.0.0.1:80/', true],
    ['file:///etc/passwd', true],
    ['ws://prelist/', true],
    ['blob:app://prelist/x', true],
    ['devtools://devtools/x', true],
    ['', true],
  ])('a request for %s is cancelled: %s', (url, cancelled) => {
    expect(lock(true)(url)).toBe(cancelled)
  })

  test('only from source the developer tools may load [R14]', () => {
    expect(lock(false)('devtools://devtools/x')).toBe(false)
  })
})
