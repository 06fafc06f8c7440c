// Which import brought a movement, and which others had it in their files too.

import { add } from '../../../../shared/decimal.ts'
import type { Environment } from '../../../../shared/order.ts'
import type { LedgerStore } from '../../../ports/ledger.ts'
import type { Database } from '../database.ts'
import { soundRows } from '../row-check.ts'
import { changesOfRow, countSums, forget, removeMovement, rewrite, SEEN, stageMovement } from './ledger-rows.ts'

/** From one source to the one before it, past all rows of each. */
const sourcesIn = (table: 'ledger' | 'import_rows') => `WITH RECURSIVE named (source) AS (
    SELECT max(source) FROM ${table} WHERE source >= ? AND source < ?
    UNION ALL
    SELECT (SELECT max(source) FROM ${table} WHERE source >= ? AND source < named.source) FROM named WHERE source IS NOT NULL
  ) SELECT source FROM named WHERE source IS NOT NULL AND ${SEEN}`

/** As `LedgerStore.sources`. */
export function sources(db: Database, prefix: string): string[] {
  const from = (table: 'ledger' | 'import_rows') =>
    db.all(sourcesIn(table), prefix, `${prefix}~`, prefix).map((row) => String(row['source']))
  return [...new Set([...from('ledger'), ...from('import_rows')])].toSorted().toReversed()
}

/** As `LedgerStore.counted`. */
export function counted(db: Database, source: string): number {
  const sql = `SELECT (SELECT count(*) FROM ledger WHERE source = ?) + (SELECT count(*) FROM import_rows WHERE source = ?) AS n`
  return isHidden(db, source) ? 0 : Number(db.get(sql, source, source)?.['n'])
}

/** As `LedgerStore.share`. */
export function share(db: Database, entryId: string, source: string): void {
  db.run(
    `INSERT OR IGNORE INTO import_rows (source, entry_id)
       SELECT ?, entry_id FROM ledger WHERE entry_id = ? AND source <> ? AND source >= 'import:' AND source < 'import:~'`,
    ...[source, entryId, source],
  )
}

/** As `LedgerStore.handOver`. */
function handOver(db: Database, entryId: string): boolean {
  return db.within(() => {
    const heir = db.get('SELECT source FROM import_rows WHERE entry_id = ? ORDER BY source LIMIT 1', entryId)
    if (heir === undefined) return false
    const next = String(heir['source'])
    db.run('UPDATE ledger SET source = ? WHERE entry_id = ?', next, entryId)
    db.run('DELETE FROM import_rows WHERE source = ? AND entry_id = ?', next, entryId)
    return true
  })
}

/** As `LedgerStore.removeSource`. */
export function removeSource(db: Database, source: string): number {
  return db.within(() => {
    db.run('DELETE FROM import_rows WHERE source = ?', source)
    let removed = 0
    for (const row of db.all('SELECT entry_id FROM ledger WHERE source = ?', source)) {
      const entryId = String(row['entry_id'])
      if (handOver(db, entryId)) continue
      removeMovement(db, entryId)
      removed += 1
    }
    return removed
  })
}

const isHidden = (db: Database, source: string): boolean =>
  db.get('SELECT 1 FROM unfinished_imports WHERE source = ?', source) !== undefined

/** What is written, or taken away, in many transactions and yet seen whole or not at all. */
export function createHiddenSources(
  db: Database,
): Pick<LedgerStore, 'hide' | 'stage' | 'unstage' | 'show' | 'count' | 'hidden' | 'drop' | 'ofSource' | 'handOver'> {
  return {
    hide: (source) =>
      db.within(() => {
        rewrite(db)
        db.run('INSERT OR IGNORE INTO unfinished_imports (source) VALUES (?)', source)
      }),
    stage: (movement) => stageMovement(db, movement),
    unstage: (entryId, source) =>
      db.within(() => {
        const row = db.get('SELECT * FROM ledger WHERE entry_id = ? AND source = ?', entryId, source)
        if (row === undefined) return null
        db.run('DELETE FROM ledger WHERE entry_id = ?', entryId)
        forget(db, entryId)
        return changesOfRow(row)
      }),
    show: (source, environment, sums, at) =>
      db.within(() => {
        rewrite(db)
        countSums(db, environment, sums, at, add)
        db.run('DELETE FROM unfinished_imports WHERE source = ?', source)
      }),
    count: (environment, sums, at) => db.within(() => countSums(db, environment, sums, at, add)),
    hidden: () => db.all('SELECT source FROM unfinished_imports').map((row) => String(row['source'])),
    drop: (source, limit) =>
      db.within(() => {
        const rows = db.all('SELECT entry_id FROM ledger WHERE source = ? LIMIT ?', source, limit)
        for (const row of rows) {
          db.run('DELETE FROM ledger WHERE entry_id = ?', String(row['entry_id']))
          forget(db, String(row['entry_id']))
        }
        if (rows.length === limit) return true
        db.run('DELETE FROM import_rows WHERE source = ?', source)
        db.run('DELETE FROM unfinished_imports WHERE source = ?', source)
        return false
      }),
    ofSource: (source, after, limit) => {
      const sql = 'SELECT * FROM ledger WHERE source = ? AND place > ? ORDER BY place LIMIT ?'
      return soundRows(db, 'ledger', db.all(sql, source, after, limit)).map((row) => ({
        ...{ entryId: String(row['entry_id']), place: Number(row['place']) },
        environment: row['environment'] as Environment,
        sums: changesOfRow(row),
      }))
    },
    handOver: (entryId) => handOver(db, entryId),
  }
}
