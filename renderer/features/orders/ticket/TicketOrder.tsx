// What became of the ticket's order: shown in the ticket while it is in doubt, and after.

import type { Order } from '../../../../shared/order.ts'
import { isInDoubt } from '../../../../shared/order-states.ts'
import { sayReason } from '../../../answer-words.ts'
import { text } from '../../../messages/late/en.ts'
import { StatusBadge } from '../order-columns.tsx'

/** Status with its explanation. There is no way to place it again from here while it is in doubt. */
export function TicketOrder({ order }: { order: Order }) {
  const { explain } = text.orders.status[order.status]
  return (
    <section className="ticket-order" aria-label={text.orders.column.status}>
      {isInDoubt(order) ? <h3>{text.ticket.inFlight}</h3> : null}
      <p>
        <StatusBadge status={order.status} /> {order.reason === null ? explain : sayReason(order.reason)}
      </p>
      {order.reason === null ? null : <p className="hint">{explain}</p>}
    </section>
  )
}
