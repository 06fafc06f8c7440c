// Where the parts of other features stand beside a coin. The app hands them in.

import type { ComponentType } from 'react'

export type TradeSlot = ComponentType<{
  accountId: string
  coinId: string
  name: string
  /** In a row of a table, where there is little room. */
  short?: boolean
}>

/** What public data says of a coin, in its detail. */
export type MarketSlot = ComponentType<{ coinId: string }>

/** What the app hands in for a coin's detail. */
export interface CoinSlots {
  Trade: TradeSlot
  Market: MarketSlot
}
