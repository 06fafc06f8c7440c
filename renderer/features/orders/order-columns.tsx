// The columns of the ledger.

import type { Order } from '../../../shared/order.ts'
import { formatDecimal, formatExact, formatPrice } from '../../format.ts'
import { text } from '../../messages/en.ts'
import { CASH } from '../../state/markets/markets-store.ts'
import { isCancelable, toneOf } from '../../state/orders/ledger.ts'
import { cancelOrder } from '../../state/orders/orders-actions.ts'
import type { StatusTone } from '../../state/status-store.ts'
import { Age } from '../../ui/Age.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { EnvironmentMark } from '../../ui/EnvironmentMark.tsx'
import type { IconName } from '../../ui/pictures/Icon.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { RowOpener } from '../../ui/table/RowOpener.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { useOrdersView } from './orders-view-store.ts'

const ICONS: Record<StatusTone, IconName> = { plain: 'clock', good: 'check', bad: 'close', warn: 'warn' }

/** The status as a word with icon and tone, and its meaning on hover. */
export function StatusBadge({ status }: Pick<Order, 'status'>) {
  const tone = toneOf(status)
  const { word, explain } = text.orders.status[status]
  return (
    <span title={explain}>
      <Badge tone={tone} icon={ICONS[tone]}>
        {word}
      </Badge>
    </span>
  )
}

function Cancel({ order, name, account }: { order: Order; name: string; account: string }) {
  if (order.cancelRequested && (order.status === 'open' || order.status === 'partially-filled')) {
    return <span className="muted">{text.orders.cancelRequested}</span>
  }
  if (!isCancelable(order)) return null
  return (
    <button
      type="button"
      className="button"
      aria-label={text.orders.cancel(
        text.orders.side[order.side],
        name,
        text.shell.accountIn(account, text.shell.mode[order.environment].word),
      )}
      onClick={() => void cancelOrder(order.intentId)}
    >
      {text.orders.cancelShort}
    </button>
  )
}

/** The type, with the price at which a stop-limit order triggers. */
function OrderKind({ order: { type, stopPrice } }: { order: Order }) {
  if (stopPrice === null) return text.orders.type[type]
  return (
    <>
      {text.orders.type[type]} <span className="muted number">{text.orders.stopAt(formatExact(stopPrice))}</span>
    </>
  )
}

function priceOf({ averagePrice, price }: Order): string | null {
  if (averagePrice !== null) return formatPrice(averagePrice, null)
  return price === null ? null : formatExact(price)
}

/** The columns for these orders. */
export function orderColumns(
  unfolded: string | null,
  nameOf: (coinId: string) => string,
  labelOf: (accountId: string) => string,
): Column<Order>[] {
  const { column } = text.orders
  return [
    { id: 'created', head: column.created, givesWay: 3, cell: ({ createdAt }) => <Age at={createdAt} /> },
    {
      id: 'coin',
      head: column.coin,
      rowHeader: true,
      cell: ({ coinId, intentId, side }) => (
        <RowOpener
          label={text.orders.details(text.orders.side[side], nameOf(coinId))}
          expanded={intentId === unfolded}
          onOpen={() => useOrdersView.getState().toggle(intentId)}
        >
          {nameOf(coinId)}
        </RowOpener>
      ),
    },
    { id: 'account', head: column.account, cell: ({ accountId }) => labelOf(accountId) },
    {
      id: 'environment',
      head: column.environment,
      cell: ({ environment }) => <EnvironmentMark environment={environment} />,
    },
    { id: 'side', head: column.side, cell: ({ side }) => text.orders.side[side] },
    { id: 'type', head: column.type, givesWay: 3, cell: (order) => <OrderKind order={order} /> },
    { id: 'amount', head: column.amount, align: 'end', cell: ({ amount }) => formatDecimal(amount) },
    { id: 'filled', head: column.filled, align: 'end', givesWay: 3, cell: ({ filled }) => formatDecimal(filled) },
    {
      id: 'price',
      head: column.price,
      align: 'end',
      cell: (order) => {
        const price = priceOf(order)
        if (price === null) return <Unknown why={text.orders.unknown.price} />
        const quote = order.market.split('/')[1] ?? ''
        return (
          <>
            {price}
            {quote === CASH ? null : <span className="muted"> {quote}</span>}
          </>
        )
      },
    },
    { id: 'status', head: column.status, cell: ({ status }) => <StatusBadge status={status} /> },
    {
      id: 'cancel',
      head: text.orders.cancelShort,
      quietHead: true,
      cell: (order) => <Cancel order={order} name={nameOf(order.coinId)} account={labelOf(order.accountId)} />,
    },
  ]
}
