// A part of a transaction that may fail alone: one row that cannot be read must not undo what it was to be written with.

import { AppError } from '../../../shared/result.ts'

/**
 * Does parts under a savepoint. `write` does one statement and throws an AppError for a fault of the storage; `undone`: what was
 * read since then may be wrong.
 */
export function savepointOf(write: (sql: string) => void, undone: () => void): (work: () => void) => unknown {
  return (work) => {
    write('SAVEPOINT PART')
    try {
      work()
    } catch (error) {
      if (error instanceof AppError) throw error
      undone()
      write('ROLLBACK TO PART; RELEASE PART')
      return error
    }
    write('RELEASE PART')
    return null
  }
}
