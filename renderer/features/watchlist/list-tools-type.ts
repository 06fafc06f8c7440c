// What the tools of the list give it, apart from what loads them.

import type { Airdrop, AirdropTask } from '../../../shared/airdrops/airdrops.ts'
import type { Coin } from '../../../shared/coin.ts'
import type { Portfolio } from '../../../shared/portfolio.ts'
import type { Column, RowGroup } from '../../ui/table/columns.ts'
import type { CoinLive, CoinTableGiven } from './coin-columns.tsx'

export type ListColumns = readonly Column<Coin, CoinTableGiven, CoinLive>[]

export interface ListTools {
  columns: ListColumns
  /** What the trader's own work says of coins, for what sorts and filters by it. */
  workOf(known: {
    portfolio: Portfolio | null
    airdrops: readonly Airdrop[] | null
    tasks: readonly AirdropTask[] | null
  }): Pick<CoinLive, 'share' | 'deadline'>
  /** Takes in which rows are listed now, in their order. */
  noteListed(groups: readonly RowGroup<Coin>[]): void
}
