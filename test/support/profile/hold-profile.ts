// Opens the profile named on the command line, says whether that worked, and holds it until its input ends.

import { type Database, openDatabase } from '../../../electron/adapters/sqlite/database.ts'
import { AppError } from '../../../shared/result.ts'

// What nobody names any more may be collected, and the profile would be free while the process still runs.
const held: Database[] = []
try {
  held.push(openDatabase(process.argv[2] ?? ''))
  process.stdout.write('opened\n')
} catch (error) {
  process.stdout.write(`${error instanceof AppError ? error.code : error}\n`)
}
process.stdin.on('end', () => process.exit(held.length === 0 ? 1 : 0)).resume()
