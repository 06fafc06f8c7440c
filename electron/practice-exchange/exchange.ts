// What every part of the exchange works on: ledger, clock, prices and keys.

import { randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from './clock.ts'
import { openLedger, remember, transaction } from './ledger.ts'
import type { Rotation } from './wire/published-keys.ts'
import { loadSealing, type Sealing } from './wire/sealing.ts'

export interface Exchange {
  db: DatabaseSync
  clock: Clock
  sealing: Sealing
  /** Seed of the price process, a whole number from 0 to 4,294,967,295; the same for the life of a data folder. */
  seed: number
  /** When the data folder was made, in epoch milliseconds; the listing schedule counts from here. */
  createdAt: number
  /** Account and idempotency key of every order request that is opened and not yet decided. */
  inFlight: Set<string>
  /** What a registration must name; `null` where anybody may register, as at an exchange that a test runs by itself. */
  registration: string | null
}

/**
 * Opens the exchange in `dataDir`. Without `seed` a new folder gets a random one. Throws when the folder cannot be
 * used and when `seed` differs from the one its prices were made with.
 */
export async function openExchange(
  dataDir: string,
  clock: Clock,
  seed?: number,
  rotation?: Rotation,
  registration: string | null = null,
): Promise<Exchange> {
  if (seed !== undefined && seed >>> 0 !== seed) throw new RangeError('the seed is no whole 32-bit number')
  const db = openLedger(dataDir)
  try {
    const [storedSeed, createdAt] = transaction(db, () => [
      Number(remember(db, 'seed', () => String(seed ?? randomBytes(4).readUInt32BE()))),
      Number(remember(db, 'created-at', () => String(clock.now()))),
    ])
    if (seed !== undefined && storedSeed !== seed) {
      throw new Error(`this data folder was made with the seed ${storedSeed}`)
    }
    return {
      db,
      clock,
      sealing: await loadSealing(db, rotation),
      seed: storedSeed,
      createdAt,
      inFlight: new Set(),
      registration,
    }
  } catch (error) {
    db.close()
    throw error
  }
}
