// What of the app's environment reaches the vault's process, and what only on demand.

import type { ParentEnvironment } from '../ports/vault.ts'
import { blankEnvironment } from './environment.ts'

/** Where the session's bus, its display for the keychain's own prompt, and the person's folders are. */
const KEYCHAIN_NAMES = [
  ...['DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'XDG_DATA_HOME', 'XDG_CURRENT_DESKTOP', 'XDG_SESSION_TYPE'],
  ...['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'HOME', 'USER', 'LOGNAME', 'LANG', 'TMPDIR'],
  ...['USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'TEMP', 'TMP', 'SYSTEMROOT', 'WINDIR'],
]

/** The few variables that the keychain's library reads; no option of Node, and no secret of another program. */
export function keychainEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(entries(env).filter(([name]) => KEYCHAIN_NAMES.includes(name.toUpperCase())))
}

/** Answers what the vault's process asks about `env`. */
export function parentEnvironment(env: NodeJS.ProcessEnv): ParentEnvironment {
  return {
    get: async (name) => env[name] ?? null,
    forCommands: async () => {
      const copy = { ...env }
      blankEnvironment(copy, true)
      return Object.fromEntries(entries(copy))
    },
  }
}

function entries(env: NodeJS.ProcessEnv): [name: string, value: string][] {
  return Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
}
