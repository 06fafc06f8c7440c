// What is shipped: the built page, the preload and the main process. Needs `npm run build`.

import { globSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../shared/app.ts'
import { BINANCE_ANSWERS } from '../../shared/venues/answers/binance.ts'
import { BYBIT_ANSWERS } from '../../shared/venues/answers/bybit.ts'
import { COINBASE_ANSWERS } from '../../shared/venues/answers/coinbase.ts'
import { KRAKEN_ANSWERS } from '../../shared/venues/answers/kraken.ts'
import { OKX_ANSWERS } from '../../shared/venues/answers/okx.ts'
import { ROOT } from '../house/planted.ts'
import { scanScript, scanText } from './bundle-scan.ts'

const files = (folder: string) =>
  globSync(`out/${folder}/**/*.*`, { cwd: ROOT }).map((path) => path.replaceAll('\\', '/'))
const textOf = (path: string) => readFileSync(`${ROOT}${path}`, 'utf8')
const isScript = (path: string) => /\.c?js$/.test(path)
const own = (module: string) => module.startsWith('./') || module.startsWith('../')
const packages = Object.keys(JSON.parse(textOf('package.json')).dependencies)
const forMain = (module: string) =>
  own(module) ||
  module === 'electron' ||
  builtinModules.includes(module.replace('node:', '')) ||
  module === 'node:sqlite' ||
  packages.some((name) => module === name || module.startsWith(`${name}/`))

/** The goal of the window: what has to be here before the first screen can be pressed. */
const FIRST_KILOBYTES = 120

const PARTS: [folder: string, least: number, allowed: (module: string) => boolean][] = [
  ['renderer', 1, own],
  ['preload', 1, (module) => module === 'electron'],
  ['chromium', 1, () => false],
  ['main', 2, forMain],
  ['document', 1, (module) => own(module) || builtinModules.includes(module.replace('node:', ''))],
]

test.each(PARTS)(
  'the scripts of out/%s hold nothing that must not be shipped [R12] [R14]',
  (folder, least, allowed) => {
    const scripts = files(folder).filter(isScript)
    expect(scripts.length).toBeGreaterThanOrEqual(least)
    console.log(`out/${folder}: ${scripts.length} scripts`)
    const found = scripts.flatMap((path) => scanScript(textOf(path), allowed).map((what) => [path, what] as const))
    const loaders = found.filter(([path, what]) => isKnownLoad(path, what))
    expect(loaders.length).toBe(folder === 'main' ? LOADS.length : 0)
    expect(found.filter((one) => !loaders.includes(one))).toEqual([])
  },
)

/**
 * An exchange is loaded by a path that is made of a name out of a fixed list, and what draws the first screen by the place of
 * the built file; no other import is open.
 */
const LOADS = [/import\.meta\.resolve\(['"`]ccxt['"`]\)/, /['"`]\.\.\/document\/first-screen\.js['"`]/]
function isKnownLoad(path: string, what: string): boolean {
  return what === 'an import of unknown at build time' && LOADS.some((one) => one.test(textOf(path)))
}

test('the page’s other files name no key, no place and no host [R12]', () => {
  const others = files('renderer').filter((path) => /\.(html|css|svg|json|txt)$/.test(path))
  expect(others.length).toBeGreaterThanOrEqual(2)
  expect(others.flatMap((path) => scanText(textOf(path)).map((what) => [path, what]))).toEqual([])
  for (const path of others.filter((one) => !one.endsWith('.txt'))) {
    const addresses = [...textOf(path).matchAll(/\b[a-z]+:\/\/[^\s"')]+/g)].map(([address]) => address)
    expect(addresses.filter((address) => !address.startsWith('http://www.w3.org/'))).toEqual([])
  }
})

test('the page has its script and style in files alone [R12]', () => {
  const html = textOf('out/renderer/index.html')
  expect([...html.matchAll(/<script(?![^>]*\ssrc=)/g)]).toEqual([])
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:|<base|http-equiv/i)
  const sources = [...html.matchAll(/\s(?:src|href)="([^"]+)"/g)].map((found) => found[1] ?? '')
  expect(sources.length).toBeGreaterThanOrEqual(2)
  for (const source of sources) expect(files('renderer')).toContain(`out/renderer/${source.replace(/^\.?\//, '')}`)
})

/** What a browser gets first of all, whichever of it the page needs: the entry and what it imports without waiting. */
function firstScripts(): string[] {
  const html = textOf('out/renderer/index.html')
  return [...html.matchAll(/\s(?:src|href)="\.\/([^"]+\.js)"/g)].map((found) => `out/renderer/${found[1]}`)
}

test('the first scripts hold no view that is opened later', () => {
  const first = firstScripts().map(textOf).join('')
  expect(first).toContain('screen-main')
  const later = files('renderer').filter((path) => isScript(path) && !firstScripts().includes(path))
  for (const view of ['Airdrops', 'Portfolio', 'Orders', 'Accounts', 'Activity', 'Settings', 'Recovery']) {
    expect(later.filter((path) => path.includes(`/${view}Screen-`))).toHaveLength(1)
  }
  for (const panel of ['CoinPanel', 'AddCoinPanel', 'TicketPanel', 'Tips', 'VaultForms']) {
    expect(later.some((path) => path.includes(`/${panel}-`))).toBe(true)
  }
  // Names of elements that only those draw.
  for (const mark of [
    'portfolio-title',
    'accounts-title',
    'activity-title',
    'recovery-ways',
    'ticket-panel',
    'data-tips',
    // And what only asks for data, or is asked for by a press.
    'airdropTasks.page',
    'orders.submit',
    'portfolio.preview',
  ]) {
    expect([mark, first.includes(mark)]).toEqual([mark, false])
    expect([mark, later.some((path) => textOf(path).includes(mark))]).toEqual([mark, true])
  }
})

test('the first scripts stay small', () => {
  const kilobytes = firstScripts().reduce((sum, path) => sum + gzipSync(textOf(path), { level: 9 }).length, 0) / 1000
  console.log(`first scripts: ${kilobytes.toFixed(1)} kB compressed`)
  expect(kilobytes).toBeLessThan(FIRST_KILOBYTES)
})

test('the built document draws the first screen, with no style that the policy forbids', async () => {
  const { drawFirstScreen } = await import(`${ROOT}out/document/first-screen.js`)
  const html: string = drawFirstScreen({ coins: null, settings: DEFAULT_SETTINGS, views: { last: null, saved: [] } })
  expect(html).toContain('watchlist-title')
  expect(html).not.toMatch(/\sstyle=|<script|<template|\son[a-z]+=/)
})

test('no source map is shipped [R12]', () => {
  expect(PARTS.flatMap(([folder]) => files(folder)).filter((path) => path.endsWith('.map'))).toEqual([])
})

test.each([
  ['code made of text', "eval('1')"],
  ['code made of text', "(0, eval)('1')"],
  ['code made of text', "new globalThis.Function('return 1')"],
  ['code made of text', "new Function('return 1')"],
  ['code made of text', "Function('return 1')()"],
  ['code made of text', "setTimeout('go()', 1)"],
  ['an import of node:fs', "import 'node:fs'"],
  ['an import of fs', "import { readFileSync } from 'fs'"],
  ['an import of electron', "import { ipcRenderer } from 'electron'"],
  ['an import of electron', "const { ipcRenderer } = require('electron')"],
  ['an import of node:os', "await import('node:os')"],
  ['an import of node:fs', 'await import(`node:fs`)'],
  ['an import of unknown at build time', 'await import(name)'],
  ['an import of unknown at build time', `await import(\`./\${name}\`)`],
  ['an import of node:vm', "export { Script } from 'node:vm'"],
  ['an import of https://cdn.example/x.js', "import 'https://cdn.example/x.js'"],
])('%s is found in a page that holds %s [R12]', (what, planted) => {
  expect(scanScript(`export const order = 1\n${planted}`, own)).toContain(what)
})

test('one line more at the end of the real page is found [R12]', () => {
  const [page = ''] = files('renderer').filter(isScript)
  expect(scanScript(`${textOf(page)}\nawait import('node:fs')`, own)).toEqual(['an import of node:fs'])
})

// Put together from parts, so that no search for keys takes this file for their place.
const whole = (...parts: string[]) => parts.join('')
const HEX = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const BASE64 = 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vXYZ1'

test.each([
  ['a literal like a key', `const key = '${HEX}'`],
  ['a literal like a key', `const key = "${BASE64}"`],
  ['a literal like a key', `const key = \`x ${BASE64} y\``],
  ['a PEM block', `const key = '${whole('-----BEGIN', ' PRIVATE KEY-----')}'`],
  ['a cloud key', `const key = '${whole('AKIA', 'IOSFODNN7EXAMPLE')}'`],
  ['a token', `const key = '${whole('ghp_', 'a1'.repeat(18))}'`],
  ['a payment key', `const key = '${whole('sk_', 'live_', 'abcdefgh12345678')}'`],
  ['a signed token', `const key = '${whole('eyJhbGciOiJ', '.eyJzdWIiOiIx', '.c2lnbmF0dXJl')}'`],
  ['a secret in an address', `const url = '${whole('https://me', ':pass', '@example/')}'`],
  ['a source map', `//# ${whole('source', 'MappingURL')}=index.js.map`],
  ['a path of this machine', `const at = '${ROOT}renderer/main.tsx'`],
  ['a path of a machine', `const at = '${whole('/ho', 'me/a/x.ts')}'`],
  ['a path of a machine', `const at = '${whole('C:', '\\\\Users\\\\a')}'`],
  ['the dev server', 'if (import.meta.hot) import.meta.hot.accept()'],
  ['the dev server', "const hot = __vite__createHotContext('/main.tsx')"],
  ['the dev server', "const url = 'http://localhost:5173/'"],
  ['the dev server', "const url = process.env['ELECTRON_RENDERER_URL']"],
  ['the fake backend', readFileSync(`${ROOT}tools/dev/page/fake.ts`, 'utf8')],
  ['React for development', "const note = 'Download the React DevTools for a better'"],
  ['React for development', "const file = 'react-dom-client.development.js'"],
])('%s is found in a script with %s [R12]', (what, planted) => {
  const plain = scanScript("const order = 'prelist:call:orders.submit'", own)
  expect(plain).toEqual([])
  expect(scanScript(planted, own).some((found) => found.startsWith(what))).toBe(true)
})

test('the page holds none of the tables by which answers of exchanges are judged', () => {
  const rows = [BINANCE_ANSWERS, BYBIT_ANSWERS, COINBASE_ANSWERS, KRAKEN_ANSWERS, OKX_ANSWERS].flatMap(
    (all) => all.rows,
  )
  // Shorter ones could stand in any text.
  const words = [...new Set(rows.map((row) => row.words))].filter((text) => text.length >= 20)
  expect(words.length).toBeGreaterThan(500)
  const heldBy = (folder: string) => {
    const scripts = files(folder).filter(isScript).map(textOf)
    return words.filter((text) => scripts.some((script) => script.includes(text)))
  }
  // The same search finds them where they belong.
  expect(heldBy('main').length).toBeGreaterThan(500)
  expect(heldBy('renderer')).toEqual([])
})
