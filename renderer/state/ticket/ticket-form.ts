// What a ticket holds of what was typed and chosen.

import type { Draft, OrderType, Size, TimeInForce } from '../../../shared/order.ts'

export interface TicketForm {
  type: OrderType
  unit: Size['unit']
  size: string
  price: string
  stopPrice: string
  timeInForce: TimeInForce
}

/**
 * What was chosen, as far as the exchange of this draft takes it. In place of a type that it does not take comes a limit
 * order without its price: with the old one it could trade at once, which nobody has asked for.
 */
export function offeredForm(form: TicketForm, draft: Pick<Draft, 'orderTypes' | 'timesInForce'>): TicketForm {
  // A market that takes nothing now says nothing of what was chosen: it may open.
  if (draft.orderTypes.length === 0) return form
  const isOffered = draft.orderTypes.includes(form.type)
  return {
    ...form,
    ...(isOffered ? {} : { type: 'limit', price: '' }),
    timeInForce: draft.timesInForce.includes(form.timeInForce) ? form.timeInForce : (draft.timesInForce[0] ?? 'gtc'),
  }
}
