// Where another feature's buttons stand beside a coin. The app hands them in.

import type { ComponentType } from 'react'

export type TradeSlot = ComponentType<{
  accountId: string
  coinId: string
  name: string
  /** In a row of a table, where there is little room. */
  short?: boolean
}>
