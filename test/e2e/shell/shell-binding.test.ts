// The driver's own binding, which the page can see: it leads to the same door, past the same check of the sender, and
// whatever is shouted through it ends nothing.

import { expect } from 'playwright/test'
import { ORIGIN } from '../../../electron/shell/chromium/app-window.ts'
import { INVOKE_BINDING } from '../../../electron/shell/chromium/bindings.ts'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { test as inProcess, shareApp } from '../support/open-app.ts'
import { test } from './shell-process.ts'

const call = (text: string, name: string = INVOKE_BINDING) =>
  `__playwright__binding__(JSON.stringify({ name: ${JSON.stringify(name)}, seq: 1e6, serializedArgs: [
    'notes.save', { o: [{ k: 'coinId', v: 'peaq' }, { k: 'text', v: ${JSON.stringify(text)} }], id: 1 }] }))`

const GARBAGE = [
  `''`,
  `'not json'`,
  `'null'`,
  `'{}'`,
  `'[]'`,
  `'{"name":"${INVOKE_BINDING}"}'`,
  `'{"name":"${INVOKE_BINDING}","seq":1,"serializedArgs":"x"}'`,
  `'{"name":"${INVOKE_BINDING}","seq":1,"serializedArgs":[{"ref":5}]}'`,
  `'{"name":"${INVOKE_BINDING}","seq":1,"serializedArgs":[{"r":{"p":"(","f":"z"}}]}'`,
  `'{"name":"toString","seq":1,"serializedArgs":[]}'`,
  `'{"name":"__proto__","seq":1,"serializedArgs":[]}'`,
  `'x'.repeat(1e6)`,
]

test("the page cannot put another function in its place, nor the driver's own back", async ({ workplace }) => {
  const shell = workplace.start()
  expect(await shell.ready).toBe(true)
  const same = await shell.evaluate(`(() => {
    const before = __playwright__binding__
    for (const change of [
      () => { __playwright__binding__ = () => {} },
      () => { delete globalThis.__playwright__binding__ },
      () => Object.defineProperty(globalThis, '__playwright__binding__', { value: () => {} }),
    ]) { try { change() } catch {} }
    return before === __playwright__binding__ && !/native code/.test(String(before))
  })()`)
  expect(same).toBe(true)
})

test('survives everything that a page can send through the binding [R9]', async ({ workplace }) => {
  const shell = workplace.start()
  expect(await shell.ready).toBe(true)
  for (const garbage of GARBAGE) {
    await shell.evaluate(`void __playwright__binding__(${garbage})`)
    // A frame has a binding of its own; this one is taken before anything else ran in it.
    await shell.evaluate(`(() => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      frame.contentWindow.__playwright__binding__?.(${garbage})
    })()`)
    expect(await shell.evaluate('desktop.app.status({}).then(({ ok }) => ok)'), garbage).toBe(true)
  }
  shell.process.kill('SIGTERM')
  expect(await shell.ended).toMatchObject({ code: 0, stderr: '' })
})

const app = shareApp()

inProcess('a call through it is the same call, and one out of a frame is refused [R9] [R10]', async () => {
  const { page } = app.current
  app.current.tolerate(/^console: /, /^page: /)
  const note = async () => (await askDesktop(page, 'coins.get', { coinId: 'peaq' })).note?.text
  await page.evaluate(call('as the page itself'))
  await expect.poll(note).toBe('as the page itself')

  // No policy lets the page have a frame with an address; the test takes the policy away, and gives the frame the very
  // address of the page, so that nothing but its being a frame speaks against it.
  const session = await page.context().newCDPSession(page)
  await session.send('Page.enable')
  await session.send('Page.setBypassCSP', { enabled: true })
  await page.route(
    ({ search }) => search === '?frame',
    (route) => route.fulfill({ contentType: 'text/html', body: 'frame' }),
  )
  await page.reload()
  await page.evaluate(`(() => {
    const frame = document.body.appendChild(document.createElement('iframe'))
    frame.src = '/index.html?frame'
    return new Promise((done) => { frame.onload = done })
  })()`)
  const inner = page.frames().find((frame) => frame.url() === `${ORIGIN}/index.html?frame`)
  if (inner === undefined) throw new Error('there is no such frame')
  await inner.evaluate(call('out of a frame'))
  const answer = await inner.evaluate(`desktop.notes.save({ coinId: 'peaq', text: 'out of a frame' })`)
  expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN_SENDER' } })
  expect(await note()).toBe('as the page itself')
})
