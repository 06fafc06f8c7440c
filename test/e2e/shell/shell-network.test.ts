// A page that was taken over tries to reach a machine, in every way there is. The machine is real and hears nothing.

import { createSocket } from 'node:dgram'
import { chromium, type Page } from 'playwright'
import { expect } from 'playwright/test'
import { ORIGIN } from '../../../electron/shell/chromium/app-window.ts'
import { callDesktop } from '../../../scripts/driver/desktop.ts'
import { inspectMachine } from '../../../scripts/setup/machine.mjs'
import { test as base, openApp } from '../support/open-app.ts'
import { ATTACKS, type Attack } from './shell-attacks.ts'
import { openTarget, type Target } from './shell-target.ts'

const test = base.extend<{ target: Target }>({
  target: async ({ browserName: _ }, use) => {
    const target = await openTarget()
    await use(target)
    await target.close()
  },
})

/** The attack in a task of its own, as the page's script: not as the test's, which the policy would except. */
function attack(page: Page, { name, script }: Attack, { host, udp }: Target): Promise<unknown> {
  const own = { T: `http://${host}/${encodeURIComponent(name)}`, HOST: host, UDP: udp }
  const names = Object.entries(own).map(([key, value]) => `const ${key} = ${JSON.stringify(value)}`)
  return page.evaluate(`void setTimeout(() => { ${names.join('; ')}; try { ${script} } catch {} }, 0)`)
}

const heard = (target: Target) => ({
  paths: target.paths,
  connections: target.connections(),
  datagrams: target.datagrams(),
})

test('a page that may do everything is heard: each attack is live', async ({ target }) => {
  const { browser } = inspectMachine({ platform: process.platform, env: process.env, uid: null })
  const context = await chromium.launchPersistentContext('', { executablePath: browser ?? '', chromiumSandbox: false })
  const open = async () => {
    const page = await context.newPage()
    // Another name than that of the target, so that no connection is there already.
    await page.goto(`http://${target.host.replace('127.0.0.1', 'localhost')}/`)
    return page
  }
  try {
    const shared = await open()
    for (const tried of ATTACKS.filter(({ heard }) => heard === 'bytes' || heard === 'udp')) {
      const before = heard(target)
      await attack(shared, tried, target)
      const more = () =>
        tried.heard === 'udp' ? target.datagrams() > before.datagrams : target.connections() > before.connections
      await expect.poll(more, { message: tried.name }).toBe(true)
    }
    const requests = ATTACKS.filter((tried) => tried.heard === 'http')
    for (const tried of requests) await attack(tried.leaves === true ? await open() : shared, tried, target)
    const missing = () =>
      requests.filter(({ name }) => !target.paths.some((path) => path.replace('?', '') === `/${name}`))
    await expect.poll(() => missing().map(({ name }) => name)).toEqual([])
  } finally {
    await context.close()
  }
})

test('of all attacks of the page nothing reaches the machine [R4] [R5] [R7]', async ({ target }) => {
  const app = await openApp()
  const { page } = app
  // What is tried is told by the browser in many ways; that nothing was heard is what counts.
  app.tolerate(/^request to /, /^console: /, /^page: /)
  const home = async () => {
    // The shell leads home as well; of two ways at once the browser gives one up.
    await expect(() => page.goto(`${ORIGIN}/`)).toPass()
    await expect(page.getByRole('table', { name: 'Coins' })).toBeVisible()
  }
  for (const tried of ATTACKS) {
    await attack(page, tried, target)
    if (tried.leaves === true) await home()
  }
  await home()
  expect((await callDesktop(page, 'app.status', {})).ok).toBe(true)
  expect(page.context().pages()).toHaveLength(1)
  await app.check()
  // What was begun and not ended is ended with the browser, and would have been heard by then.
  await app.close()
  expect(heard(target)).toEqual({ paths: [], connections: 0, datagrams: 0 })

  // The machine was there all the time.
  await fetch(`http://${target.host}/control`)
  const socket = createSocket('udp4')
  socket.send('control', target.udp, '127.0.0.1')
  await expect.poll(() => heard(target)).toEqual({ paths: ['/control'], connections: 1, datagrams: 1 })
  socket.close()
  console.log(`${ATTACKS.length} attacks on a machine that listens: nothing was heard`)
})
