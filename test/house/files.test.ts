// What every file of the house keeps to: its size, its header, and that it names no place outside.

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './planted.ts'

const MAX_LINES = 400
const MEDIAN_BELOW = 80
const MAX_FILES = 20

/** Tracked files and new ones that are not ignored: what the next commit would hold. */
const FILES = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '')
const TEXT = ['.ts', '.tsx', '.mjs', '.json', '.md', '.yml', '.css', '.html', '']
const SOURCE = /^(electron|renderer|shared|scripts|tools)\/.*\.(ts|tsx|mjs)$/

const readAll = (wanted: (path: string) => boolean) =>
  FILES.filter(wanted).flatMap((path) => {
    try {
      return [{ path, text: readFileSync(join(ROOT, path), 'utf8') }]
    } catch {
      // Deleted in the work tree and not yet in the index.
      return []
    }
  })

const sources = readAll((path) => SOURCE.test(path))
const texts = readAll((path) => TEXT.includes(extname(path)))

test('there are files to look at', () => {
  expect(sources.length).toBeGreaterThan(50)
})

test('no source or test file is long, and half of the sources are short', () => {
  const lengths = sources.map(({ text }) => text.split('\n').length - 1).sort((a, b) => a - b)
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(MEDIAN_BELOW)
  const code = readAll((path) => /\.(ts|tsx|mjs)$/.test(path))
  expect(code.filter(({ text }) => text.split('\n').length - 1 > MAX_LINES).map(({ path }) => path)).toEqual([])
})

test('no folder holds more files than one can look over', () => {
  const counts = new Map<string, number>()
  for (const { path } of readAll((file) =>
    /^(electron|renderer|shared|scripts|test|tools)\/.*\.(ts|tsx|mjs|css)$/.test(file),
  )) {
    counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
  }
  expect([...counts].filter(([, count]) => count > MAX_FILES)).toEqual([])
})

test('every source and test file opens with a line on what it is for', () => {
  const code = readAll((path) => /^(electron|renderer|shared|scripts|test|tools)\/.*\.(ts|tsx|mjs)$/.test(path))
  expect(code.filter(({ text }) => !/^\/\/ \S.{9,}/.test(text)).map(({ path }) => path)).toEqual([])
})

test('nothing is postponed, suppressed or commented out by a marker', () => {
  // Put together from parts, so that this file is not its own finding.
  const markers = new RegExp(
    [
      'TO' + 'DO',
      'FIX' + 'ME',
      '@ts-' + 'ignore',
      '@ts-' + 'nocheck',
      'biome-' + 'ignore',
      'Stryker ' + 'disable',
    ].join('|'),
  )
  const found = texts.filter(({ path, text }) => !path.startsWith('test/house/') && markers.test(text))
  expect(found.map(({ path }) => path)).toEqual([])
})

test('no file names a package registry or a folder of somebody’s machine', () => {
  const places = /registry\.(npmjs|yarnpkg)|npmjs\.org|deb\.debian\.org|(?<![\w.~])\/(home|Users|work|root)\/[a-z]/
  const found = texts.filter(({ path, text }) => !path.startsWith('test/') && places.test(text))
  expect(found.map(({ path }) => path)).toEqual([])
})

/** A file of orders, accounts or vault that is longer has a test at its own path below test/, or the one named here. */
const LONG = 150
const FOLDERS = /^electron\/(services\/(orders|accounts|vault)|vault)\//

/** Whose test goes through a whole backend, and why that one is its test. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  // A look-up is told by what an exchange answers, so it is tried at stand-ins, fault by fault.
  'electron/services/orders/settling/order-lookup.ts': 'test/electron/exchanges/faults/fault-lost.test.ts',
  // What a rotation does depends on what the exchange says, and when.
  'electron/services/accounts/key-rotation.ts': 'test/electron/app/accounts/rotation-asks.test.ts',
  'electron/services/accounts/key-adding.ts': 'test/electron/app/accounts/hostile-keys.test.ts',
  'electron/services/accounts/account-keys.ts': 'test/electron/app/accounts/life.test.ts',
  // Both end and start the vault's process.
  'electron/services/vault/vault.ts': 'test/electron/app/vault/lock-answer.test.ts',
  'electron/services/vault/backup.ts': 'test/electron/app/backup/round-trip.test.ts',
  // Shapes are tried by what crosses.
  'electron/vault/rpc/rpc-shapes.ts': 'test/electron/vault/rpc/rpc.test.ts',
  'electron/vault/rpc/venue-shapes.ts': 'test/electron/vault/rpc/rpc.test.ts',
}

const long = readAll((path) => FOLDERS.test(path) && path.endsWith('.ts'))
  .filter(({ text }) => text.split('\n').length - 1 > LONG)
  .map(({ path }) => path)

const own = (file: string) => `test/${file.replace(/\.ts$/, '.test.ts')}`

test('every long file of orders, accounts and vault has its test', () => {
  expect(long.length).toBeGreaterThan(5)
  const without = long.filter((file) => !existsSync(join(ROOT, ELSEWHERE[file] ?? own(file))))
  expect(without, 'write a test at the same path below test/').toEqual([])
})

test('no file is named here that has a test of its own, or is gone', () => {
  expect(Object.keys(ELSEWHERE).filter((file) => existsSync(join(ROOT, own(file))))).toEqual([])
  expect(Object.keys(ELSEWHERE).filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
})
