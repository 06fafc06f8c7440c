// What `npm run verify:electron` decides, and how it starts Electron; the real one is played by a small program.

import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openElectronApp } from '../../scripts/driver/electron-app.ts'
import { chooseRun, electronFiles, verifyElectron } from '../../scripts/suites/electron-suite.mjs'
import { CHROMIUM_ONLY, NOT_IN_OLD, shellOf, unfitOptions, unfitTest } from '../e2e/support/electron-limits.ts'
import { ROOT } from '../house/planted.ts'

const E2E = join(ROOT, 'test/e2e')

let dir = ''
const said: string[] = []

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'prelist-verify-'))
  said.length = 0
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const ALL_WELL: Parameters<typeof verifyElectron>[0] = {
  install: async () => true,
  electron: async () => ({ program: '/electron' }),
  hasDisplay: () => true,
  build: async () => true,
  test: async () => ({ passed: 3, failed: 0, skipped: 1 }),
  say: (line: string) => void said.push(line),
}
const untouched = (): never => {
  throw new Error('this step must not be reached')
}

const CASES: [string, Partial<typeof ALL_WELL>, number, unknown][] = [
  ['all is well', {}, 0, 'Electron: 3 passed, 0 failed, 1 skipped'],
  ['the set-up fails', { install: async () => false, electron: untouched }, 1, undefined],
  [
    'the binary is missing',
    { electron: async () => ({ failed: 'its download failed' }), build: untouched },
    2,
    'Electron’s binary is not here: its download failed. Nothing was verified.',
  ],
  ['there is no display', { hasDisplay: () => false, build: untouched }, 2, expect.stringContaining('xvfb-run')],
  ['the build fails', { build: async () => false, test: untouched }, 1, undefined],
  [
    'a test fails',
    { test: async () => ({ passed: 3, failed: 1, skipped: 0 }) },
    1,
    expect.stringContaining('1 failed'),
  ],
]

test.each(CASES)('when %s', async (_name, changes, code, line) => {
  expect(await verifyElectron({ ...ALL_WELL, ...changes })).toBe(code)
  expect(said.at(-1)).toEqual(line)
})

test('every end-to-end file runs, but for those that start the Chromium shell themselves', () => {
  const files = electronFiles(readdirSync(E2E, { encoding: 'utf8', recursive: true }))
  expect(files).toContain('orders/one-click.test.ts')
  expect(electronFiles(['a.test.ts', 'shell-life.test.ts', 'screens.ts'])).toEqual(['a.test.ts'])
})

test('each test that is left out is there, with its reason', () => {
  for (const { file, title, why } of [...CHROMIUM_ONLY, ...NOT_IN_OLD]) {
    // What stands behind the colon comes from a table of the file.
    const text = readFileSync(join(E2E, file), 'utf8')
    for (const part of title.split(/(?<=: )/)) expect(text, title).toContain(part)
    expect(why.length).toBeGreaterThan(20)
    expect(unfitTest(join(E2E, file), `${title} and so on`, 'old-electron')).toBe(why)
    expect(unfitTest(join(E2E, file), title, 'chromium')).toBeNull()
  }
  for (const { file, title, why } of CHROMIUM_ONLY) expect(unfitTest(join(E2E, file), title, 'electron')).toBe(why)
  for (const { file, title } of NOT_IN_OLD) expect(unfitTest(join(E2E, file), title, 'electron')).toBeNull()
  expect(unfitTest('one-click.test.ts', 'cannot download anything', 'electron')).toBeNull()
  expect(unfitTest('hostile-page.test.ts', 'cannot post a form', 'electron')).toBeNull()
})

test.each([
  [{ packaged: false, runtime: 'current' }, [], { run: 'current' }],
  [{ packaged: true, runtime: 'current' }, [], { run: 'packaged' }],
  [{ packaged: false, runtime: 'old' }, ['test/e2e/zoom.test.ts'], { run: 'old' }],
  [{ packaged: true, runtime: 'old' }, [], { error: expect.stringContaining('not the old one') }],
  [{ packaged: false, runtime: 'new' }, [], { error: 'There is no runtime new. Known: current, old' }],
  [{ packaged: false, runtime: 'current' }, ['a.test.ts'], { error: expect.stringContaining('--runtime old only') }],
])('%j with %j', (options, files, wanted) => {
  expect(chooseRun(options, files)).toEqual(wanted)
})

test('options that only a backend in this process takes are named', () => {
  expect(unfitOptions({ dataDir: '/x', viewport: { width: 1, height: 1 } }, 'electron')).toBeNull()
  const chosen = { venueHosts: {}, trace: () => {} }
  expect(unfitOptions(chosen, 'electron')).toContain('venueHosts, trace')
  expect([unfitOptions(chosen, 'old-electron'), unfitOptions(chosen, 'chromium')]).toEqual([null, null])
  expect(unfitOptions({ browser: '/b' }, 'old-electron')).toContain('browser')
})

test('the shell is Chromium unless Electron is named', () => {
  expect(shellOf({})).toBe('chromium')
  expect(shellOf({ PRELIST_E2E_SHELL: 'electron' })).toBe('electron')
  expect(shellOf({ PRELIST_E2E_SHELL: 'old-electron' })).toBe('old-electron')
  expect(() => shellOf({ PRELIST_E2E_SHELL: 'Electron' })).toThrow('cannot be Electron')
})

test('without the binary the app says so', async () => {
  await expect(openElectronApp({ dataDir: dir, program: null })).rejects.toThrow('binary is not here')
})

test.runIf(process.platform !== 'win32')('Electron is started on the given profile, and its early end is seen', () => {
  const program = join(dir, 'electron')
  const seen = join(dir, 'seen')
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$PRELIST_PROFILE" "$(pwd)" "$@" > '${seen}'\nexit 5\n`)
  chmodSync(program, 0o755)
  const profile = join(dir, 'profile')
  // In a process of its own: the driver leaves rejections behind that nobody can catch.
  const script = `import { openElectronApp } from './scripts/driver/electron-app.ts'
    await openElectronApp(${JSON.stringify({ dataDir: profile, program })})`
  const done = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  expect(done.status).toBe(1)
  expect(done.stderr).toContain('Process failed to launch')
  const [given, folder, ...args] = readFileSync(seen, 'utf8').trim().split('\n')
  expect(given).toBe(profile)
  expect(`${folder}/`).toBe(ROOT)
  expect(args).toContain('.')
  expect(args.includes('--no-sandbox')).toBe(process.getuid?.() === 0)
})
