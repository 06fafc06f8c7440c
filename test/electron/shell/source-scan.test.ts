// The source of the shell, the backend and shared/ holds no way around the lockdown; each planted one is found.

import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ROOT } from '../../house/planted.ts'
import { scanSource } from './source-scan.ts'

const FILES = globSync('{electron,shared}/**/*.ts', { cwd: ROOT }).map((path) => path.replaceAll('\\', '/'))

/** A placeholder is written `<name>`, because in these texts it would look like a slip. */
const scan = (path: string, text: string) =>
  scanSource(path, text.replaceAll(/<(\w+)>/g, '\u0024{$1}')).map((found) => found.what)

test('the whole source is free of them [R1] [R2] [R3] [R8]', () => {
  console.log(`scanned: ${FILES.length} files`)
  expect(FILES).toEqual(
    expect.arrayContaining(['electron/main.ts', 'electron/shell/electron/window.ts', 'electron/preload.ts']),
  )
  expect(FILES.flatMap((path) => scanSource(path, readFileSync(`${ROOT}${path}`, 'utf8')))).toEqual([])
})

test.each([
  ['new BrowserWindow', 'new BrowserWindow({})'],
  ['new BrowserWindow', 'new electron.BrowserWindow({})'],
  ['new BrowserWindow', 'class Own extends BrowserWindow {}'],
  ['sandbox: false', 'const x = { webPreferences: { sandbox: false } }'],
  ['sandbox: false', "const x = { 'sandbox': false }"],
  ['nodeIntegration: true', 'const x = { nodeIntegration: true as boolean }'],
  ['contextIsolation: false', 'const x: A = { contextIsolation: false }'],
  ['webSecurity: false', 'prefs.webSecurity = false'],
  ['webviewTag: true', 'const x = { webviewTag: true }'],
  ['bypassCSP: true', 'register([{ privileges: { bypassCSP: true } }])'],
  ['loadFile', "window.loadFile('index.html')"],
  ['loadFile', "window?.['loadFile']('index.html')"],
  ['loadURL', 'window.loadURL(`<ORIGIN>/index.html`)'],
  ['loadURL', 'const load = window.loadURL'],
  ['loadURL of a foreign address', "window.loadURL('https://example/')"],
  ['file: address', "const page = 'file:///index.html'"],
  ['file: address', 'const page = `file://<folder>/index.html`'],
  ['openExternal', "shell.openExternal('https://example')"],
  ['openExternal', 'const { openExternal } = shell'],
  ['openPath', 'shell.openPath(path)'],
  ['openDevTools', 'window.webContents.openDevTools()'],
  ['executeJavaScript', "contents.executeJavaScript('1')"],
  ['crashReporter', "import { crashReporter } from 'electron'"],
  ['appendSwitch', "app.commandLine.appendSwitch('remote-debugging-port', '1')"],
  ['switch --remote-debugging-port=1', "spawn(program, ['--remote-debugging-port=1'])"],
  ['switch --no-sandbox', "const args = ['--no-sandbox']"],
  ['setCertificateVerifyProc', 'session.setCertificateVerifyProc(() => 0)'],
  ['eval', "eval('1')"],
  ['eval', "globalThis.eval('1')"],
  ['eval', "(0, eval)('1')"],
  ['Function', "new Function('return 1')"],
  ['Function', "Function('return 1')()"],
  ['setTimeout of text', "setTimeout('go()', 1)"],
  ['import of node:vm', "import { Script } from 'node:vm'"],
  ['import of node:inspector', "import 'node:inspector'"],
  ['import of node:vm', "await import('node:vm')"],
  ['Math.random', 'const id = Math.random()'],
  ['Math.random', "const id = Math['random']()"],
  ['Math.random', 'const { random } = Math'],
])('%s is found in %s', (what, text) => {
  expect(scan('electron/planted.ts', `${text}\n`)).toContain(what)
})

test('in its one place the window may be made and our page be loaded, and no other', () => {
  expect(scan('electron/shell/electron/window.ts', 'new BrowserWindow({ sandbox: true })')).toEqual([])
  expect(scan('electron/main.ts', 'window.loadURL(`<ORIGIN>/index.html`)')).toEqual([])
  const foreign = ['`<ORIGIN>.evil/`', '`<OTHER>/index.html`', '`https://x/<ORIGIN>/`', 'url', '`<ORIGIN><path>`']
  for (const address of foreign) {
    expect(scan('electron/main.ts', `window.loadURL(${address})`)).toEqual(['loadURL of a foreign address'])
  }
})

test('a file that cannot be read is not passed over', () => {
  expect(() => scanSource('electron/planted.ts', 'const = 1')).toThrow('cannot be parsed')
})
