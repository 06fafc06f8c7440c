// Saves preferences and writes a line to the log, and says how that went. Run where files may not grow.

import { openLogFile } from '../../electron/adapters/log-file.ts'
import { openSettingsFile } from '../../electron/adapters/settings-file.ts'
import { sayReason } from '../../renderer/messages/reasons/en.ts'
import { DEFAULT_SETTINGS } from '../../shared/app.ts'
import { AppError } from '../../shared/result.ts'

const dataDir = process.argv[2] ?? ''
openLogFile(dataDir).write(`${'x'.repeat(500)}\n`)
try {
  openSettingsFile(dataDir).set({ ...DEFAULT_SETTINGS, theme: 'dark' })
  process.stdout.write('saved')
} catch (error) {
  process.stdout.write(error instanceof AppError ? `${error.code}: ${sayReason(error.reason)}` : String(error))
}
