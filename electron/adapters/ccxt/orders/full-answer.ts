// The answer to an order that says that all of it was traded, and how. Binance tells it of every order that trades at once
// (`newOrderRespType` FULL): then nobody has to wait for a look-up.

import { add, compare } from '../../../../shared/decimal.ts'
import type { Venue } from '../../../exchanges/common/library.ts'
import { orderOfRow } from '../../../exchanges/common/order-rows.ts'
import { adapterOf } from '../../../exchanges/registry.ts'
import type { Answer, OutgoingOrder } from '../../../ports/system.ts'
import type { VenueOrder } from '../../../ports/venue.ts'
import type { HttpOutcome } from '../../http-request.ts'
import { bodyOf } from '../raw-body.ts'
import { withFills } from './venue-orders.ts'

/**
 * The same answer with its order, where it was filled whole by fills that are all there, and is ours in every term. Anything
 * less stays an acceptance, of which a look-up tells the rest.
 */
export function withFilled(
  exchange: Venue,
  answer: Answer,
  outcome: HttpOutcome | undefined,
  sent: OutgoingOrder,
): Answer {
  const { fillsInAnswer, orderRows } = adapterOf(exchange.id)
  if (fillsInAnswer === null || orderRows === null) return answer
  if (answer.phase !== 'answered' || answer.orderId === null || answer.code !== null) return answer
  const body = bodyOf(outcome)
  const order = orderOfRow(exchange, orderRows.row(body), sent.market)
  if (order === null || order.status !== 'filled' || order.orderId !== answer.orderId || !isThis(order, sent)) {
    return answer
  }
  const fills = fillsInAnswer(exchange, body)
  if (fills === null) return answer
  const known = fills.filter((fill) => fill !== null)
  const traded = known.reduce((sum, { amount }) => add(sum, amount), '0')
  if (known.length < fills.length || compare(traded, sent.amount) !== 0) return answer
  return { ...answer, order: withFills(order, known) }
}

function isThis(order: VenueOrder, sent: OutgoingOrder): boolean {
  const [price, meant] = [order.price, sent.price]
  const isPriced = price === null || meant === null ? price === meant : compare(price, meant) === 0
  const isSame = order.key === sent.key && order.market === sent.market && order.side === sent.side
  return isSame && order.type === sent.type && isPriced && compare(order.amount, sent.amount) === 0
}
