// What stands open at an exchange and is not accounted for here: orders that others made, orders whose ledger was lost,
// and orders that this ledger believed dead. The last are evidence that comes late, and reopen what they contradict.

import type { ForeignOrder, Order } from '../../../shared/order.ts'
import { isBelievedDead, PRESUMED_CLOSED } from '../../../shared/order-states.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { SerialQueue } from '../../../shared/serial-queue.ts'
import { hasOwnForm } from '../../../shared/venues/own-keys.ts'
import type { OrderJournal } from '../../ports/stores.ts'
import type { Clock, Logger } from '../../ports/system.ts'
import type { VenueOrder } from '../../ports/venue.ts'
import type { AccountContext } from '../accounts/accounts.ts'
import type { Notices } from '../common/notices.ts'
import type { OrderExecutor } from './order-executor.ts'

/** For so long an order that was believed dead is looked for once more. */
const LATE_MS = 24 * 3_600_000
const LOST_LEDGER = 'ORDER_OF_LOST_LEDGER'

export interface ExternalOrderScan {
  /** @throws AppError `NOT_FOUND`, `VENUE_UNREACHABLE`, `VAULT_LOCKED`, `NOT_ALLOWED` where the venue cannot be asked */
  foreign(accountId: string): Promise<ForeignOrder[]>
  /** Looks once at each exchange where an order of the last day was believed dead. Never rejects. */
  lookForLate(): Promise<void>
}

export interface ExternalOrderScanParts {
  journal: Pick<OrderJournal, 'findByKey' | 'knowsVenueOrder' | 'withStatus'>
  queue: SerialQueue
  executor: Pick<OrderExecutor, 'reopen' | 'lookForLate'>
  contextOf: (accountId: string) => AccountContext
  notices: Notices
  clock: Clock
  logger: Logger
}

/** Builds the scan. */
export function createExternalOrderScan({
  journal,
  queue,
  executor,
  contextOf,
  notices,
  clock,
  logger,
}: ExternalOrderScanParts): ExternalOrderScan {
  /** Labels of the accounts with open orders that may be ours, as the last look at each has found. */
  const lostAt = new Map<string, string>()

  const openOrders = (context: AccountContext): Promise<VenueOrder[]> => {
    if (context.exchange.openOrders === null) {
      return Promise.reject(new AppError('NOT_ALLOWED', reason('OPEN_ORDERS_UNTOLD')))
    }
    return context.exchange.openOrders()
  }

  const reopen = async (order: Order, found: VenueOrder, context: AccountContext) => {
    const turn = <T>(work: () => Promise<T>) => queue.run(order.accountId, work)
    // A market that is listed no more comes under the exchange's own word in a list of all: who asks for the one order knows
    // which market is meant.
    if (found.market !== order.market) return executor.lookForLate(order, context, { turn })
    await turn(async () => {
      // In the queue, so that nothing else moves it meanwhile.
      const now = journal.findByKey(order.accountId, order.venueClientId)
      if (now !== null && isBelievedDead(now.status)) executor.reopen(now, found, context)
    })
  }

  const look = async (accountId: string): Promise<ForeignOrder[]> => {
    const context = contextOf(accountId)
    const foreign: ForeignOrder[] = []
    for (const found of await openOrders(context)) {
      const order = journal.findByKey(accountId, found.key)
      if (order !== null && isBelievedDead(order.status)) await reopen(order, found, context)
      if (order === null && !journal.knowsVenueOrder(accountId, found.orderId)) foreign.push(shown(accountId, found))
    }
    if (foreign.some(({ hasOwnKey }) => hasOwnKey)) lostAt.set(accountId, context.account.label)
    else lostAt.delete(accountId)
    // Cleared first: a notice that is repeated keeps its old words.
    notices.clear(LOST_LEDGER)
    if (lostAt.size > 0) {
      notices.raise(reason(LOST_LEDGER, { accounts: [...lostAt.values()] }))
    }
    return foreign
  }

  return {
    foreign: look,
    lookForLate: async () => {
      const missed = (accountId: string | null, error: unknown) =>
        logger.warn('late-orders-not-looked-for', {
          accountId,
          code: error instanceof AppError ? error.code : 'INTERNAL',
        })
      try {
        const since = new Date(clock.now() - LATE_MS).toISOString()
        const accounts = new Set(journal.withStatus(PRESUMED_CLOSED, since).map(({ accountId }) => accountId))
        for (const accountId of accounts) {
          if (contextOf(accountId).exchange.openOrders === null) continue
          await look(accountId).catch((error: unknown) => missed(accountId, error))
        }
      } catch (error) {
        // The journal itself could not be read. Nobody waits for this look, so nobody would catch it.
        missed(null, error)
      }
    },
  }
}

function shown(accountId: string, order: VenueOrder): ForeignOrder {
  const { orderId: venueOrderId, key, market, side, type, amount, price, stopPrice, filled } = order
  const hasOwnKey = hasOwnForm(key)
  return { accountId, venueOrderId, key, market, side, type, amount, price, stopPrice, filled, hasOwnKey }
}
