// Single values that belong to the profile as a whole.

import type { Database } from './database.ts'

export interface Meta {
  /** The stored value of `key`; on first use `make` makes it, and it stays. */
  once(key: string, make: () => string): string
}

/** Builds the access to single values. */
export function createMeta(db: Database): Meta {
  return {
    once: (key, make) =>
      db.transaction(() => {
        db.run('INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)', key, make())
        return String(db.get('SELECT value FROM meta WHERE key = ?', key)?.value)
      }),
  }
}
