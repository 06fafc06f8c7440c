// What a page that was taken over may ask of the browser: no permission, no worker, no other frame that is listened to.

import type { Page } from 'playwright'
import { expect } from 'playwright/test'
import { ORIGIN } from '../../../electron/shell/chromium/app-window.ts'
import { shareApp, test } from '../support/open-app.ts'

const app = shareApp()

test.beforeEach(async () => {
  await app.current.page.goto(`${ORIGIN}/`)
  await expect(app.current.page.getByRole('table', { name: 'Coins' })).toBeVisible()
  app.current.tolerate(/^console: /, /^page: /, /^request to /)
})

const NAMES = [
  'accelerometer',
  'accessibility-events',
  'ambient-light-sensor',
  'background-fetch',
  'background-sync',
  'bluetooth',
  'camera',
  'captured-surface-control',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hand-tracking',
  'idle-detection',
  'keyboard-lock',
  'local-fonts',
  'local-network',
  'local-network-access',
  'loopback-network',
  'magnetometer',
  'microphone',
  'midi',
  'nfc',
  'notifications',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'pointer-lock',
  'push',
  'screen-wake-lock',
  'speaker-selection',
  'storage-access',
  'system-wake-lock',
  'top-level-storage-access',
  'web-app-installation',
  'window-management',
]

/** Granted to every page by the browser, and of no use here. */
const HARMLESS: Record<string, string> = {
  accelerometer: 'the sensor itself is refused below',
  gyroscope: 'the sensor itself is refused below',
  magnetometer: 'the sensor itself is refused below',
  'background-fetch': 'needs a service worker, which is refused below',
  'background-sync': 'needs a service worker, which is refused below',
  'payment-handler': 'needs a service worker, which is refused below',
  'keyboard-lock': 'works in full screen alone, which is refused below',
  'pointer-lock': 'Escape ends it, and nothing is read by it',
}

test('holds no permission that gives anything away [R6]', async () => {
  const { page } = app.current
  const states = (await page.evaluate(`Promise.all(${JSON.stringify(NAMES)}.map((name) =>
    navigator.permissions.query(name === 'push' ? { name, userVisibleOnly: true } : { name })
      .then(({ state }) => [name, state], () => [name, 'unknown'])))`)) as [string, string][]
  const granted = states.filter(([, state]) => state === 'granted').map(([name]) => name)
  expect(granted.filter((name) => !(name in HARMLESS))).toEqual([])
  const known = states.filter(([, state]) => state !== 'unknown').length
  console.log(`${NAMES.length} permissions asked for by name, ${known} known to this browser`)
  expect(known).toBeGreaterThan(20)
})

/** Each asks for a power and answers what it got; a refusal in any form is 'no'. */
const ASKED: [string, string][] = [
  ['accelerometer', `Promise.resolve().then(() => new Accelerometer())`],
  ['gyroscope', `Promise.resolve().then(() => new Gyroscope())`],
  ['magnetometer', `Promise.resolve().then(() => new Magnetometer())`],
  ['full screen', `document.documentElement.requestFullscreen()`],
  ['wake lock', `navigator.wakeLock.request('screen')`],
  ['writing to the clipboard', `navigator.clipboard.writeText('x')`],
  ['place', `new Promise((y, n) => navigator.geolocation.getCurrentPosition(y, n))`],
  ['notification', `Notification.requestPermission().then((s) => { if (s !== 'granted') throw s })`],
  ['camera', `navigator.mediaDevices.getUserMedia({ video: true })`],
  ['microphone', `navigator.mediaDevices.getUserMedia({ audio: true })`],
  ['screen', `navigator.mediaDevices.getDisplayMedia()`],
  ['clipboard', `navigator.clipboard.readText()`],
  ['clipboard items', `navigator.clipboard.read()`],
  ['usb', `navigator.usb.requestDevice({ filters: [] })`],
  ['hid', `navigator.hid.requestDevice({ filters: [] }).then((found) => { if (found.length === 0) throw 'none' })`],
  ['serial', `navigator.serial.requestPort()`],
  ['bluetooth', `navigator.bluetooth.requestDevice({ acceptAllDevices: true })`],
  ['midi', `navigator.requestMIDIAccess({ sysex: true })`],
  ['idle', `IdleDetector.requestPermission().then((s) => { if (s !== 'granted') throw s })`],
  ['fonts', `queryLocalFonts().then((found) => { if (found.length === 0) throw 'none' })`],
  ['screens', `getScreenDetails()`],
  ['open a file', `showOpenFilePicker()`],
  ['save a file', `showSaveFilePicker()`],
  ['open a folder', `showDirectoryPicker()`],
  ['service worker', `navigator.serviceWorker.register('/assets/worker.js')`],
  [
    'worker from a blob',
    `new Promise((y, n) => { const w = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])) ); w.onmessage = y; w.onerror = n })`,
  ],
  [
    'worker from data',
    `new Promise((y, n) => { const w = new Worker('data:text/javascript,postMessage(1)'); w.onmessage = y; w.onerror = n })`,
  ],
  [
    'shared worker',
    `new Promise((y, n) => { const w = new SharedWorker('data:text/javascript,onconnect=(e)=>e.ports[0].postMessage(1)'); w.port.onmessage = y; w.onerror = n })`,
  ],
  ['code from text', `Promise.resolve().then(() => (0, eval)('1'))`],
  ['WebAssembly', `WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))`],
  [
    'payment',
    `new PaymentRequest([{ supportedMethods: 'https://example.com/pay' }], { total: { label: 'x', amount: { currency: 'USD', value: '1' } } }).show()`,
  ],
  [
    'passkey',
    `navigator.credentials.create({ publicKey: { challenge: new Uint8Array(16), rp: { name: 'x' }, user: { id: new Uint8Array(16), name: 'x', displayName: 'x' }, pubKeyCredParams: [{ type: 'public-key', alg: -7 }], timeout: 1000 } })`,
  ],
  [
    'a handler for links',
    `Promise.resolve().then(() => navigator.registerProtocolHandler('web+x', 'https://example.com/%s'))`,
  ],
]

/** In a task of its own and with a press of a key behind it, since many are not even asked without one. */
const ask = (page: Page, script: string) =>
  page.evaluate(`new Promise((done) => setTimeout(() => {
    Promise.resolve().then(() => ${script}).then(() => done('yes'), (error) => done('no: ' + (error?.name ?? error?.message ?? error?.type ?? error)))
    setTimeout(() => done('no answer'), 3000)
  }, 0))`)

test('is refused whatever it asks for [R6]', async () => {
  const { page } = app.current
  const given: string[] = []
  for (const [name, script] of ASKED) {
    await page.keyboard.press('Shift')
    const answer = String(await ask(page, script))
    if (!answer.startsWith('no: ')) given.push(`${name}: ${answer}`)
  }
  expect(given).toEqual([])
  console.log(`${ASKED.length} powers asked for`)
})
