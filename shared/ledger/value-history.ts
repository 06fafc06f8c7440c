// What a portfolio was worth, day by day. A day that nobody can tell is a gap, and never zero.

import type { Decimal } from '../decimal.ts'
import type { Environment } from '../order.ts'

export const VALUE_RANGES = ['30d', '1y', 'max'] as const
export type ValueRange = (typeof VALUE_RANGES)[number]

/** Why days before the first that was kept are not reckoned. */
export type ValueGap = 'unknown-now' | 'movements-missing'

export interface ValueDay {
  /** YYYY-MM-DD, in UTC. */
  day: string
  /** In USDT; `null` is a gap. */
  value: Decimal | null
  /** `kept`: as it was seen on that day. `reckoned`: from movements and the prices of that day. `null` for a gap. */
  from: 'kept' | 'reckoned' | null
  /** Coins and assets that had no price: a kept value leaves them out, a reckoned one is not known. */
  missing: string[]
}

export interface ValueHistory {
  environment: Environment
  range: ValueRange
  currency: 'USDT'
  /** One for each day, the oldest first, from the first of which anything is known. */
  days: ValueDay[]
  gap: ValueGap | null
}
