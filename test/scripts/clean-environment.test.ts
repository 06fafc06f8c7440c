// The app is started without what makes Node or the browser's driver print messages, and without a door for a debugger.

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { withoutTelling } from '../../scripts/setup/clean-environment.mjs'

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

test('what tells is laid over with nothing, and all else stays', () => {
  const env = {
    DEBUG: '*',
    DEBUG_FILE: '/x',
    PWDEBUG: '1',
    NODE_DEBUG: 'http',
    NODE_OPTIONS: '--inspect',
    PATH: '/bin',
    HOME: '/h',
  }
  const cleaned = { ...env, ...withoutTelling(env) }
  expect(Object.entries(cleaned).filter(([, value]) => value !== undefined)).toEqual([
    ['PATH', '/bin'],
    ['HOME', '/h'],
  ])
})

test('the driver is loaded after DEBUG is gone, and prints nothing of what is typed', () => {
  const source = readFileSync(file('electron/chromium.ts'), 'utf8')
  const imports = [...source.matchAll(/^import .*$/gm)].map(([line]) => line)
  expect(imports[0]).toBe(`import './chromium/clean-environment.ts'`)
  const script = `await import(${JSON.stringify(file('electron/chromium/clean-environment.ts'))})
    const { request } = await import('playwright')
    const context = await request.newContext()
    await context.get('http://127.0.0.1:9/canary').catch(() => {})
    await context.dispose()`
  const run = (env: NodeJS.ProcessEnv, text: string) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', text], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
    })
  const telling = { DEBUG: '*', PWDEBUG: '', NODE_DEBUG: '' }
  expect(run(telling, script)).toMatchObject({ status: 0, stderr: '' })
  // Without the import the same script tells, so the test would notice.
  expect(run(telling, script.split('\n').slice(1).join('\n')).stderr).toContain('canary')
})

test('no signal opens a debugger in the app that `npm start` starts', () => {
  const start = readFileSync(file('scripts/start.mjs'), 'utf8')
  expect(start).toMatch(/'--disable-sigusr1', script/)
  const script = `setTimeout(() => {}, 300); process.kill(process.pid, 'SIGUSR1')`
  const run = (flags: string[]) => spawnSync(process.execPath, [...flags, '-e', script], { encoding: 'utf8' }).stderr
  expect(run(['--disable-sigusr1'])).not.toContain('Debugger listening')
  expect(run([])).toContain('Debugger listening')
})
