// The packages of the house: few, named in the README, under licences that MIT software may include.

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { billOfMaterials, licenceTexts, lockedPackages } from '../../scripts/packages/lock.mjs'
import { npmCommand } from '../../scripts/setup/npm-packages.mjs'
import { ROOT } from './planted.ts'

const MAX_PRODUCTION = 25
const MAX_DEVELOPMENT = 22

/** Packages that are shipped, those that the direct ones need included; of binaries for one system each, the one that fits. */
const MAX_SHIPPED = 75

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

/** Licences that only tools may have, because nothing of theirs is shipped. */
const FOR_TOOLS: Record<string, string> = {
  'MPL-2.0': 'axe-core and lightningcss: used as they are; a change to their files would have to be published',
  'CC-BY-4.0': 'caniuse-lite: a table of browsers that the build reads',
  'Python-2.0': 'argparse: reads the command line of the packager',
  WTFPL: 'truncate-utf8-bytes: shortens file names for the packager',
}

/** Packages that would run a script at installation, and what happens instead. */
const SCRIPTS: Record<string, string> = {
  node: 'the only one that is run: it fetches the Node of this system, whose digest is then checked',
  '@github/keytar': 'not run: it copies a file that the package also finds where it lies',
  ccxt: 'not run: it prints a message',
  bufferutil: 'not run: it builds a faster part of ws that works without it',
  'electron-winstaller': 'not run: it prepares a kind of installer that is not built here',
}

interface Manifest {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  license: string
}

interface Lock {
  packages: Record<string, { resolved?: string; dependencies?: object; devDependencies?: object }>
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const manifest: Manifest = JSON.parse(read('package.json'))
const lock: Lock = JSON.parse(read('package-lock.json'))
const packages = lockedPackages(ROOT)
const shipped = packages.filter(({ production }) => production)
const withoutBinaries = shipped.filter(({ forOneSystem }) => !forOneSystem)
const direct = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]

