// The rows of orders as the executor reads and writes them, and who is told.

import type { Order } from '../../../../shared/order.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { AppError } from '../../../../shared/result.ts'
import type { OrderChange } from '../../../ports/stores.ts'
import type { ExecutorParts } from './executor-parts.ts'

/** An answer of the exchange could not be saved. */
export const NOT_SAVED = 'OUTCOME_NOT_SAVED'

export interface OrderWrites {
  timestamp(): string
  /** @throws AppError `NOT_FOUND` */
  stored(intentId: string): Order
  /** Writes the change down and tells of it. @throws AppError `STORAGE_FAILED` */
  change(intentId: string, what: OrderChange): Order
}

/** Builds them. */
export function createOrderWrites({ journal, clock, notices, changed }: ExecutorParts): OrderWrites {
  const timestamp = () => new Date(clock.now()).toISOString()
  const stored = (intentId: string): Order => {
    const order = journal.get(intentId)
    if (order === null) throw new AppError('NOT_FOUND', reason('NO_SUCH_ORDER'))
    return order
  }
  const change = (intentId: string, what: OrderChange): Order => {
    journal.change(intentId, timestamp(), what)
    notices.clear(NOT_SAVED)
    const order = stored(intentId)
    changed(order)
    return order
  }
  return { timestamp, stored, change }
}
