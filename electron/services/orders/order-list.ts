// Reads the journal for the page.

import type { Order, OrderFilter } from '../../../shared/order.ts'
import { PAGE_SIZE, type Page } from '../../../shared/page.ts'
import { AppError } from '../../../shared/result.ts'
import type { OrderJournal } from '../../ports/stores.ts'

export interface OrderList {
  /** The newest that are asked for, never more than a page. @throws AppError as `page` */
  list(filter: OrderFilter): Order[]
  /** The same with the way to what is older. @throws AppError `NOT_FOUND` for an account, a coin or a place that is not there */
  page(filter: OrderFilter): Page<Order>
  /** @throws AppError `NOT_FOUND` */
  get(intentId: string): Order
}

/** Builds the list; `assertAccount` and `assertCoin` throw for what is not there. */
export function createOrderList(
  journal: Pick<OrderJournal, 'page' | 'get'>,
  assertAccount: (accountId: string) => unknown,
  assertCoin: (coinId: string) => unknown,
): OrderList {
  const page = (filter: OrderFilter): Page<Order> => {
    if (filter.accountId !== undefined) assertAccount(filter.accountId)
    if (filter.coinId !== undefined) assertCoin(filter.coinId)
    return journal.page({ ...filter, limit: filter.limit ?? PAGE_SIZE })
  }
  return {
    list: (filter) => page(filter).items,
    page,
    get: (intentId) => {
      const order = journal.get(intentId)
      if (order === null) throw new AppError('NOT_FOUND', 'There is no such order.')
      return order
    },
  }
}
