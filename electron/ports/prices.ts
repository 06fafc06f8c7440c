// What a coin costs now, for whoever waits for a price.

import type { Decimal } from '../../shared/decimal.ts'

export interface SeenPrice {
  price: Decimal
  /** Who told it: an exchange or another source, by name. */
  source: string
  /** The source's own time, else when it came in; ISO 8601 UTC. */
  at: string
  /** Of the practice exchange: no real price. */
  simulated: boolean
}

export interface PriceSeen {
  /** The last known prices of these coins; a coin without one is not in it. Asks nobody. */
  of(coinIds: readonly string[]): ReadonlyMap<string, SeenPrice>
}

/** When each source answered last. */
export interface SourcesSeen {
  /** Those that are switched on; `silentMs` is how long none has answered, within this run. */
  list(): readonly { source: string; name: string; silentMs: number }[]
}
