// Writes a file as big as the first argument says to the path in the second, and tells the code of its failure.

import { writeNewFile } from '../../../electron/adapters/new-file.ts'
import { AppError } from '../../../shared/result.ts'

const [, , size, path] = process.argv
const parts = Array.from({ length: Number(size) / 1000 }, () => 'x'.repeat(1000))
try {
  await writeNewFile(path ?? '', parts)
  console.log('written')
} catch (error) {
  console.log(error instanceof AppError ? error.code : String(error))
}
