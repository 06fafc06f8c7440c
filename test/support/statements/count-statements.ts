// Counts the statements that this process asks of SQLite itself, whichever connection they go through.

import { DatabaseSync, StatementSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'

export interface StatementCount {
  /** The statements since the last call, as they were written. Their values are left out. */
  taken(): string[]
}

/** Starts counting, until the test ends. A row-by-row reading counts once, and so do several statements in one text. */
export function countStatements(): StatementCount {
  let seen: string[] = []
  const { run, all, get, iterate } = StatementSync.prototype
  const { exec } = DatabaseSync.prototype
  // Replaced by hand: a mock would remember every one of many thousand calls.
  const counted = (method: (...values: never[]) => unknown) =>
    function call(this: StatementSync, ...values: unknown[]): unknown {
      seen.push(this.sourceSQL)
      return Reflect.apply(method, this, values)
    }
  Object.assign(StatementSync.prototype, {
    ...{ run: counted(run), all: counted(all), get: counted(get), iterate: counted(iterate) },
  })
  Object.assign(DatabaseSync.prototype, {
    exec(this: DatabaseSync, sql: string): void {
      seen.push(sql)
      exec.call(this, sql)
    },
  })
  onTestFinished(() => {
    Object.assign(StatementSync.prototype, { run, all, get, iterate })
    Object.assign(DatabaseSync.prototype, { exec })
  })
  return {
    taken: () => {
      const told = seen
      seen = []
      return told
    },
  }
}
