// The ledger: the orders of the account in use, or of every account, each with its state in plain words.

import { useEffect } from 'react'
import type { Order } from '../../../shared/order.ts'
import { text } from '../../messages/late/en.ts'
import { unsettledOf } from '../../state/orders/ledger.ts'
import { type OrderScope, ordersIn } from '../../state/orders/order-scope.ts'
import { loadEarlierOrders, loadOrders } from '../../state/orders/orders-actions.ts'
import { hasEarlier, useOrders, withoutGap } from '../../state/orders/orders-store.ts'
import { accountWords } from '../../state/session/names.ts'
import { useSession } from '../../state/session/session-store.ts'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { Icon } from '../../ui/pictures/Icon.tsx'
import { ScreenLink } from '../../ui/ScreenLink.tsx'
import { EmptyState } from '../../ui/StateView.tsx'
import { ForeignOrders } from './ForeignOrders.tsx'
import { OrdersTable } from './OrdersTable.tsx'
import { OrderTools } from './OrderTools.tsx'
import { useOrdersView } from './orders-view-store.ts'

/** Of every account, whatever is shown: an order in doubt must not be out of sight. */
function Unsettled() {
  const orders = useOrders((state) => state.orders.value)
  const accounts = useSession((state) => state.accounts)
  const unsettled = unsettledOf(orders ?? [])
  const count = unsettled.length
  if (count === 0) return null
  const where = [...new Set(unsettled.map(({ accountId }) => accountWords({ accounts }, accountId)))].join('; ')
  return (
    <section className="notice warn" aria-label={text.orders.unsettledTitle(count)}>
      <Icon name="warn" />
      <p>
        <strong>{text.orders.unsettledTitle(count)}.</strong> {text.orders.unsettledOn(where)}{' '}
        {text.orders.unsettledHelp}
      </p>
    </section>
  )
}

function Halted() {
  const halted = useSession((state) => state.status.value?.halted)
  const accountId = useSession((state) => state.accountId)
  const account = useSession((state) => accountWords(state, accountId))
  if (halted === undefined || !(halted.all || halted.accounts.includes(accountId))) return null
  return (
    <div className="notice warn">
      <Icon name="pause" />
      <p>{text.orders.halted(halted.all ? text.orders.everyAccount : account)}</p>
    </div>
  )
}

function ScopeChoice({ account }: { account: string }) {
  const isEvery = useOrdersView((state) => state.everyAccount)
  const showEvery = useOrdersView((state) => state.showEvery)
  return (
    <Segmented
      legend={text.orders.scope}
      quietLegend
      options={[
        { value: 'one', label: account },
        { value: 'every', label: text.orders.scopeEvery },
      ]}
      value={isEvery ? 'every' : 'one'}
      onChange={(next) => showEvery(next === 'every')}
    />
  )
}

function Ledger({ all, scope, account }: { all: readonly Order[]; scope: OrderScope; account: string }) {
  const next = useOrders((state) => state.next)
  const oldest = useOrders((state) => state.oldest)
  const own = ordersIn(all, scope)
  const others = all.length - own.length
  const shown = withoutGap(own, { next, oldest }, scope.accountId)
  // Of what was not read yet nobody knows how much of it is whose.
  const isAllRead = useOrders((state) => !hasEarlier(state, null))
  const isScopeRead = useOrders((state) => !hasEarlier(state, scope.accountId))
  return (
    <>
      {shown.length === 0 && isScopeRead ? (
        <EmptyState
          title={others === 0 ? text.orders.empty : text.orders.emptyOn(account)}
          help={text.orders.emptyHelp}
        >
          <ScreenLink screen="watchlist" className="button">
            {text.shell.goToWatchlist}
          </ScreenLink>
        </EmptyState>
      ) : (
        <OrdersTable orders={shown} />
      )}
      {others === 0 ? null : <p className="hint">{text.orders.others(isAllRead ? others : null)}</p>}
    </>
  )
}

/** What is older than what was read; of an account it begins with the account's own newest. */
function Earlier({ accountId }: OrderScope) {
  const isMore = useOrders((state) => state.orders.value !== null && hasEarlier(state, accountId))
  const isUnread = useOrders((state) => accountId !== null && state.next[accountId] === undefined)
  useEffect(() => {
    if (isMore && isUnread) void loadEarlierOrders(accountId)
  }, [accountId, isMore, isUnread])
  if (!isMore) return null
  return (
    <div className="action-row">
      <button type="button" className="button" onClick={() => void loadEarlierOrders(accountId)}>
        {text.orders.earlier}
      </button>
    </div>
  )
}

/** The screen. */
export function OrdersScreen() {
  const orders = useOrders((state) => state.orders)
  const isEvery = useOrdersView((state) => state.everyAccount)
  const accountId = useSession((state) => state.accountId)
  const account = useSession((state) => accountWords(state, accountId))
  const scope = { accountId: isEvery ? null : accountId }
  return (
    <section className="screen" aria-labelledby="orders-title">
      <div className="screen-main">
        <div className="screen-head">
          <h1 id="orders-title">{text.orders.title}</h1>
          <ScopeChoice account={account} />
          <OrderTools scope={scope} />
        </div>
        <Halted />
        <Unsettled />
        <LoadedView from={orders} onRetry={() => void loadOrders()}>
          {(list) => <Ledger all={list} scope={scope} account={account} />}
        </LoadedView>
        <Earlier accountId={scope.accountId} />
        <ForeignOrders />
      </div>
    </section>
  )
}
