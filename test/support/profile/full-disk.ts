// A disk that is full at a chosen moment: SQLite's own limit on pages, with every page of one table filled up first.

import type { Database } from '../../../electron/adapters/sqlite/database.ts'

type Table = 'orders' | 'attempts' | 'meta'

const NOISE: Record<Table, (at: number) => string> = {
  orders: (at) => `INSERT INTO orders (intent_id, account_id, environment, coin_id, market, side, type, time_in_force,
    size_unit, size_value, amount, payload_hash, venue_client_id, status, created_at, updated_at)
    VALUES ('${at}', 'x', 'test', 'x', 'x', 'buy', 'market', 'gtc', 'base', '1', '1', 'x', '${at}', 'filled', '', '')`,
  attempts: (at) => `INSERT INTO attempts (intent_id, number, started_at) VALUES ('0', ${at}, '')`,
  meta: (at) => `INSERT INTO meta (key, value) VALUES ('noise-${at}', '')`,
}

/** Lets the file grow no further, and leaves no room in `table` for another row. */
export function fillDisk(db: Database, table: Table): void {
  if (table === 'attempts') db.run(NOISE.orders(0))
  const { page_count: pages } = db.get('PRAGMA page_count') ?? {}
  db.get(`PRAGMA max_page_count = ${pages}`)
  for (let at = 1; ; at++) {
    try {
      db.run(NOISE[table](at))
    } catch {
      return
    }
  }
}

/** The disk has room again. */
export function freeDisk(db: Database): void {
  db.get('PRAGMA max_page_count = 1000000')
}
