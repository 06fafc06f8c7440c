// The orders as rows; a row unfolds to everything that was written down about it.

import { useMemo } from 'react'
import type { Order } from '../../../shared/order.ts'
import { text } from '../../messages/en.ts'
import { useCoins } from '../../state/coins/coins-store.ts'
import { useSession } from '../../state/session/session-store.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { OrderDetails } from './OrderDetails.tsx'
import { orderColumns } from './order-columns.tsx'
import { useOrdersView } from './orders-view-store.ts'

/** The table, newest first. */
export function OrdersTable({ orders }: { orders: readonly Order[] }) {
  const unfolded = useOrdersView((state) => state.unfolded)
  const coins = useCoins((state) => state.coins.value)
  const accounts = useSession((state) => state.accounts.value)
  const columns = useMemo(() => {
    const names = new Map(coins?.map((coin) => [coin.id, coin.name]))
    const labels = new Map(accounts?.map(({ accountId, label }) => [accountId, label]))
    const labelOf = (accountId: string) => labels.get(accountId) ?? text.orders.goneAccount
    return orderColumns(unfolded, (coinId) => names.get(coinId) ?? coinId, labelOf)
  }, [accounts, coins, unfolded])
  return (
    <DataTable
      label={text.orders.table}
      columns={columns}
      groups={[{ id: 'orders', rows: orders }]}
      rowKey={(order) => order.intentId}
      unfold={(order) => (order.intentId === unfolded ? <OrderDetails order={order} /> : null)}
    />
  )
}
