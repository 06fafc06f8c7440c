// What kind of machine this is: facts only, decisions are made elsewhere.

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {boolean} isRoot
 * @property {boolean} hasDisplay False only on Linux without an X or Wayland session.
 * @property {boolean} hasApt
 * @property {string | null} browser An installed Chromium, Chrome or Edge, or null.
 */

const BROWSER_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable']

const MAC_BROWSERS = ['Chromium', 'Google Chrome', 'Microsoft Edge']

const WINDOWS_BROWSERS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']

/**
 * Looks at the machine in under a millisecond: no program is started.
 * @param {{ platform: NodeJS.Platform, env: NodeJS.ProcessEnv, uid: number | null, exists?: (path: string) => boolean }} from
 * @returns {Machine}
 */
export function inspectMachine({ platform, env, uid, exists = existsSync }) {
  return {
    platform,
    isRoot: uid === 0,
    hasDisplay: platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']),
    hasApt: platform === 'linux' && onPath('apt-get', env, exists) !== null,
    browser: findBrowser(platform, env, exists),
  }
}

/** @param {NodeJS.Platform} platform @param {NodeJS.ProcessEnv} env @param {(path: string) => boolean} exists */
function findBrowser(platform, env, exists) {
  if (platform === 'darwin') {
    return MAC_BROWSERS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`).find(exists) ?? null
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((folder) => folder)
    return folders.flatMap((folder) => WINDOWS_BROWSERS.map((name) => `${folder}\\${name}`)).find(exists) ?? null
  }
  return BROWSER_NAMES.map((name) => onPath(name, env, exists)).find((path) => path !== null) ?? null
}

/** @param {string} name @param {NodeJS.ProcessEnv} env @param {(path: string) => boolean} exists */
function onPath(name, env, exists) {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, name)).find(exists) ?? null
}
