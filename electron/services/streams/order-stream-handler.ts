// What streams tell of own orders, as evidence beside the look-ups: that an order exists, which no look-up has to find any
// more, and that something happened to it, which a look-up then tells exactly. An order that is not ours changes nothing.

import { isZero } from '../../../shared/decimal.ts'
import type { Order } from '../../../shared/order.ts'
import { isBelievedDead, isLive } from '../../../shared/order-states.ts'
import { AppError } from '../../../shared/result.ts'
import type { SerialQueue } from '../../../shared/serial-queue.ts'
import type { OrderJournal } from '../../ports/stores.ts'
import type { Logger } from '../../ports/system.ts'
import type { VenueOrder } from '../../ports/venue.ts'
import type { AccountContext } from '../accounts/accounts.ts'
import type { OrderExecutor } from '../orders/order-executor.ts'

export interface OrderStreamHandler {
  /** Takes in what a stream has told. Never throws. */
  heard(accountId: string, found: VenueOrder): void
}

export interface OrderStreamHandlerParts {
  journal: Pick<OrderJournal, 'findByKey' | 'get'>
  queue: SerialQueue
  executor: Pick<OrderExecutor, 'note' | 'hear' | 'lookForLate'>
  contextOf: (accountId: string) => AccountContext
  /** Has the order looked at soon. */
  look: (intentId: string) => void
  logger: Logger
}

/** Builds the handler. */
export function createOrderStreamHandler({
  journal,
  queue,
  executor,
  contextOf,
  look,
  logger,
}: OrderStreamHandlerParts): OrderStreamHandler {
  /** Orders that wait in their queue to be heard of: the newest word on each is noted already. */
  const waiting = new Set<string>()
  /** The last word on each order for which it was looked at: a venue that repeats itself is not asked each time. */
  const looked = new Map<string, string>()

  const hear = async (intentId: string, accountId: string, found: VenueOrder) => {
    const turn = <T>(work: () => Promise<T>) => queue.run(accountId, work)
    const context = contextOf(accountId)
    const after = await turn(async () => {
      waiting.delete(intentId)
      const order = journal.get(intentId)
      return order === null ? null : executor.hear(order, context)
    })
    if (after === null) return
    if (isLive(after.status)) lookOnce(intentId, found)
    // It was told in other terms than it was sent in, as of a market that is listed no more: a look-up reads those right.
    else if (isBelievedDead(after.status) && isNew(intentId, found))
      await executor.lookForLate(after, context, { turn })
    else looked.delete(intentId)
  }
  const isNew = (intentId: string, found: VenueOrder): boolean => {
    const word = JSON.stringify(found)
    if (looked.get(intentId) === word) return false
    looked.set(intentId, word)
    return true
  }
  const lookOnce = (intentId: string, found: VenueOrder) => {
    if (isNew(intentId, found)) look(intentId)
  }
  const failed = (error: unknown) =>
    logger.warn('evidence-not-taken', { code: error instanceof AppError ? error.code : 'INTERNAL' })

  return {
    heard: (accountId, found) => {
      try {
        const order = journal.findByKey(accountId, found.key)
        if (order === null || !mayChange(order)) return
        // Of an order that it did not take, or ended at once, a venue may have nothing to look up later: taken for an open
        // one, it would stay that for good.
        if (!isThere(found)) return lookOnce(order.intentId, found)
        executor.note(order.intentId, found)
        if (waiting.has(order.intentId)) return
        waiting.add(order.intentId)
        hear(order.intentId, accountId, found).catch(failed)
      } catch (error) {
        failed(error)
      }
    },
  }
}

const isThere = ({ status, filled }: VenueOrder): boolean =>
  ['open', 'partially-filled', 'filled'].includes(status) || !isZero(filled)

const mayChange = ({ status }: Order): boolean => isLive(status) || isBelievedDead(status)
