// The orders as rows; a row unfolds to everything that was written down about it.

import { useMemo } from 'react'
import type { Order } from '../../../shared/order.ts'
import { text } from '../../messages/late/en.ts'
import { useCoins } from '../../state/coins/coins-store.ts'
import { useSession } from '../../state/session/session-store.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { OrderDetails } from './OrderDetails.tsx'
import { ORDER_COLUMNS } from './order-columns.tsx'
import { useOrdersView } from './orders-view-store.ts'

const orderKey = ({ intentId }: Order) => intentId

/** The table, newest first. */
export function OrdersTable({ orders }: { orders: readonly Order[] }) {
  const unfolded = useOrdersView((state) => state.unfolded)
  const coins = useCoins((state) => state.coins.value)
  const accounts = useSession((state) => state.accounts.value)
  const given = useMemo(() => {
    const names = new Map(coins?.map((coin) => [coin.id, coin.name]))
    const labels = new Map(accounts?.map(({ accountId, label }) => [accountId, label]))
    return {
      coinName: (coinId: string) => names.get(coinId) ?? coinId,
      accountName: (accountId: string) => labels.get(accountId) ?? text.orders.goneAccount,
    }
  }, [accounts, coins])
  const groups = useMemo(() => [{ id: 'orders', rows: orders }], [orders])
  return (
    <DataTable
      label={text.orders.table}
      columns={ORDER_COLUMNS}
      given={given}
      groups={groups}
      rowKey={orderKey}
      unfolded={{ key: unfolded, draw: (order) => <OrderDetails order={order} /> }}
    />
  )
}
