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
