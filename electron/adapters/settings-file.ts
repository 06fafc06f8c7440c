// Preferences in one small file through conf, the engine of electron-store: same file, name and mode. Its writer can
// truncate the file on a full disk, so nothing that matters may ever go here.

import Conf from 'conf'
import type { Settings } from '../../shared/app.ts'
import type { SettingsStore } from '../ports.ts'

/** Opens or creates `config.json` in `dataDir`, mode 0600. A damaged file counts as empty: they are only preferences. */
export function openSettingsFile(dataDir: string): SettingsStore {
  const file = new Conf<{ settings?: Settings }>({
    cwd: dataDir,
    configName: 'config',
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    clearInvalidConfig: true,
    projectName: 'prelist',
  })
  return {
    get: () => file.get('settings'),
    set: (value) => file.set('settings', value),
  }
}
