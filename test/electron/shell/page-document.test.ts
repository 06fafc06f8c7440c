// The document of the page: its own style sheet in it by hash, and the first screen with the answers it was drawn from.

import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createPageDocument } from '../../../electron/shell/page-document.ts'
import type { PageFiles } from '../../../electron/shell/page-files.ts'
import { answerRequest } from '../../../electron/shell/page-protocol.ts'
import { SECURITY_HEADERS } from '../../../electron/shell/security-headers.ts'
import type { Result } from '../../../shared/result.ts'
import { policyFindings } from './content-policy.ts'

const HTML = `<!doctype html><html lang="en"><head>
<link rel="stylesheet" crossorigin href="./assets/first.css"></head><body><div id="root"></div></body></html>`
const CSS = 'a{src:url(./inter.woff2)}'

let folder = ''
let firstScreen: URL

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prelist-document-'))
  firstScreen = pathToFileURL(join(folder, 'first-screen.js'))
  drawnBy('({ coins }) => "<p>" + (coins?.map(({ name }) => name.length) ?? "none") + "</p>"')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const drawnBy = (code: string) => writeFileSync(firstScreen, `export const drawFirstScreen = ${code}`)

function filesOf(css = CSS, html = HTML): PageFiles {
  const files = new Map([
    ['/', { body: Buffer.from(html), contentType: 'text/html; charset=utf-8' }],
    ['/assets/first.css', { body: Buffer.from(css), contentType: 'text/css; charset=utf-8' }],
  ])
  return { get: (path) => files.get(path) ?? null }
}

const OPEN = { state: 'open' }
const SETTINGS = { theme: 'system', density: 'comfortable' }

interface Given {
  profile?: unknown
  coins?: unknown
  settings?: unknown
  pages?: PageFiles
  drawing?: URL | null
}

async function document(given: Given = {}) {
  const { profile = OPEN, coins = [], settings = SETTINGS, pages = filesOf(), drawing = firstScreen } = given
  const values: Record<string, unknown> = { 'profile.status': profile, 'coins.list': coins, 'settings.get': settings }
  const asked: string[] = []
  const ask = async (operation: string): Promise<Result<unknown>> => {
    asked.push(operation)
    return { ok: true, value: values[operation] }
  }
  const made = createPageDocument({ pages, firstScreen: drawing, ask })
  const site = { pages, origin: 'app://prelist', document: made }
  const get = async (path = '/') => {
    const { status, headers, body } = await answerRequest(site, 'GET', `app://prelist${path}`)
    return { status, policy: headers['content-security-policy'] ?? '', html: body.toString() }
  }
  return { made, asked, get }
}

const answersIn = (html: string) =>
  /<script type="application\/json" id="first-answers">(.*?)<\/script>/s.exec(html)?.[1]

test('has its style sheet in it, and lets in that one alone', async () => {
  const { html, policy } = await (await document()).get()
  const sheet = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? ''
  expect(sheet).toBe('a{src:url(./assets/inter.woff2)}')
  const hash = createHash('sha256').update(sheet).digest('base64')
  expect(policy).toBe(
    SECURITY_HEADERS['content-security-policy']?.replace("style-src 'self'", `style-src 'self' 'sha256-${hash}'`),
  )
  expect(policyFindings(policy)).toEqual([])
  // What is loaded later finds it in its place, and does not load it again.
  expect(html).toContain('<link disabled rel="stylesheet" crossorigin href="./assets/first.css">')
})

test('leaves a style sheet that could end its element where it is', async () => {
  const { html, policy } = await (await document({ pages: filesOf('a::after{content:"</style><script>"}') })).get()
  expect(html).toContain('<link rel="stylesheet" crossorigin href="./assets/first.css">')
  expect(html).not.toContain('<style>')
  expect(policy).toBe(SECURITY_HEADERS['content-security-policy'])
})

test('holds the first screen and the answers that it was drawn from', async () => {
  const coins = [{ name: 'peaq' }]
  const { html } = await (await document({ coins, settings: { ...SETTINGS, theme: 'dark', density: 'compact' } })).get()
  expect(html).toContain('<div id="root"><p>4</p></div>')
  expect(html).toContain('<html lang="en" data-theme="dark" data-density="compact">')
  expect(JSON.parse(answersIn(html) ?? '')).toEqual({
    coins,
    settings: { ...SETTINGS, theme: 'dark', density: 'compact' },
  })
})

test.each([
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '$& $1 $` $$',
  '\u2028\u2029',
  '"><img src=x onerror=1>',
  ']]>',
])('a coin that is called %j stays a text', async (name) => {
  const { html } = await (await document({ coins: [{ name }] })).get()
  expect(html.match(/<script/g)).toHaveLength(1)
  expect(html).not.toContain('<!--')
  const held = answersIn(html) ?? ''
  expect(held).not.toContain('<')
  expect(JSON.parse(held).coins).toEqual([{ name }])
})

test.each([['"><script>'], [7], [undefined]])('a theme %j that no setting has is not written', async (theme) => {
  const { html } = await (await document({ settings: { theme, density: theme } })).get()
  expect(html).toContain('<html lang="en">')
})

test.each<[string, Given]>([
  ['the profile is not open', { profile: { state: 'damaged' } }],
  ['the list is none', { coins: null }],
  ['there is no such file', { drawing: new URL('file:///nowhere/first-screen.js') }],
  ['nobody is to draw', { drawing: null }],
])('is the built one where %s', async (_why, given) => {
  const { html, policy } = await (await document(given)).get()
  expect(html).toContain('<div id="root"></div>')
  expect(answersIn(html)).toBeUndefined()
  expect(policy).toContain("'sha256-")
})

test.each(['() => { throw new Error("no") }', '1'])('is the built one where the drawing is %s', async (code) => {
  drawnBy(code)
  expect((await (await document()).get()).html).toContain('<div id="root"></div>')
})

test('of a list that is drawn in part it holds no rows, and does not ask for them again', async () => {
  const coins = Array.from({ length: 80 }, (_, at) => ({ name: `c${at}` }))
  const { get, asked } = await document({ coins })
  for (let times = 0; times < 2; times += 1) {
    const { html } = await get()
    expect(html).toContain('<div id="root"><p>none</p></div>')
    expect(JSON.parse(answersIn(html) ?? '').coins).toBeNull()
  }
  expect(asked.filter((one) => one === 'coins.list')).toHaveLength(1)
})

test('what was prepared is handed out once; after that each one is drawn anew', async () => {
  const { made, asked, get } = await document()
  made.prepare()
  await get()
  // The profile, the coins, the settings and the views.
  expect(asked).toHaveLength(4)
  await get('/')
  expect(asked).toHaveLength(8)
})

test('nothing else is asked for where another file is', async () => {
  const { get, asked } = await document()
  expect((await get('/assets/first.css')).html).toBe(CSS)
  expect((await get('/missing')).status).toBe(404)
  expect(asked).toEqual([])
})
