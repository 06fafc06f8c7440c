// When the profile was last used: its log's newest entry says so, since every session ends with one, and one that was killed has
// those of its last acts.

import type { Database } from '../database.ts'

/** The time of the newest entry; null in a new profile. */
export function lastUse(db: Database): string | null {
  const row = db.get('SELECT at FROM audit ORDER BY seq DESC LIMIT 1')
  return row === undefined ? null : String(row['at'])
}
