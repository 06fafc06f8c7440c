// The table of coins, filtered, screened and sorted.

import { useLayoutEffect, useMemo } from 'react'
import type { Coin } from '../../../shared/coin.ts'
import { text } from '../../messages/en.ts'
import { changeColumns } from '../../state/coins/views-actions.ts'
import { useViews } from '../../state/coins/views-store.ts'
import { useSession } from '../../state/session/session-store.ts'
import { EmptyState } from '../../ui/StateView.tsx'
import type { ColumnLayout, RowGroup, Sorting } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { CHOOSE } from './coin-columns.tsx'
import { useListColumns, useListTools } from './list-tools.ts'
import type { TradeSlot } from './trade-slot.ts'
import { useListedCoins } from './use-listed-coins.ts'
import { type CoinFilter, NO_FILTER, screenCoins } from './watchlist-rows.ts'
import { useWatchlist } from './watchlist-store.ts'

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

/** Each is said once, however many coins it is of. */
function interestOf(coins: readonly Coin[]): string | null {
  const said = new Set(coins.flatMap(({ interest }) => (interest === null ? [] : [interest])))
  return said.size === 0 ? null : [...said].join(' ')
}

const coinKey = ({ id }: Coin) => id
const sortBy = (sorting: Sorting) => void changeColumns({ sorting: [...sorting] })
function standOtherwise({ visibility, order, widths }: ColumnLayout): void {
  const { [CHOOSE]: _, ...kept } = visibility
  const layout = { visibility: kept, order: order.filter((id) => id !== CHOOSE), widths: { ...widths } }
  void changeColumns({ layout })
}

interface Props {
  coins: readonly Coin[]
  openId: string | null
  Trade: TradeSlot
}

/** The rows that the filter lets through, or how to get them back. */
export function CoinTable({ coins, openId, Trade }: Props) {
  const filter = useWatchlist((state) => state.filter)
  const setFilter = useWatchlist((state) => state.setFilter)
  const isChoosing = useWatchlist((state) => state.chosen !== null)
  const sorting = useViews((state) => state.sorting)
  const layout = useViews((state) => state.layout)
  const accountId = useSession((state) => state.accountId)
  const columns = useListColumns()
  const tools = useListTools()

  const matching = useListedCoins(coins)
  const groups = useMemo(() => groupsOf(matching, filter), [matching, filter])
  useLayoutEffect(() => tools?.noteListed(groups), [tools, groups])
  const interest = useMemo(() => interestOf(coins), [coins])
  const given = useMemo(() => ({ accountId, Trade, interest }), [accountId, Trade, interest])
  const shown = useMemo(
    () =>
      isChoosing
        ? {
            ...layout,
            visibility: { ...layout.visibility, [CHOOSE]: true },
            order: [CHOOSE, ...layout.order],
          }
        : layout,
    [layout, isChoosing],
  )

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
      given={given}
      groups={groups}
      rowKey={coinKey}
      sorting={sorting}
      onSort={sortBy}
      layout={shown}
      onLayout={standOtherwise}
      currentKey={openId}
    />
  )
}
