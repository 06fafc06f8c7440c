// The packages that package-lock.json names, the texts of their licences, and the bill of what is shipped.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {object} Package
 * @property {string} path Where it lies, relative to the repository.
 * @property {string} name
 * @property {string} version
 * @property {string} licence As the package states it; `unknown` when it states none.
 * @property {boolean} production Whether the app needs it to run, and so ships it.
 * @property {boolean} hasScript Whether it would run a script when it is installed.
 * @property {boolean} forOneSystem Whether it is the binary of another package for one system, of which one is installed.
 * @property {string | null} integrity
 */

/** @typedef {{ name?: string, version?: string, license?: string, dev?: boolean, devOptional?: boolean, hasInstallScript?: boolean, integrity?: string, os?: string[], optional?: boolean, dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Entry */

const LICENCE_FILE = /^(licen[cs]e|copying|notice|ofl)/i

/** @param {string} root @returns {Package[]} In the lock file's order, which is by path. */
export function lockedPackages(root) {
  /** @type {{ packages: Record<string, Entry> }} */
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({
      path,
      name: entry.name ?? path.split('node_modules/').slice(-1).join(),
      version: entry.version ?? 'unknown',
      licence: entry.license ?? 'unknown',
      production: !entry.dev && !entry.devOptional,
      hasScript: entry.hasInstallScript === true,
      forOneSystem: entry.optional === true && entry.os !== undefined,
      integrity: entry.integrity ?? null,
    }))
}

/**
 * The licence texts of everything that is shipped, one package after the other. What MIT, BSD, ISC and OFL ask for is
 * that this text goes along. A binary for one system stands under the text of the package that it belongs to.
 * @param {string} root With its packages installed.
 * @param {Package[]} [shipped]
 * @returns {string}
 * @throws Error when a package brings no text: it must not be shipped in silence
 */
export function licenceTexts(root, shipped = lockedPackages(root).filter(({ production }) => production)) {
  const parts = shipped.flatMap(({ path, name, version, licence, forOneSystem }) => {
    if (forOneSystem) return []
    const folder = join(root, path)
    const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file))
    if (files.length === 0) throw new Error(`${name} brings no licence text.`)
    const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim())
    return [`${name} ${version} (${licence})`, ...texts].join('\n\n')
  })
  const intro = 'Prelist contains the packages below, each under its own licence.'
  return `${[intro, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}

/**
 * What the packaged app is made of, as a CycloneDX 1.6 bill of materials: every package that is shipped, with its version,
 * licence and digest, and which of them asks for which. Made of the lock file alone and the same each time, so it holds
 * neither a time nor a serial number.
 * @param {string} root
 * @returns {string} JSON that ends in a line break
 * @throws Error when a package has no SHA-512 digest, or needs one that is not in the lock file
 */
export function billOfMaterials(root) {
  /** @type {{ name: string, version: string, license: string }} */
  const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  /** @type {{ packages: Record<string, Entry> }} */
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const shipped = lockedPackages(root).filter(({ production }) => production)
  const isShipped = new Set(shipped.map(({ path }) => path))
  /** @param {Package} one */
  const refOf = (one) => `${packageUrl(one)}#${one.path}`
  const refs = new Map(shipped.map((one) => [one.path, refOf(one)]))
  const own = packageUrl({ name, version })
  /** @param {string} path @returns {string[]} */
  const needed = (path) => {
    const { dependencies = {}, optionalDependencies = {} } = packages[path] ?? {}
    const names = Object.keys({ ...dependencies, ...optionalDependencies })
    const found = names.map((each) => {
      const at = resolved(packages, path, each)
      // An optional one may be for another system.
      if (at === null && !(each in optionalDependencies)) throw new Error(`${each} is not in the lock file.`)
      return at
    })
    return found.flatMap((at) => (at !== null && isShipped.has(at) ? [refs.get(at) ?? ''] : [])).sort()
  }
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': own, name, version, purl: own, licenses: licences(license) },
    },
    components: shipped.map((one) => ({
      type: 'library',
      'bom-ref': refOf(one),
      name: one.name,
      version: one.version,
      purl: packageUrl(one),
      licenses: licences(one.licence),
      hashes: [{ alg: 'SHA-512', content: digestOf(one) }],
    })),
    dependencies: [
      { ref: own, dependsOn: needed('') },
      ...shipped.map((one) => ({ ref: refOf(one), dependsOn: needed(one.path) })),
    ],
  }
  return `${JSON.stringify(bill, null, 2)}\n`
}

/** @param {{ name: string, version: string }} one */
const packageUrl = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`

/** @param {string} licence */
const licences = (licence) => [/\s/.test(licence) ? { expression: licence } : { license: { id: licence } }]

/** @param {Package} one @returns {string} SHA-512 in hexadecimal digits */
function digestOf({ name, integrity }) {
  if (!integrity?.startsWith('sha512-')) throw new Error(`${name} has no digest in the lock file.`)
  return Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex')
}

/**
 * Where the package at `path` finds another one: the nearest `node_modules` above it.
 * @param {Record<string, Entry>} packages
 * @param {string} path
 * @param {string} name
 * @returns {string | null}
 */
function resolved(packages, path, name) {
  for (let from = path; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    const at = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`
    if (packages[at] !== undefined) return at
    if (from === '') return null
  }
}
