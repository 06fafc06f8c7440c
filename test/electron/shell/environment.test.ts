// What the environment and the command line may not change in a packaged app, nor in the workers that it starts.

import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { dropSteeringSwitches } from '../../../electron/shell/command-line.ts'
import { blankEnvironment } from '../../../electron/shell/environment.ts'
import { profileFolder } from '../../../electron/shell/profile-folder.ts'
import { makeProfile } from '../../support/profile/temp-folder.ts'

const STEERING = [
  'NODE_EXTRA_CA_CERTS',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'NODE_OPTIONS',
  'NODE_PATH',
  'NODE_DEBUG',
  'NODE_V8_COVERAGE',
  'NODE_COMPILE_CACHE',
  'NODE_USE_ENV_PROXY',
  'NODE_USE_SYSTEM_CA',
  'NODE_REDIRECT_WARNINGS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'SSLKEYLOGFILE',
  'OPENSSL_CONF',
  'OPENSSL_MODULES',
  'ELECTRON_RUN_AS_NODE',
  'ELECTRON_RENDERER_URL',
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
  'ELECTRON_OVERRIDE_DIST_PATH',
  'ELECTRON_DISABLE_SANDBOX',
  'ELECTRON_NO_ASAR',
  'PRELIST_PROFILE',
  'PRELIST_ANYTHING',
  // On Windows these steer as well.
  'Node_Options',
  'electron_run_as_node',
]
const KEPT = {
  PATH: '/bin',
  HOME: '/h',
  XDG_DATA_HOME: '/d',
  APPDATA: 'C:\\A',
  LANG: 'C',
  SNODE_X: '1',
  MY_PRELIST_X: '1',
}

const full = () => ({ ...KEPT, ...Object.fromEntries(STEERING.map((name) => [name, 'x'])) })

test.each(STEERING)('a packaged app forgets %s [R14]', (name) => {
  const env: NodeJS.ProcessEnv = full()
  blankEnvironment(env, true)
  expect(Object.keys(env)).not.toContain(name)
})

test('it forgets nothing else, and from source nothing at all', () => {
  const env: NodeJS.ProcessEnv = full()
  blankEnvironment(env, true)
  expect(env).toEqual(KEPT)
  const fromSource: NodeJS.ProcessEnv = full()
  blankEnvironment(fromSource, false)
  expect(fromSource).toEqual(full())
})

test('a worker inherits what is left [R14]', async () => {
  const before = { ...process.env }
  onTestFinished(() => void Object.assign(process.env, before))
  const names = STEERING.filter((name) => name === name.toUpperCase() && name !== 'NODE_V8_COVERAGE')
  // Some of them name a folder that is written to.
  const folder = makeProfile()
  for (const name of names) process.env[name] = folder
  const seen = async () => {
    const code = "require('node:worker_threads').parentPort.postMessage(Object.keys(process.env))"
    const worker = new Worker(code, { eval: true, execArgv: [] })
    const [inherited]: unknown[] = await once(worker, 'message')
    await worker.terminate()
    return new Set(inherited as string[])
  }
  try {
    // Options for Node would be read by this first worker itself.
    delete process.env['NODE_OPTIONS']
    expect((await seen()).has('ELECTRON_RUN_AS_NODE')).toBe(true)
    process.env['NODE_OPTIONS'] = '--require x'
    blankEnvironment(process.env, true)
    const inherited = await seen()
    expect(names.filter((name) => inherited.has(name))).toEqual([])
    expect(inherited.has('PATH')).toBe(true)
  } finally {
    for (const name of names) if (!(name in before)) delete process.env[name]
  }
})

const OPENING = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-brk-node',
  'inspect-port',
  'inspect-wait',
  'inspect-publish-uid',
  'auto-open-devtools-for-tabs',
  'load-extension',
  'js-flags',
  'enable-blink-features',
  'browser-subprocess-path',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'single-process',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-running-insecure-content',
  'ignore-certificate-errors',
  'log-net-log',
  'ssl-key-log-file',
]

test.each(OPENING)('a packaged app drops --%s, from source it stays [R14]', (name) => {
  const left = (isPackaged: boolean) => {
    const switches = new Set([name, 'ozone-platform'])
    dropSteeringSwitches({ removeSwitch: (dropped) => void switches.delete(dropped) }, isPackaged)
    return [...switches]
  }
  expect(left(true)).toEqual(['ozone-platform'])
  expect(left(false)).toEqual([name, 'ozone-platform'])
})

test.each([
  ['linux', {}, '/home/a', '/home/a/.local/share/prelist'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/home/a', '/data/prelist'],
  ['linux', { XDG_DATA_HOME: 'data' }, '/home/a', '/home/a/.local/share/prelist'],
  ['darwin', {}, '/Users/a', '/Users/a/Library/Application Support/Prelist'],
  ['win32', { APPDATA: 'C:\\A\\Roaming' }, 'C:\\A', 'C:\\A\\Roaming\\Prelist'],
  ['win32', {}, 'C:\\A', 'C:\\A\\AppData\\Roaming\\Prelist'],
  ['linux', { PRELIST_PROFILE: '/tmp/p' }, '/home/a', '/tmp/p'],
] as const)('the profile on %s with %j', (platform, env, home, folder) => {
  expect(profileFolder(platform, env, home)).toBe(folder)
})

test('a relative profile is refused', () => {
  expect(() => profileFolder('linux', { PRELIST_PROFILE: 'p' }, '/home/a')).toThrow('absolute')
})
