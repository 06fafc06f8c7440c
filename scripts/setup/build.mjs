// Builds what a shell needs when its sources have changed since the last build.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, readStamp, writeStamp } from './stamps.mjs'

/** @typedef {import('./exec.mjs').Exec} Exec */
/** @typedef {{ stamp: string, args: string[], sources: string[], outputs: string[] }} BuildStep */

const PAGE_SOURCES = ['renderer', 'shared', 'vite.config.ts', 'package-lock.json']

/** @type {BuildStep} */
const PAGE = {
  stamp: 'build-page',
  args: ['vite/bin/vite.js', 'build'],
  sources: PAGE_SOURCES,
  outputs: ['out/renderer/index.html'],
}

/** @type {BuildStep} */
const BRIDGE = {
  stamp: 'build-bridge',
  args: ['vite/bin/vite.js', 'build', '--config', 'vite.bridge.config.ts'],
  sources: ['electron', 'shared', 'vite.bridge.config.ts', 'package-lock.json'],
  outputs: ['out/chromium/page-bridge.js'],
}

/** @type {BuildStep} */
const DOCUMENT = {
  stamp: 'build-document',
  args: ['vite/bin/vite.js', 'build', '--config', 'vite.document.config.ts'],
  sources: [...PAGE_SOURCES, 'vite.document.config.ts'],
  outputs: ['out/document/first-screen.js'],
}

/** @type {BuildStep} */
const ELECTRON = {
  stamp: 'build-electron',
  args: ['electron-vite/bin/electron-vite.js', 'build'],
  sources: [...PAGE_SOURCES, 'electron', 'electron.vite.config.ts'],
  outputs: ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'],
}

/** The steps by what they serve. The Electron build makes the page too. */
export const BUILDS = {
  chromium: [PAGE, BRIDGE, DOCUMENT],
  electron: [ELECTRON, DOCUMENT],
  all: [ELECTRON, BRIDGE, DOCUMENT],
}

/**
 * Runs the steps that are stale, in order.
 * @param {{ root: string, node: string, stamps: string }} at
 * @param {BuildStep[]} steps
 * @param {Exec} exec
 * @returns {Promise<boolean>} Whether everything is built.
 */
export async function ensureBuilt(at, steps, exec) {
  for (const step of steps) {
    const sources = fingerprint(at.root, step.sources)
    const built = step.outputs.every((path) => existsSync(join(at.root, path)))
    if (built && readStamp(at.stamps, step.stamp) === sources) continue
    const [tool = '', ...args] = step.args
    const code = await exec.run(at.node, [join(at.root, 'node_modules', tool), ...args, '--logLevel', 'warn'])
    if (code !== 0) {
      exec.say(`The build failed: ${step.args.join(' ')} (exit code ${code}).`)
      return false
    }
    writeStamp(at.stamps, step.stamp, sources)
  }
  return true
}
