// What changed while the app was not used.

import type { Decimal } from '../decimal.ts'
import type { ListingEvent } from '../markets/listing.ts'
import type { Order } from '../order.ts'

export interface PriceMove {
  coinId: string
  from: Decimal
  to: Decimal
  currency: string
  /** A fraction with a sign. */
  change: Decimal
}

export interface SinceLast {
  /** When the app was last used before this start, at the earliest; `null` where it never was. */
  since: string | null
  /** The largest first. */
  prices: PriceMove[]
  /** The newest first. */
  stages: ListingEvent[]
  orders: Order[]
}
