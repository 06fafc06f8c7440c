// Opens the profile named on the command line, says whether that worked, and ends.

import { openDatabase } from '../../../electron/adapters/sqlite/database.ts'
import { AppError } from '../../../shared/result.ts'

try {
  openDatabase(process.argv[2] ?? '').close()
  process.stdout.write('opened')
} catch (error) {
  process.stdout.write(error instanceof AppError ? error.code : String(error))
}
