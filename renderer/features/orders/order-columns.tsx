// The columns of the ledger.

import type { Order } from '../../../shared/order.ts'
import { formatDecimal, formatExact, formatPrice } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { CASH } from '../../state/markets/markets-store.ts'
import { isCancelable, toneOf } from '../../state/orders/ledger.ts'
import { cancelOrder } from '../../state/orders/orders-actions.ts'
import type { StatusTone } from '../../state/status-store.ts'
import { Age } from '../../ui/Age.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { EnvironmentMark } from '../../ui/EnvironmentMark.tsx'
import type { IconName } from '../../ui/pictures/Icon.tsx'
import { columnsOf } from '../../ui/table/columns.ts'
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

function OrderPrice({ order }: { order: Order }) {
  const price = priceOf(order)
  if (price === null) return <Unknown why={text.orders.unknown.price} />
  const quote = order.market.split('/')[1] ?? ''
  return (
    <>
      {price}
      {quote === CASH ? null : <span className="muted"> {quote}</span>}
    </>
  )
}

function Opener({ order: { intentId, side }, name }: { order: Order; name: string }) {
  const expanded = useOrdersView(({ unfolded }) => unfolded === intentId)
  return (
    <RowOpener
      label={text.orders.details(text.orders.side[side], name)}
      expanded={expanded}
      onOpen={() => useOrdersView.getState().toggle(intentId)}
    >
      {name}
    </RowOpener>
  )
}

/** What the cells take beside the order. */
interface Names {
  coinName: (coinId: string) => string
  accountName: (accountId: string) => string
}

const { column } = text.orders

export const ORDER_COLUMNS = columnsOf<Order, Names>({
  created: { head: column.created, givesWay: 2, cell: ({ createdAt }) => <Age at={createdAt} /> },
  coin: {
    head: column.coin,
    rowHeader: true,
    cell: (order, { coinName }) => <Opener order={order} name={coinName(order.coinId)} />,
  },
  account: { head: column.account, cell: ({ accountId }, { accountName }) => accountName(accountId) },
  environment: {
    head: column.environment,
    cell: ({ environment }) => <EnvironmentMark environment={environment} />,
  },
  side: { head: column.side, cell: ({ side }) => text.orders.side[side] },
  type: { head: column.type, givesWay: 3, cell: (order) => <OrderKind order={order} /> },
  amount: { head: column.amount, align: 'end', cell: ({ amount }) => formatDecimal(amount) },
  filled: { head: column.filled, align: 'end', givesWay: 3, cell: ({ filled }) => formatDecimal(filled) },
  price: { head: column.price, align: 'end', cell: (order) => <OrderPrice order={order} /> },
  status: { head: column.status, cell: ({ status }) => <StatusBadge status={status} /> },
  cancel: {
    head: text.orders.cancelShort,
    quietHead: true,
    width: 'content',
    cell: (order, { coinName, accountName }) => (
      <Cancel order={order} name={coinName(order.coinId)} account={accountName(order.accountId)} />
    ),
  },
})
