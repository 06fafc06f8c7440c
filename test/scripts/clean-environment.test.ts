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
  expect(imports[0]).toBe(`import './shell/chromium/clean-environment.ts'`)
  const script = `await import(${JSON.stringify(file('electron/shell/chromium/clean-environment.ts'))})
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
  const run = (flags: string[], script: string) =>
    spawnSync(process.execPath, [...flags, '-e', script], { encoding: 'utf8', timeout: 15_000 })
  const signal = `process.kill(process.pid, 'SIGUSR1')`
  // However late its debugger comes, it is waited for; at any port, since another process may have the usual one.
  const open = `const timer = setInterval(() => require('inspector').url() && process.exit(7), 5); ${signal}`
  expect(run(['--inspect-port=0'], open)).toMatchObject({
    status: 7,
    stderr: expect.stringContaining('Debugger listening'),
  })
  // Nothing in this process takes the signal, so nothing can come later: bit 9 of those that are caught.
  const caught = `${signal}; process.exit((parseInt(/^SigCgt:\\s*(\\w+)/m.exec(require('fs').readFileSync('/proc/self/status', 'utf8'))[1].slice(-4), 16) >> 9) & 1)`
  if (process.platform !== 'linux') return
  expect(run(['--disable-sigusr1'], caught)).toMatchObject({ status: 0, stderr: '' })
  expect(run([], caught).status).toBe(1)
})
