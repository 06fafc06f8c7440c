// Takes in what the exchange tells of an order: by a look-up, by a stream, or late, when the order was believed dead.

import { add, compare, type Decimal } from '../../../../shared/decimal.ts'
import type { Order } from '../../../../shared/order.ts'
import { isBelievedDead, isLive, mayBecome } from '../../../../shared/order-states.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import type { OutgoingOrder } from '../../../ports/system.ts'
import type { VenueOrder } from '../../../ports/venue.ts'
import { differences } from '../answers.ts'
import type { ExecutorMemory, ExecutorParts } from './executor-parts.ts'
import type { OrderWrites } from './order-writes.ts'

export interface OrderIntake {
  /**
   * What a look-up has found under the order's key; a difference in its terms is a conflict. Each of its trades is booked once,
   * by its number, whoever has told of it first.
   */
  take(order: Order, venueOrder: VenueOrder, sent: OutgoingOrder): Order
  /**
   * The same for an order that has ended and is looked at once more: a look-up that says the same, or less, changes nothing, and
   * trades that it tells for the first time are booked. Other terms are noted in the log alone: what was traded stays booked.
   */
  confirm(order: Order, venueOrder: VenueOrder, sent: OutgoingOrder): Order
  /** What a stream has told of the order; `null` where that changes nothing. */
  takeTold(order: Order, sent: OutgoingOrder): Order | null
  /** Tells the trader that an order which was called dead stands at the exchange. */
  alarmLate(order: Order): void
}

/** Builds it. */
export function createOrderIntake(
  { notices, logger }: ExecutorParts,
  writes: OrderWrites,
  memory: ExecutorMemory,
): OrderIntake {
  const { change } = writes
  const { told, unconfirmed } = memory
  const take = (order: Order, venueOrder: VenueOrder, sent: OutgoingOrder): Order => {
    const different = differences(venueOrder, sent)
    if (different !== null) return change(order.intentId, { status: 'conflict', reason: different })
    if (isSame(order, venueOrder) || isOlder(order, venueOrder)) return order
    const after = change(order.intentId, { status: venueOrder.status, reason: venueOrder.reason, venueOrder })
    const booked = amountOf(venueOrder)
    // Its trades lag behind it: once it has ended nothing else would ask for them.
    if (!isLive(after.status) && compare(booked, after.filled) < 0) unconfirmed.set(order.intentId, booked)
    return after
  }

  /** An order that has ended: the look-up says the same, or tells what was missing. */
  const confirm = (order: Order, venueOrder: VenueOrder, sent: OutgoingOrder): Order => {
    const before = unconfirmed.get(order.intentId)
    if (before === undefined) return order
    if (differences(venueOrder, sent) !== null) {
      logger.warn('ended-order-differs', { intentId: order.intentId })
      return order
    }
    const isSaid = order.status === venueOrder.status && compare(venueOrder.filled, order.filled) === 0
    const booked = amountOf(venueOrder)
    if (isSaid && compare(booked, before) <= 0 && compare(before, order.filled) >= 0) {
      unconfirmed.delete(order.intentId)
      return order
    }
    // A list that lags behind the order can tell its trades all the same.
    const { status, filled, averagePrice, fee, reason } = order
    const known = { ...venueOrder, status, filled, averagePrice, fee, reason } as VenueOrder
    const isNew = compare(booked, before) > 0 || !isOlder(order, venueOrder)
    const after = isNew ? take(order, isOlder(order, venueOrder) ? known : venueOrder, sent) : order
    // Once it is written down: on a disk that took nothing the order is looked at again.
    if (compare(booked, after.filled) < 0) {
      unconfirmed.set(order.intentId, compare(booked, before) < 0 ? before : booked)
    } else unconfirmed.delete(order.intentId)
    return after
  }

  const alarmLate = ({ market, status }: Order) => notices.raise(reason('LATE_ORDER', { market, status }))

  /**
   * What a stream has told makes the order an open one, whatever it told of its end. `null` where it told nothing, or told of
   * other terms: streams are documented less well than look-ups, which are left to say that it is a conflict.
   */
  const takeTold = (order: Order, sent: OutgoingOrder): Order | null => {
    const found = told.get(order.intentId)
    told.delete(order.intentId)
    const isDead = isBelievedDead(order.status)
    if (found === undefined || !(isLive(order.status) || isDead)) return null
    // Coinbase does not tell the price of each limit order.
    const isOther = differences({ ...found, price: found.price ?? sent.price }, sent) !== null
    if (isOther || order.status === 'open' || order.status === 'partially-filled') return null
    const after = change(order.intentId, { status: 'open', orderId: found.orderId })
    if (isDead) alarmLate(order)
    return after
  }

  return { take, confirm, takeTold, alarmLate }
}

/** How much its trades tell. */
export const amountOf = ({ fills }: Pick<VenueOrder, 'fills'>): Decimal =>
  fills.reduce((sum, { amount }) => add(sum, amount), '0')

function isSame(order: Order, { orderId, status, filled }: VenueOrder): boolean {
  return isLive(order.status) && order.status === status && order.filled === filled && order.venueOrderId === orderId
}

/** A list that lags behind shows what was; what is known already stays. */
function isOlder(order: Order, { status, filled }: VenueOrder): boolean {
  return !mayBecome(order.status, status) || compare(filled, order.filled) < 0
}
