// What the practice exchange is told of a real one: the best prices of a coin, whose they are, and when they came.

import type { Decimal } from '../../shared/decimal.ts'

export interface PracticePrice {
  coinId: string
  /** The name of the exchange, for people. */
  source: string
  /** In USDT, as every market of the practice exchange. */
  bid: Decimal
  ask: Decimal
  last: Decimal
  /** Epoch milliseconds. */
  receivedAt: number
}

/** Has the practice exchange follow these and no others; one that the app did not start itself takes none. */
export type FollowPrices = (prices: readonly PracticePrice[]) => void
