// What stands open at the exchange of the account in use and was not placed here.

import { useEffect } from 'react'
import type { ForeignOrder } from '../../../shared/order.ts'
import { formatDecimal, formatExact } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { loadForeign } from '../../state/orders/orders-actions.ts'
import { useOrders } from '../../state/orders/orders-store.ts'
import { accountWords } from '../../state/session/names.ts'
import { environmentOf, isNoAccount, useSession } from '../../state/session/session-store.ts'
import { useVault } from '../../state/vault/vault-store.ts'
import { Badge } from '../../ui/Badge.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'

const words = text.orders.foreign

function Line({
  order: { side, amount, market, price, stopPrice, filled, venueOrderId, hasOwnKey },
}: {
  order: ForeignOrder
}) {
  return (
    <li>
      <span className="number">
        {words.line(
          text.orders.side[side],
          formatDecimal(amount),
          market,
          price === null ? null : formatExact(price),
          stopPrice === null ? null : formatExact(stopPrice),
          formatDecimal(filled),
        )}
      </span>{' '}
      <span className="muted">{venueOrderId}</span>{' '}
      {hasOwnKey ? (
        <Badge tone="warn" icon="warn">
          {words.ownKey}
        </Badge>
      ) : null}
    </li>
  )
}

/** The section; nothing on the practice account, where nobody else can order. */
export function ForeignOrders() {
  const accountId = useSession((state) => state.accountId)
  const account = useSession((state) => accountWords(state, accountId))
  const isPractice = useSession((state) => environmentOf(state) === 'practice')
  const isOpen = useVault((state) => state.vault.value?.state === 'unlocked')
  const foreign = useOrders((state) => state.foreign)
  const asks = !isPractice && isOpen && !isNoAccount(accountId)
  useEffect(() => {
    if (asks) void loadForeign(accountId)
  }, [asks, accountId])
  if (isPractice || isNoAccount(accountId)) return null
  return (
    <section className="block" aria-labelledby="foreign-title">
      <h2 id="foreign-title">{words.title(account)}</h2>
      <p className="hint">{words.explain}</p>
      {isOpen ? (
        <LoadedView from={foreign} onRetry={() => void loadForeign(accountId)}>
          {(list) =>
            list.length === 0 ? (
              <p>{words.none}</p>
            ) : (
              <ul>
                {list.map((order) => (
                  <Line key={order.venueOrderId} order={order} />
                ))}
              </ul>
            )
          }
        </LoadedView>
      ) : (
        <p>{words.locked}</p>
      )}
    </section>
  )
}
