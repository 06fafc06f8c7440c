// What every file of the house keeps to: its size, its header, and that it names no place outside.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
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
