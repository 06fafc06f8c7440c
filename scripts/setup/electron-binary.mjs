// Electron's binary. Its npm package brings none and downloads it from the package's own installer when it is missing.

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bytesBelow, readStamp, writeStamp } from './stamps.mjs'

/** @typedef {{ root: string, node: string, stamps: string }} Places */
/** @typedef {(command: string, args: string[], env: NodeJS.ProcessEnv) => { kill(): void, exited: Promise<number> }} Start */
/** @typedef {{ say: (line: string) => void, start?: Start, now?: () => number, tickMs?: number }} Tools */

/** Without a new byte for this long the download is given up. */
const STALLED_MS = 60_000

/** After a failure the next starts go straight to the other shell; `--shell=electron` tries again at once. */
const RETRY_AFTER_MS = 24 * 3600_000

const FAILED = 'electron-download-failed'

/** @param {string} root @returns {string | null} The program to start, or null when there is none. */
export function electronProgram(root) {
  const folder = join(root, 'node_modules', 'electron')
  try {
    const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    return existsSync(program) ? program : null
  } catch {
    return null
  }
}

/**
 * Downloads the binary when it is missing and says every few seconds how far it is.
 * @param {Places} at
 * @param {{ forced: boolean }} how
 * @param {Tools} tools
 * @returns {Promise<{ program: string } | { failed: string }>}
 */
export async function ensureElectron(at, { forced }, { say, start = startSilently, now = Date.now, tickMs = 2000 }) {
  const present = electronProgram(at.root)
  if (present !== null) return { program: present }
  const failedAt = Number(readStamp(at.stamps, FAILED) ?? Number.NEGATIVE_INFINITY)
  if (!forced && now() - failedAt < RETRY_AFTER_MS) return { failed: 'its download failed less than a day ago' }
  const folder = join(at.stamps, 'electron-download')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  say('Downloading Electron')
  const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder, ELECTRON_GET_NO_PROGRESS: '1' }
  const installer = start(at.node, [join(at.root, 'node_modules', 'electron', 'install.js')], env)
  const watch = watchGrowth(folder, installer, { say, now, tickMs })
  const code = await installer.exited
  clearInterval(watch)
  rmSync(folder, { recursive: true, force: true })
  const program = electronProgram(at.root)
  if (code === 0 && program !== null) return { program }
  writeStamp(at.stamps, FAILED, String(now()))
  return { failed: 'its download failed' }
}

/**
 * @param {string} folder
 * @param {{ kill(): void }} installer
 * @param {{ say: (line: string) => void, now: () => number, tickMs: number }} tools
 */
function watchGrowth(folder, installer, { say, now, tickMs }) {
  let size = 0
  let grewAt = now()
  return setInterval(() => {
    const present = bytesBelow(folder)
    if (present !== size) {
      size = present
      grewAt = now()
      say(`Downloading Electron: ${(size / 1e6).toFixed(0)} MB so far`)
    } else if (now() - grewAt > STALLED_MS) installer.kill()
  }, tickMs)
}

/** @type {Start} */
function startSilently(command, args, env) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'], shell: process.platform === 'win32' })
  child.stderr.resume()
  const exited = new Promise((resolve) => {
    child.once('error', () => resolve(127))
    child.once('exit', (code) => resolve(code ?? 1))
  })
  return { kill: () => child.kill(), exited: /** @type {Promise<number>} */ (exited) }
}
