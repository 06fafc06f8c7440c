// Targets over SQLite: one row an environment.

import type { Targets } from '../../../../shared/ledger/targets.ts'
import type { TargetStore } from '../../../ports/ledger.ts'
import type { Database } from '../database.ts'
import { soundRow } from '../row-check.ts'

/** Builds the store. */
export function createTargetStore(db: Database): TargetStore {
  return {
    targets: (environment) => {
      const row = soundRow(db, 'targets', db.get('SELECT * FROM targets WHERE environment = ?', environment))
      if (row === undefined) return null
      const { items, band } = JSON.parse(String(row['value'])) as Pick<Targets, 'items' | 'band'>
      return { environment, items, band, updatedAt: String(row['updated_at']) }
    },
    saveTargets: ({ environment, items, band, updatedAt }) =>
      db.run(
        'INSERT OR REPLACE INTO targets (environment, value, updated_at) VALUES (?, ?, ?)',
        ...[environment, JSON.stringify({ items, band }), updatedAt ?? ''],
      ),
  }
}
