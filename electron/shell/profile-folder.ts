// Where the trader's profile lies. Both shells ask here, so that the app finds the same data whichever one opens it.

import { posix, win32 } from 'node:path'

/** Another folder for the profile; for development and tests, blanked when the app is packaged. */
const OVERRIDE = 'PRELIST_PROFILE'

/**
 * The profile's absolute path by the custom of each system. Nothing is created here.
 * @throws Error when the override is a relative path: it would depend on where the app was started.
 */
export function profileFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string): string {
  const path = platform === 'win32' ? win32 : posix
  const override = env[OVERRIDE]
  if (override !== undefined && override !== '') {
    if (!path.isAbsolute(override)) throw new Error(`${OVERRIDE} must be an absolute path.`)
    return override
  }
  if (platform === 'win32') return path.join(env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), 'Prelist')
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Prelist')
  const data = env['XDG_DATA_HOME']
  // The XDG rule: a relative value is to be ignored.
  return path.join(data !== undefined && path.isAbsolute(data) ? data : path.join(home, '.local', 'share'), 'prelist')
}
