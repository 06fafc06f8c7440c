// Which shell opens the app, and why, in words for the one line that is printed.

/** @typedef {import('./machine.mjs').Machine} Machine */
/** @typedef {'electron' | 'chromium' | 'tour'} Shell */

/**
 * Reads `--shell=electron` or `--shell=chromium`.
 * @param {string[]} args
 * @returns {{ forced: 'electron' | 'chromium' | null, error: string | null }}
 */
export function readShellOption(args) {
  /** @type {'electron' | 'chromium' | null} */
  let forced = null
  for (const arg of args) {
    if (arg === '--shell=electron') forced = 'electron'
    else if (arg === '--shell=chromium') forced = 'chromium'
    else return { forced: null, error: `Unknown option ${arg}. Known: --shell=electron, --shell=chromium` }
  }
  return { forced, error: null }
}

/**
 * A window needs a display, so its absence outweighs even a forced shell.
 * @param {Pick<Machine, 'isRoot' | 'hasDisplay'>} machine
 * @param {'electron' | 'chromium' | null} forced
 * @returns {{ shell: Shell, why: string }}
 */
export function chooseShell(machine, forced) {
  if (!machine.hasDisplay) return { shell: 'tour', why: 'there is no display to open a window on' }
  if (forced !== null) return { shell: forced, why: `--shell=${forced} asks for it` }
  if (machine.isRoot)
    return { shell: 'chromium', why: 'the user is root, for whom Electron would run without its sandbox' }
  return { shell: 'electron', why: 'it is the product as shipped' }
}

/**
 * @param {{ shell: Shell, why: string }} choice
 * @returns {string} The one line.
 */
export function shellLine({ shell, why }) {
  const names = { electron: 'the Electron shell', chromium: 'the Chromium shell', tour: 'the tour instead of a window' }
  return `Prelist opens ${names[shell]}: ${why}.`
}
