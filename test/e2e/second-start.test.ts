// One profile, one Prelist: a second start is refused with words that help, and harms nothing.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect } from 'playwright/test'
import { askDesktop } from '../../scripts/tour/desktop.ts'
import { openApp as openDirectly, test } from './open-app.ts'

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
  expect(said).toMatch(/^Prelist cannot start\. .*(in use|already|another)/i)
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
