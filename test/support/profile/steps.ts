// Sees each step that changes something: a statement that writes, the border of a transaction, a call of the keychain. A
// test may stop there, look at what is on the disk, or make the step fail.

import { DatabaseSync, StatementSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'
import type { SecretStore } from '../../../electron/ports/system.ts'

/** Reading asks nothing of the disk, and undoing must never be made to fail by a test. */
const HARMLESS = /^\s*(PRAGMA|ROLLBACK)/i

export interface Steps {
  /** Called before each step; what it throws is what the step throws. */
  before: (what: string) => void
  /** The same keychain, whose changes are steps. */
  keychain<T extends SecretStore>(store: T): T
}

/** Starts watching this process's databases until the test ends. */
export function watchSteps(): Steps {
  const steps: Steps = {
    before: () => {},
    keychain: (store) => ({
      ...store,
      set: async (account: string, secret: string) => {
        steps.before(`keychain: set ${account.replace(/^.*:/, '')}`)
        await store.set(account, secret)
      },
      delete: async (account: string) => {
        steps.before(`keychain: delete ${account.replace(/^.*:/, '')}`)
        return store.delete(account)
      },
    }),
  }
  const see = (sql: string) => {
    if (!HARMLESS.test(sql)) steps.before(sql.trim().replace(/\s+/g, ' ').slice(0, 60))
  }
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
  return steps
}
