// Which import brought a movement, and which others had it in their files too.

import type { Database } from '../database.ts'
import { removeMovement } from './ledger-rows.ts'

/** From one source to the one before it, past all rows of each. */
const sourcesIn = (table: 'ledger' | 'import_rows') => `WITH RECURSIVE named (source) AS (
    SELECT max(source) FROM ${table} WHERE source >= ? AND source < ?
    UNION ALL
    SELECT (SELECT max(source) FROM ${table} WHERE source >= ? AND source < named.source) FROM named WHERE source IS NOT NULL
  ) SELECT source FROM named WHERE source IS NOT NULL`

/** As `LedgerStore.sources`. */
export function sources(db: Database, prefix: string): string[] {
  const from = (table: 'ledger' | 'import_rows') =>
    db.all(sourcesIn(table), prefix, `${prefix}~`, prefix).map((row) => String(row['source']))
  return [...new Set([...from('ledger'), ...from('import_rows')])].toSorted().toReversed()
}

/** As `LedgerStore.counted`. */
export function counted(db: Database, source: string): number {
  const sql = `SELECT (SELECT count(*) FROM ledger WHERE source = ?) + (SELECT count(*) FROM import_rows WHERE source = ?) AS n`
  return Number(db.get(sql, source, source)?.['n'])
}

/** As `LedgerStore.share`. */
export function share(db: Database, entryId: string, source: string): void {
  db.run(
    `INSERT OR IGNORE INTO import_rows (source, entry_id)
       SELECT ?, entry_id FROM ledger WHERE entry_id = ? AND source <> ? AND source >= 'import:' AND source < 'import:~'`,
    ...[source, entryId, source],
  )
}

/** As `LedgerStore.removeSource`. */
export function removeSource(db: Database, source: string): number {
  return db.within(() => {
    db.run('DELETE FROM import_rows WHERE source = ?', source)
    let removed = 0
    for (const row of db.all('SELECT entry_id FROM ledger WHERE source = ?', source)) {
      const entryId = String(row['entry_id'])
      const [heir] = db.all('SELECT source FROM import_rows WHERE entry_id = ? ORDER BY source LIMIT 1', entryId)
      if (heir === undefined) {
        removeMovement(db, entryId)
        removed += 1
        continue
      }
      const next = String(heir['source'])
      db.run('UPDATE ledger SET source = ? WHERE entry_id = ?', next, entryId)
      db.run('DELETE FROM import_rows WHERE source = ? AND entry_id = ?', next, entryId)
    }
    return removed
  })
}
