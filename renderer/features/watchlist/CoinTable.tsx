// The table of coins, filtered, screened and sorted.

import { useMemo } from 'react'
import type { Coin } from '../../../shared/coin.ts'
import type { Market } from '../../../shared/order.ts'
import { text } from '../../messages/en.ts'
import { CASH, useMarkets } from '../../state/markets/markets-store.ts'
import { useSession } from '../../state/session/session-store.ts'
import { EmptyState } from '../../ui/StateView.tsx'
import type { RowGroup } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useArrangedRows } from '../../ui/table/use-arranged-rows.ts'
import { COIN_COLUMNS, type CoinPrices } from './coin-columns.tsx'
import type { TradeSlot } from './trade-slot.ts'
import { type CoinFilter, NO_FILTER, NO_PRICES, screenCoins, wantedOf } from './watchlist-rows.ts'
import { useWatchlist } from './watchlist-store.ts'

const NO_MARKETS: Market[] = []

function groupsOf(matching: readonly Coin[], filter: CoinFilter): RowGroup<Coin>[] {
  const screening = screenCoins(matching, filter)
  if (screening === null) return [{ id: 'all', rows: matching }]
  const groups: RowGroup<Coin>[] = [
    { id: 'pass', title: text.coins.screenPass, rows: screening.passes },
    { id: 'unknown', title: text.coins.screenUnknown, rows: screening.unknown },
    { id: 'fail', title: text.coins.screenFail, rows: screening.fails },
  ]
  return groups.filter((group) => group.rows.length > 0)
}

const pricesOf = (markets: readonly Market[]): CoinPrices =>
  new Map(markets.flatMap(({ coinId, quote, price }) => (quote === CASH ? [[coinId, price?.last ?? null]] : [])))

/** Each is said once, however many coins it is of. */
function interestOf(coins: readonly Coin[]): string | null {
  const said = new Set(coins.flatMap(({ interest }) => (interest === null ? [] : [interest])))
  return said.size === 0 ? null : [...said].join(' ')
}

const coinKey = ({ id }: Coin) => id

interface Props {
  coins: readonly Coin[]
  openId: string | null
  Trade: TradeSlot
}

/** The rows that the filter lets through, or how to get them back. */
export function CoinTable({ coins, openId, Trade }: Props) {
  const filter = useWatchlist((state) => state.filter)
  const sorting = useWatchlist((state) => state.sorting)
  const sortBy = useWatchlist((state) => state.sortBy)
  const setFilter = useWatchlist((state) => state.setFilter)
  const accountId = useSession((state) => state.accountId)
  const markets = useMarkets((state) => state.byAccount[accountId]?.value ?? NO_MARKETS)

  // Each only from what it needs: prices come every few seconds, and only an order by price asks for them.
  const prices = useMemo(() => pricesOf(markets), [markets])
  const { query, watchedOnly } = filter
  const wanted = useMemo(() => wantedOf({ query, watchedOnly }), [query, watchedOnly])
  const live = sorting[0]?.id === 'price' ? prices : NO_PRICES
  const matching = useArrangedRows(COIN_COLUMNS, coins, live, { sorting, wanted })
  const groups = useMemo(() => groupsOf(matching, filter), [matching, filter])
  const interest = useMemo(() => interestOf(coins), [coins])
  const given = useMemo(() => ({ accountId, Trade, interest }), [accountId, Trade, interest])

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
      columns={COIN_COLUMNS}
      given={given}
      groups={groups}
      rowKey={coinKey}
      sorting={sorting}
      onSort={sortBy}
      currentKey={openId}
    />
  )
}
