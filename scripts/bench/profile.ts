// What the parts of the benchmark share: calls that must succeed, and profiles with many coins.

import { openDatabase } from '../../electron/adapters/sqlite/database.ts'
import { createTraderStore } from '../../electron/adapters/sqlite/stores/trader-store.ts'
import type { Backend } from '../../electron/app/backend.ts'

/** The value of an operation. Throws when it fails. */
export async function succeed<T>(backend: Pick<Backend, 'call'>, operation: string, input: unknown): Promise<T> {
  const result = await backend.call(operation, input)
  if (!result.ok) throw new Error(`${operation}: ${result.error.code} ${result.error.message}`)
  return result.value as T
}

/** Of the connection that writes a large profile. */
const SEED_CACHE_KB = 500_000

const NARRATIVES = ['DePIN', 'Layer 2', 'storage', 'oracles', 'privacy', 'gaming', 'lending']

/**
 * Writes `count` coins of the trader's own into a profile that no backend has open. Straight into the store, in one
 * transaction: through the door it would take the rate limit's own time.
 */
export function seedOwnCoins(dataDir: string, count: number): void {
  const db = openDatabase(dataDir)
  try {
    const store = createTraderStore(db)
    store.atomically(() => {
      for (let number = 1; number <= count; number += 1) {
        const coin = {
          id: `own-bench-${number}`,
          name: `Bench coin ${(number * 7919) % count}`,
          ticker: `B${number}`,
          what: `Number ${number} of ${count} that fill the list`,
          narratives: NARRATIVES.filter((_, index) => number % (index + 2) === 0),
        }
        store.saveOwnCoin(coin, new Date(number).toISOString())
      }
    })
  } finally {
    db.close()
  }
}

/** Writes a holding of each of so many coins of `seedOwnCoins`. */
export function seedHoldings(dataDir: string, count: number): void {
  const db = openDatabase(dataDir)
  try {
    const store = createTraderStore(db)
    store.atomically(() => {
      for (let number = 1; number <= count; number += 1) {
        const holding = { environment: 'practice', coinId: `own-bench-${number}`, amount: String(number) } as const
        store.saveHolding(holding, new Date(number).toISOString())
      }
    })
  } finally {
    db.close()
  }
}

/** Writes so many buys of one coin at the trader's own places, a minute apart. */
export function seedMovements(dataDir: string, count: number): void {
  const db = openDatabase(dataDir)
  try {
    db.get(`PRAGMA cache_size = -${SEED_CACHE_KB}`)
    db.transaction(() => {
      db.run(
        `WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?)
         INSERT INTO ledger (entry_id, group_id, sequence, environment, at, account_id, kind, coin_id, asset, amount, price,
           currency, source, note, own)
         SELECT 'bench-' || n, 'bench-' || n, 0, 'live', strftime('%Y-%m-%dT%H:%M:%fZ', n * 60, 'unixepoch'), 'cold',
           iif(n % 3 = 0, 'sell', 'buy'), 'peaq', 'PEAQ', '1', '0.5', 'USDT', 'manual', '', 1 FROM n`,
        count,
      )
      const held = count - 2 * Math.floor(count / 3)
      db.run("INSERT INTO holdings VALUES ('live', 'peaq', ?, '2026-01-01T00:00:00.000Z')", String(held))
    })
  } finally {
    db.close()
  }
}

/** Writes so many orders of the practice account that were filled long ago, with an attempt and a fill each. */
export function seedOrders(dataDir: string, count: number): void {
  const db = openDatabase(dataDir)
  try {
    // A million keys in no order would else be read from the disk again and again.
    db.get(`PRAGMA cache_size = -${SEED_CACHE_KB}`)
    db.transaction(() => {
      db.run(
        `WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?)
         INSERT INTO orders (intent_id, account_id, environment, coin_id, market, side, type, time_in_force, size_unit,
           size_value, amount, payload_hash, venue_client_id, status, venue_order_id, filled, average_price, created_at, updated_at)
         SELECT printf('00000000-0000-4000-8000-%012d', n), 'practice', 'practice', 'peaq', 'PEAQ/USDT',
           iif(n % 2 = 0, 'buy', 'sell'), 'market', 'ioc', 'base', '10', '10', 'hash', 'bench-' || n, 'filled', 'v-' || n, '10',
           '0.5', strftime('%Y-%m-%dT%H:%M:%SZ', n, 'unixepoch'), strftime('%Y-%m-%dT%H:%M:%SZ', n, 'unixepoch') FROM n`,
        count,
      )
      db.run(
        `INSERT INTO attempts (intent_id, number, started_at, outcome) SELECT intent_id, 1, created_at, 'accepted' FROM orders`,
      )
      db.run(
        `INSERT INTO fills (account_id, fill_id, intent_id, price, amount, fee_asset, fee_amount, at)
         SELECT account_id, venue_client_id, intent_id, '0.5', '10', 'USDT', '0.01', created_at FROM orders`,
      )
    })
  } finally {
    db.close()
  }
}
