// Single values that belong to the profile as a whole.

import type { Database } from './database.ts'

export interface Meta {
  /** The stored value of `key`; on first use `make` makes it, and it stays. */
  once(key: string, make: () => string): string
  /** The number stored under `key`, 0 for none; from now on it is at least `least`, durable on return. */
  raise(key: string, least: number): number
}

/** Builds the access to single values. */
export function createMeta(db: Database): Meta {
  return {
    once: (key, make) =>
      db.transaction(() => {
        db.run('INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)', key, make())
        return String(db.get('SELECT value FROM meta WHERE key = ?', key)?.value)
      }),
    raise: (key, least) =>
      db.transaction(() => {
        const stored = Number(db.get('SELECT value FROM meta WHERE key = ?', key)?.value ?? 0)
        const before = Number.isSafeInteger(stored) && stored > 0 ? stored : 0
        db.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', key, String(Math.max(before, least)))
        return before
      }),
  }
}
