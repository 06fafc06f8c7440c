// Sees each statement that this process runs against a database to change it, so that the message that caused it can
// be named.

import { DatabaseSync, StatementSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'

/**
 * Copies of what the venue said are no state of the trader's: reading prices writes them. The audit log notes refusals;
 * what it holds of them is checked by those who read it.
 */
const IGNORED = /\bvenue_|^INSERT (OR REPLACE )?INTO audit/
/** Settings of the connection and the borders of transactions change nothing by themselves. */
const HARMLESS = /^(BEGIN|COMMIT|ROLLBACK|PRAGMA)[^;]*$/i

/** Starts watching; each call of the answer tells the statements since the last one, their values left out. */
export function tapWrites(): () => string[] {
  let seen: string[] = []
  const see = (sql: string) => {
    if (!IGNORED.test(sql) && !HARMLESS.test(sql)) seen.push(sql)
  }
  // Replaced by hand: a mock would remember every one of many thousand calls.
  const { run } = StatementSync.prototype
  const { exec } = DatabaseSync.prototype
  Object.assign(StatementSync.prototype, {
    run(this: StatementSync, ...values: unknown[]): unknown {
      see(this.sourceSQL)
      return Reflect.apply(run, this, values)
    },
  })
  Object.assign(DatabaseSync.prototype, {
    exec(this: DatabaseSync, sql: string): void {
      see(sql)
      exec.call(this, sql)
    },
  })
  onTestFinished(() => {
    Object.assign(StatementSync.prototype, { run })
    Object.assign(DatabaseSync.prototype, { exec })
  })
  return () => {
    const told = seen
    seen = []
    return told
  }
}
