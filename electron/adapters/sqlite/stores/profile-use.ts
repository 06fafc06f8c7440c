// Whether a profile has been worked with.

import type { Database } from '../database.ts'

/** True when it has an order, a coin or a holding of the trader. */
export function isInUse(db: Database): boolean {
  return (
    db.get('SELECT 1 FROM orders UNION ALL SELECT 1 FROM own_coins UNION ALL SELECT 1 FROM holdings LIMIT 1') !==
    undefined
  )
}
