// Reads the journal for the page.

import type { Input } from '../../shared/contract.ts'
import type { Order } from '../../shared/order.ts'
import { AppError } from '../../shared/result.ts'
import type { OrderJournal } from '../store-ports.ts'

export interface OrderList {
  /** Of one account or one environment, or of all. @throws AppError `NOT_FOUND` for an account that is not there */
  list(filter: Input<'orders.list'>): Order[]
  /** @throws AppError `NOT_FOUND` */
  get(intentId: string): Order
}

/** Builds the list; `assertAccount` throws for an account that is not there. */
export function createOrderList(
  journal: Pick<OrderJournal, 'list' | 'get'>,
  assertAccount: (accountId: string) => unknown,
): OrderList {
  return {
    list: ({ accountId, environment }) => {
      if (accountId !== undefined) assertAccount(accountId)
      const orders = journal.list(accountId)
      return environment === undefined ? orders : orders.filter((order) => order.environment === environment)
    },
    get: (intentId) => {
      const order = journal.get(intentId)
      if (order === null) throw new AppError('NOT_FOUND', 'There is no such order.')
      return order
    },
  }
}
