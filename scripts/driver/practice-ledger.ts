// Reads the practice exchange's own ledger, from a connection that cannot write: what the exchange has, not what the
// app believes.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Where the exchange that the app starts itself keeps its ledger. */
export function practiceFolder(dataDir: string): string {
  return join(dataDir, 'practice-exchange')
}

/** How many orders the exchange holds whose ledger lies in `folder`. */
export function countPracticeOrders(folder: string): number {
  const file = join(folder, 'practice-exchange.sqlite')
  if (!existsSync(file)) return 0
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    return Number(db.prepare('SELECT count(*) AS n FROM orders').get()?.['n'])
  } finally {
    db.close()
  }
}