test('there are at most 25 production and 22 development dependencies, each of one exact version', () => {
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

/** The packages whose licence is none of these. Dual licences count when one of them is. */
const outside = (some: typeof packages, allowed: string[]) =>
  some
    .filter(
      ({ licence }) =>
        !licence
          .replaceAll(/[()]/g, '')
          .split(' OR ')
          .some((one) => allowed.includes(one)),
    )
    .map(({ name, licence }) => `${name}: ${licence}`)

test('what is shipped may be shipped under the MIT licence, and there is not much of it', () => {
  expect(shipped.length).toBeGreaterThan(Object.keys(manifest.dependencies).length)
  expect(withoutBinaries.length).toBeLessThanOrEqual(MAX_SHIPPED)
  expect(outside(shipped, PERMISSIVE)).toEqual([])
  expect(manifest.license).toBe('MIT')
})

test('what is only used for development has a licence that was looked at', () => {
  expect(outside(packages, [...PERMISSIVE, ...Object.keys(FOR_TOOLS)])).toEqual([])
  const unused = Object.keys(FOR_TOOLS).filter((licence) => !packages.some((one) => one.licence.includes(licence)))
  expect(unused).toEqual([])
})

test('the licence text of everything that is shipped goes along', () => {
  const texts = licenceTexts(ROOT)
  const parts = texts.split(`\n\n${'-'.repeat(80)}\n\n`).slice(1)
  expect(parts.map((part) => part.split('\n')[0])).toEqual(
    withoutBinaries.map(({ name, version, licence }) => `${name} ${version} (${licence})`),
  )
  expect(parts.filter((part) => part.length < 500)).toEqual([])
  const bare = { ...packages[0], path: 'shared', name: 'bare' } as (typeof packages)[number]
  expect(() => licenceTexts(ROOT, [bare])).toThrow('bare brings no licence text')
  expect(read('electron-builder.yml')).toContain('extraResources:\n  - from: out/licences.txt\n    to: licences.txt\n')
  expect(JSON.parse(read('package.json')).scripts.package).toMatch(
    /node scripts\/licences\.mjs && npm run sbom && electron-builder/,
  )
})

test('the bill of materials names all that is shipped, with licence and digest, and is the same each time', () => {
  const bill = JSON.parse(billOfMaterials(ROOT))
  expect([bill.bomFormat, bill.specVersion, bill.metadata.component.name]).toEqual(['CycloneDX', '1.6', 'prelist'])
  const named: { name: string; version: string; purl: string; licenses: object[]; hashes: { content: string }[] }[] =
    bill.components
  expect(named.map(({ name, version }) => `${name} ${version}`)).toEqual(
    shipped.map(({ name, version }) => `${name} ${version}`),
  )
  const keytar = named.find(({ name }) => name === '@github/keytar')
  expect(keytar?.purl).toBe(`pkg:npm/%40github/keytar@${keytar?.version}`)
  expect(keytar?.licenses).toEqual([{ license: { id: 'MIT' } }])
  for (const { hashes } of named) expect(hashes[0]?.content).toMatch(/^[0-9a-f]{128}$/)
  // Whoever follows it from the app comes to every package.
  const refs = new Map<string, string[]>(
    bill.dependencies.map(({ ref, dependsOn }: { ref: string; dependsOn: string[] }) => [ref, dependsOn]),
  )
  const reached = new Set<string>()
  const follow = (ref: string) => {
    if (reached.has(ref)) return
    reached.add(ref)
    for (const next of refs.get(ref) ?? [`${ref} is not listed`]) follow(next)
  }
  follow(bill.metadata.component['bom-ref'])
  expect([...reached].toSorted()).toEqual([...refs.keys()].toSorted())
  // No time, no number that is drawn, no place of a machine.
  expect(billOfMaterials(ROOT)).toBe(billOfMaterials(ROOT))
  expect(bill).not.toHaveProperty('serialNumber')
  expect(bill.metadata).not.toHaveProperty('timestamp')
  expect(billOfMaterials(ROOT)).not.toContain(ROOT)
  expect(read('electron-builder.yml')).toContain('  - from: out/sbom.cdx.json\n    to: sbom.cdx.json\n')
  expect(JSON.parse(read('package.json')).scripts.sbom).toBe('node scripts/sbom.mjs')
})

test('a binary for one system belongs to a package that is shipped, from the same hand and under the same licence', () => {
  const binaries = shipped.filter(({ forOneSystem }) => forOneSystem)
  expect(binaries.length).toBeGreaterThan(5)
  const owners = binaries.map(({ name, version, licence }) =>
    withoutBinaries.find(
      (one) => name.startsWith(`${one.name}-`) && one.version === version && one.licence === licence,
    ),
  )
  expect(owners).not.toContain(undefined)
})

test('the lock file holds a digest of every package, and asks for what package.json asks for', () => {
  expect(packages.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ path }) => path)).toEqual([])
  const { dependencies, devDependencies } = lock.packages[''] ?? {}
  expect({ dependencies, devDependencies }).toEqual({
    dependencies: manifest.dependencies,
    devDependencies: manifest.devDependencies,
  })
})

test('what is installed is what the lock file says, nothing less and nothing more', () => {
  const { command, args } = npmCommand(process.env)
  const shell = process.platform === 'win32'
  const done = spawnSync(command, [...args, 'ls', '--all'], { cwd: ROOT, encoding: 'utf8', shell })
  expect(done.status, done.stderr).toBe(0)
})

test('only the package that brings Node 24 may run a script when it is installed', () => {
  expect(JSON.parse(read('package.json')).allowScripts).toEqual({ node: true })
  const named = packages.filter(({ hasScript }) => hasScript).map(({ name }) => name)
  expect(named.toSorted()).toEqual(Object.keys(SCRIPTS).toSorted())
})
