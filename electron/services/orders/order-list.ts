// Reads the journal for the page.

import type { Order, OrderFilter } from '../../../shared/order.ts'
import { PAGE_SIZE, type Page } from '../../../shared/page.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { OrderJournal } from '../../ports/stores.ts'

/** Orders that a search goes through between two pauses, in which the app answers; two or three milliseconds of work. */
const SPAN = 1_000

export interface OrderList {
  /** The newest that are asked for, never more than a page. @throws AppError as `page` */
  list(filter: OrderFilter): Promise<Order[]>
  /** The same with the way to what is older. @throws AppError `NOT_FOUND` for an account, a coin or a place that is not there */
  page(filter: OrderFilter): Promise<Page<Order>>
  /** @throws AppError `NOT_FOUND` */
  get(intentId: string): Order
}

/** Builds the list; `assertAccount` and `assertCoin` throw for what is not there. A search takes `span` orders a step. */
export function createOrderList(
  journal: Pick<OrderJournal, 'page' | 'search' | 'get'>,
  assertAccount: (accountId: string) => unknown,
  assertCoin: (coinId: string) => unknown,
  span = SPAN,
): OrderList {
  /** No index knows the words of a text: the orders are gone through, some at a time. */
  const search = async (filter: OrderFilter & { limit: number; text: string }): Promise<Page<Order>> => {
    const found: { place: number; order: Order | null }[] = []
    for (let { before } = filter; ; ) {
      // One more than is asked for says whether there are more.
      const limit = filter.limit + 1 - found.length
      const step = journal.search({ ...filter, limit, ...(before === undefined ? {} : { before }) }, span)
      found.push(...step.found)
      const isMore = found.length > filter.limit
      if (isMore || step.scannedTo === null) {
        const shown = found.slice(0, filter.limit)
        const items = shown.flatMap(({ order }) => (order === null ? [] : [order]))
        return { items, next: isMore ? (shown.at(-1)?.place ?? null) : null }
      }
      before = step.scannedTo
      await new Promise<void>((resume) => setImmediate(resume))
    }
  }
  const page = async (filter: OrderFilter): Promise<Page<Order>> => {
    if (filter.accountId !== undefined) assertAccount(filter.accountId)
    if (filter.coinId !== undefined) assertCoin(filter.coinId)
    const { text, ...others } = filter
    const limit = filter.limit ?? PAGE_SIZE
    return text === undefined ? journal.page({ ...others, limit }) : search({ ...others, text, limit })
  }
  return {
    list: async (filter) => (await page(filter)).items,
    page,
    get: (intentId) => {
      const order = journal.get(intentId)
      if (order === null) throw new AppError('NOT_FOUND', reason('NO_SUCH_ORDER'))
      return order
    },
  }
}
