// What a statement, or a long piece of work made of them, costs others: the way that SQLite takes, and the turns left to them.

import type { Database } from '../../../electron/adapters/sqlite/database.ts'

/** How SQLite goes about a statement; its values do not matter. */
export function planOf(db: Database, sql: string): string {
  const values = Array.from({ length: sql.split('?').length - 1 }, () => 1)
  return db
    .all(`EXPLAIN QUERY PLAN ${sql}`, ...values)
    .map((row) => String(row['detail']))
    .join('; ')
}

/** How often others had their turn while `work` went on. */
export async function turnsOf(work: () => Promise<unknown>): Promise<number> {
  let turns = 0
  let pending = setImmediate(function turn() {
    turns += 1
    pending = setImmediate(turn)
  })
  try {
    await work()
  } finally {
    clearImmediate(pending)
  }
  return turns
}
