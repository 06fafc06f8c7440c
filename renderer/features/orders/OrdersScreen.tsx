// The ledger: every order that was ever written down, with its state in plain words.

import { text } from '../../messages/en.ts'
import { Icon } from '../../ui/Icon.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { EmptyState } from '../../ui/StateView.tsx'
import { useSession } from '../session/session-store.ts'
import { ForeignOrders } from './ForeignOrders.tsx'
import { isCancelable, unsettledOf } from './ledger.ts'
import { OrdersTable } from './OrdersTable.tsx'
import { cancelAll, loadOrders, lookAgain, setHalted } from './orders-actions.ts'
import { useOrders } from './orders-store.ts'

function Tools() {
  const cancelable = useOrders((state) => state.orders.value?.some(isCancelable) ?? false)
  const halted = useSession((state) => state.status.value?.halted.all ?? false)
  return (
    <div className="tools">
      <button type="button" className="button" onClick={() => void lookAgain()}>
        {text.orders.lookAgain}
      </button>
      <button
        type="button"
        className="button"
        aria-disabled={!cancelable}
        onClick={() => {
          if (cancelable) void cancelAll()
        }}
      >
        {text.orders.cancelAll}
      </button>
      <button type="button" className="button" onClick={() => void setHalted(!halted)}>
        {halted ? text.orders.resume : text.orders.halt}
      </button>
    </div>
  )
}

function Unsettled() {
  const count = useOrders((state) => unsettledOf(state.orders.value ?? []).length)
  if (count === 0) return null
  return (
    <section className="notice warn" aria-label={text.orders.unsettledTitle(count)}>
      <Icon name="warn" />
      <p>
        <strong>{text.orders.unsettledTitle(count)}.</strong> {text.orders.unsettledHelp}
      </p>
    </section>
  )
}

/** The screen. */
export function OrdersScreen() {
  const orders = useOrders((state) => state.orders)
  const halted = useSession((state) => state.status.value?.halted.all ?? false)
  return (
    <section className="screen" aria-labelledby="orders-title">
      <div className="screen-main">
        <div className="screen-head">
          <h1 id="orders-title">{text.orders.title}</h1>
          <Tools />
        </div>
        {halted ? (
          <div className="notice warn">
            <Icon name="pause" />
            <p>{text.orders.halted}</p>
          </div>
        ) : null}
        <Unsettled />
        <LoadedView from={orders} onRetry={() => void loadOrders()}>
          {(list) =>
            list.length === 0 ? (
              <EmptyState title={text.orders.empty} help={text.orders.emptyHelp} />
            ) : (
              <OrdersTable orders={list} />
            )
          }
        </LoadedView>
        <ForeignOrders />
      </div>
    </section>
  )
}
