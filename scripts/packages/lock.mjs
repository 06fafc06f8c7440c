// The packages that package-lock.json names, and the texts of their licences.

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
 * @property {string | null} integrity
 */

/** @typedef {{ name?: string, version?: string, license?: string, dev?: boolean, devOptional?: boolean, hasInstallScript?: boolean, integrity?: string }} Entry */

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
      integrity: entry.integrity ?? null,
    }))
}

/**
 * The licence texts of everything that is shipped, one package after the other. What MIT, BSD, ISC and OFL ask for is
 * that this text goes along.
 * @param {string} root With its packages installed.
 * @param {Package[]} [shipped]
 * @returns {string}
 * @throws Error when a package brings no text: it must not be shipped in silence
 */
export function licenceTexts(root, shipped = lockedPackages(root).filter(({ production }) => production)) {
  const parts = shipped.map(({ path, name, version, licence }) => {
    const folder = join(root, path)
    const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file))
    if (files.length === 0) throw new Error(`${name} brings no licence text.`)
    const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim())
    return [`${name} ${version} (${licence})`, ...texts].join('\n\n')
  })
  const intro = 'Prelist contains the packages below, each under its own licence.'
  return `${[intro, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}
