// What only the trader can tell: that an order is not at the exchange, or that he has looked at one that is not as it was
// sent. Either way its market takes orders again.

import { type FormEvent, useState } from 'react'
import type { Order } from '../../../shared/order.ts'
import { text } from '../../messages/late/en.ts'
import { decideOrder } from '../../state/orders/orders-actions.ts'
import { Field } from '../../ui/fields/Field.tsx'

/** Nothing for an order about which there is nothing to decide. */
export function DecideForm({ order }: { order: Order }) {
  const [reason, setReason] = useState('')
  const { status, intentId, decidedAt } = order
  if (decidedAt !== null || (status !== 'stuck' && status !== 'conflict')) return null
  const { explain, yes, reason: label } = text.orders.decide
  const ready = reason.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) void decideOrder(intentId, status === 'stuck' ? 'not-placed' : 'seen', reason.trim())
  }
  return (
    <form className="block" onSubmit={submit}>
      <p>{explain[status]}</p>
      <Field label={label} value={reason} maxLength={500} onChange={setReason} />
      <button type="submit" className="button" aria-disabled={!ready}>
        {yes[status]}
      </button>
    </form>
  )
}
