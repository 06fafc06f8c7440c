// The table of coins, filtered, screened and sorted.

import { useMemo } from 'react'
import type { Coin } from '../../../shared/coin.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import type { Market } from '../../../shared/order.ts'
import { text } from '../../messages/en.ts'
import { CASH, useMarkets } from '../../state/markets/markets-store.ts'
import { useSession } from '../../state/session/session-store.ts'
import { EmptyState } from '../../ui/StateView.tsx'
import type { RowGroup } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { coinColumns } from './coin-columns.tsx'
import type { TradeSlot } from './trade-slot.ts'
import { type CoinFilter, matchCoins, NO_FILTER, screenCoins, sortCoins } from './watchlist-rows.ts'
import { useWatchlist } from './watchlist-store.ts'

const NO_MARKETS: Market[] = []
const NO_PRICES: ReadonlyMap<string, Decimal | null> = new Map()

function groupsOf(sorted: readonly Coin[], filter: CoinFilter): RowGroup<Coin>[] {
  const screening = screenCoins(sorted, filter)
  if (screening === null) return [{ id: 'all', rows: matchCoins(sorted, filter) }]
  const groups: RowGroup<Coin>[] = [
    { id: 'pass', title: text.coins.screenPass, rows: screening.passes },
    { id: 'unknown', title: text.coins.screenUnknown, rows: screening.unknown },
    { id: 'fail', title: text.coins.screenFail, rows: screening.fails },
  ]
  return groups.filter((group) => group.rows.length > 0)
}

/** In USDT alone: prices in other currencies are neither sorted nor lined up with these. */
const pricesOf = (markets: readonly Market[]): ReadonlyMap<string, Decimal | null> =>
  new Map(markets.flatMap(({ coinId, quote, price }) => (quote === CASH ? [[coinId, price?.last ?? null]] : [])))

interface Props {
  coins: readonly Coin[]
  openId: string | null
  Trade: TradeSlot
}

/** The rows that the filter lets through, or how to get them back. */
export function CoinTable({ coins, openId, Trade }: Props) {
  const filter = useWatchlist((state) => state.filter)
  const sort = useWatchlist((state) => state.sort)
  const sortBy = useWatchlist((state) => state.sortBy)
  const setFilter = useWatchlist((state) => state.setFilter)
  const accountId = useSession((state) => state.accountId)
  const markets = useMarkets((state) => state.byAccount[accountId]?.value ?? NO_MARKETS)

  // Each only from what it needs: prices come every few seconds, and a key in the filter needs no sorting.
  const prices = useMemo(() => pricesOf(markets), [markets])
  const sortedBy = sort.column === 'price' ? prices : NO_PRICES
  const sorted = useMemo(() => sortCoins(coins, sort, (coin) => sortedBy.get(coin.id) ?? null), [coins, sort, sortedBy])
  const groups = useMemo(() => groupsOf(sorted, filter), [sorted, filter])
  const columns = useMemo(() => coinColumns(accountId, Trade), [accountId, Trade])

  if (groups.every((group) => group.rows.length === 0)) {
    return (
      <EmptyState title={text.coins.filter.none} help={text.coins.filter.noneHelp}>
        <button type="button" className="button" onClick={() => setFilter(NO_FILTER)}>
          {text.coins.filter.clear}
        </button>
      </EmptyState>
    )
  }
  return (
    <DataTable
      label={text.coins.listed}
      columns={columns}
      groups={groups}
      rowKey={(coin) => coin.id}
      sort={sort}
      onSort={sortBy}
      currentKey={openId}
    />
  )
}
