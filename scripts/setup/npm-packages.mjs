// The npm packages, Node 24 among them: installed from the lock file when they are missing or another lock's.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NODE_INTEGRITY } from './node-integrity.mjs'
import { contentHash, readStamp, writeStamp } from './stamps.mjs'

/** @typedef {import('./exec.mjs').Exec} Exec */
/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} Entry */
/** @typedef {{ packages?: Record<string, Entry> }} Lock */

const STAMP = 'lock-file'
const WANTED = /^v24\./

/** npm itself only warns of scripts that `allowScripts` does not name, and runs them; so none is run at all. */
const INSTALL = ['ci', '--ignore-scripts', '--loglevel=error']

/** The one package whose script is needed: it fetches the Node of this system. */
const FETCH_NODE = ['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']

/**
 * Runs `npm ci` unless node_modules already holds what the lock file says, and checks that Node 24 came with it. The
 * check starts Node, which costs 20 ms, so the outcome is noted and the next start only compares one digest.
 * @param {{ root: string, node: string, stamps: string }} at
 * @param {Exec} exec
 * @returns {Promise<boolean>} Whether set-up can go on.
 */
export async function ensureNpmPackages(at, exec) {
  const lockFile = join(at.root, 'package-lock.json')
  const lock = contentHash(lockFile)
  if (existsSync(at.node) && readStamp(at.stamps, STAMP) === lock) return true
  const present = readLock(join(at.root, 'node_modules', '.package-lock.json'))
  if (present === null || !existsSync(at.node) || !sameInstallation(readLock(lockFile) ?? {}, present)) {
    exec.say('Installing npm packages')
    // Errors only: npm runs on the machine’s Node, and a page of warnings says that it is older than Node 24.
    const npm = npmCommand(process.env)
    for (const args of [INSTALL, FETCH_NODE]) {
      const code = await exec.run(npm.command, [...npm.args, ...args])
      if (code !== 0) {
        exec.say(`npm ${args[0]} failed (exit code ${code}).`)
        return false
      }
    }
  }
  const foreign = foreignNode(at.root)
  if (foreign !== null) {
    exec.say(foreign)
    return false
  }
  const version = exec.capture(at.node, ['-v']).stdout.trim()
  if (!WANTED.test(version)) {
    exec.say(`Node 24 is needed and its npm package gave ${version || 'nothing'}.`)
    return false
  }
  writeStamp(at.stamps, STAMP, lock)
  return true
}

/**
 * Whether what npm last installed is what the lock file asks for. Packages for other systems may be absent.
 * @param {Lock} wanted package-lock.json
 * @param {Lock} present node_modules/.package-lock.json, which npm writes after each installation
 */
export function sameInstallation(wanted, present) {
  const there = present.packages ?? {}
  const asked = wanted.packages ?? {}
  const complete = Object.entries(asked).every(
    ([path, entry]) => path === '' || path in there || entry.optional === true || entry.devOptional === true,
  )
  return (
    complete &&
    Object.entries(there).every(
      ([path, entry]) => asked[path]?.version === entry.version && asked[path]?.integrity === entry.integrity,
    )
  )
}

/**
 * The program itself comes in a package that the lock file does not know, because a script fetches it. What npm noted
 * of it is held against the digest written down here, before it is run for the first time.
 * @param {string} root
 * @param {Record<string, string>} known Digest by name and version.
 * @returns {string | null} What is wrong, or null. Systems whose digest is not known are not judged.
 */
export function foreignNode(root, known = NODE_INTEGRITY) {
  const noted = readLock(join(root, 'node_modules', 'node', 'node_modules', '.package-lock.json'))?.packages ?? {}
  for (const [path, { version, integrity }] of Object.entries(noted)) {
    const name = path.replace('node_modules/', '')
    const wanted = known[`${name}@${version}`] ?? (knows(name, known) ? 'another version' : integrity)
    if (wanted !== integrity) return `The package ${name}@${version} is not the one that is expected. Nothing was run.`
  }
  return null
}

/** @param {string} name @param {Record<string, string>} known */
function knows(name, known) {
  return Object.keys(known).some((one) => one.startsWith(`${name}@`))
}

/** @param {string} path @returns {Lock | null} */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/**
 * The npm that started this script, run by its own Node: the one in node_modules is deleted while `npm ci` runs.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ command: string, args: string[] }}
 */
export function npmCommand(env) {
  const cli = env['npm_execpath']
  const node = env['npm_node_execpath']
  return cli && node ? { command: node, args: [cli] } : { command: 'npm', args: [] }
}
