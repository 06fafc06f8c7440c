// One profile, one Prelist: a second start is refused with words that help, and harms nothing.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect } from 'playwright/test'
import { askDesktop } from '../../scripts/driver/desktop.ts'
import { test } from './shell/shell-process.ts'
import { openApp as openDirectly } from './support/open-app.ts'

const CHROMIUM_SHELL = fileURLToPath(new URL('../../electron/chromium.ts', import.meta.url))

test('a second backend on the same profile is refused', async ({ openApp }) => {
  const app = await openApp()
  await expect(openDirectly({ dataDir: app.dataDir })).rejects.toMatchObject({ code: 'PROFILE_IN_USE' })
  expect(await askDesktop(app.page, 'coins.list', {})).toHaveLength(14)
})

test('the program itself, started a second time, says so and ends', async ({ openApp }) => {
  const app = await openApp()
  const env = { ...process.env, PRELIST_PROFILE: app.dataDir }
  const second = spawn(process.execPath, [CHROMIUM_SHELL, '--browser=/nowhere'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [said, [code]] = await Promise.all([text(second.stderr), once(second, 'exit')])
  expect(said).toMatch(/^Prelist can’t start\. .*(in use|already|another)/i)
  expect(said).not.toContain('    at ')
  expect(code).toBe(1)
  expect(await askDesktop(app.page, 'coins.list', {})).toHaveLength(14)
})

test('after the first is closed the profile opens again', async ({ openApp }) => {
  const app = await openApp()
  await askDesktop(app.page, 'notes.save', { coinId: 'peaq', text: 'kept' })
  await app.restart()
  expect((await askDesktop(app.page, 'coins.get', { coinId: 'peaq' })).note?.text).toBe('kept')
})

test('a second process brings the window of the first to the front', async ({ workplace }) => {
  const first = workplace.start()
  expect(await first.ready).toBe(true)
  const second = await workplace.start().ended
  expect(second).toMatchObject({
    code: 0,
    stdout: 'Prelist is already open. Its window is now in front.\n',
    stderr: '',
  })
  expect(first.fronted()).toBe(1)
  expect(await first.evaluate('desktop.app.status({}).then(({ ok }) => ok)')).toBe(true)
})

test('of ten starts at once exactly one opens, and the others say why', async ({ workplace }) => {
  const starts = Array.from({ length: 10 }, () => workplace.start())
  const opened = await Promise.all(starts.map(({ ready }) => ready))
  const said = await Promise.all(
    starts.map(({ ended }, at) => (opened[at] === true ? 'opened' : ended.then(({ stderr }) => stderr))),
  )
  expect(
    opened.filter((ready) => ready),
    said.join('\n'),
  ).toHaveLength(1)
  for (const [index, start] of starts.entries()) {
    if (opened[index] === true) continue
    const { code, stdout, stderr } = await start.ended
    // Before the first one's window is open there is none to bring to the front.
    if (code === 0) expect(stdout).toMatch(/^Prelist is already open/)
    else expect(stderr).toMatch(/^Prelist can’t start\. Prelist is already open/)
  }
  const winner = starts[opened.indexOf(true)]
  expect(await winner?.evaluate('desktop.coins.list({}).then(({ value }) => value.length)')).toBe(14)
})
