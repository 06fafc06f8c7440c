// Opens the profile named on the command line, says whether that worked, and holds it until its input ends.

import { openDatabase } from '../../../electron/adapters/sqlite/database.ts'
import { AppError } from '../../../shared/result.ts'

try {
  openDatabase(process.argv[2] ?? '')
  process.stdout.write('opened\n')
} catch (error) {
  process.stdout.write(`${error instanceof AppError ? error.code : error}\n`)
}
process.stdin.on('end', () => process.exit()).resume()
