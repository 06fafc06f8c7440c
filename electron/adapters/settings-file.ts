// Preferences in one small file through conf, the engine of electron-store: same file, name and mode. Its writer can
// truncate the file on a full disk and call that a success, so what was written is read back, and nothing that matters
// may ever go here.

import Conf from 'conf'
import type { Settings } from '../../shared/app.ts'
import { reason } from '../../shared/reasons/reason.ts'
import { AppError } from '../../shared/result.ts'
import type { SettingsStore } from '../ports/system.ts'

/**
 * `config.json` in `dataDir`, mode 0600, opened at first use. A file that is damaged or cannot be read counts as empty:
 * they are only preferences, and must not keep the app from starting.
 */
export function openSettingsFile(dataDir: string): SettingsStore {
  let opened: Conf<{ settings?: Settings }> | null = null
  const file = () => {
    opened ??= new Conf<{ settings?: Settings }>({
      cwd: dataDir,
      configName: 'config',
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
      clearInvalidConfig: true,
      projectName: 'prelist',
    })
    return opened
  }
  return {
    get: () => {
      try {
        return file().get('settings')
      } catch {
        return undefined
      }
    },
    /** @throws AppError `STORAGE_FAILED` */
    set: (value) => {
      try {
        file().set('settings', value)
        const kept = file().get('settings')
        if (JSON.stringify(kept) !== JSON.stringify(value)) throw new Error('the file does not hold what was written')
      } catch (error) {
        throw new AppError('STORAGE_FAILED', reason('PREFERENCES_NOT_SAVED'), {
          cause: error,
        })
      }
    },
  }
}
