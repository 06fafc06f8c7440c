// The packages of the house: few, named in the README, under licences that MIT software may include.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './planted.ts'

const MAX_PRODUCTION = 12
const MAX_DEVELOPMENT = 16

/** Licences that ask for no more than their text to be kept. Dual licences count when one of them is here. */
const PERMISSIVE = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'OFL-1.1',
]

interface Manifest {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  license: string
}

interface Lock {
  packages: Record<string, { dev?: boolean; devOptional?: boolean; license?: string; resolved?: string }>
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const manifest: Manifest = JSON.parse(read('package.json'))
const lock: Lock = JSON.parse(read('package-lock.json'))
const direct = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]

test('there are at most 12 production and 16 development dependencies, each of one exact version', () => {
  expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(MAX_PRODUCTION)
  expect(Object.keys(manifest.devDependencies).length).toBeLessThanOrEqual(MAX_DEVELOPMENT)
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(versions.filter((version) => !/^(npm:@github\/keytar@)?\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

test('the README gives the reason of each', () => {
  const rows = read('README.md')
    .split('\n')
    .filter((line) => line.startsWith('|'))
  expect(direct.filter((name) => !rows.some((row) => row.includes(`\`${name}\``)))).toEqual([])
})

test('the lock file records no download addresses', () => {
  expect(Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined)).toEqual([])
})

test('what is shipped may be shipped under the MIT licence', () => {
  const shipped = Object.entries(lock.packages).filter(
    ([path, entry]) => path !== '' && !entry.dev && !entry.devOptional,
  )
  expect(shipped.length).toBeGreaterThan(Object.keys(manifest.dependencies).length)
  const allowed = (licence = 'unknown') =>
    licence
      .replaceAll(/[()]/g, '')
      .split(' OR ')
      .some((one) => PERMISSIVE.includes(one))
  expect(shipped.filter(([, entry]) => !allowed(entry.license)).map(([path, entry]) => [path, entry.license])).toEqual(
    [],
  )
  expect(manifest.license).toBe('MIT')
})

test('only the package that brings Node 24 may run a script when it is installed', () => {
  expect(JSON.parse(read('package.json')).allowScripts).toEqual({ node: true })
})
