// What stands open at an exchange and is not accounted for here: orders that others made, orders whose ledger was lost,
// and orders that this ledger believed dead. The last are evidence that comes late, and reopen what they contradict.

import type { ForeignOrder, Order } from '../../../shared/order.ts'
import { BELIEVED_DEAD, isBelievedDead } from '../../../shared/order-states.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { SerialQueue } from '../../../shared/serial-queue.ts'
import { hasOwnForm } from '../../../shared/venues/own-keys.ts'
import type { OrderJournal } from '../../ports/stores.ts'
import type { Clock, Logger } from '../../ports/system.ts'
import type { VenueOrder } from '../../ports/venue.ts'
import type { Desk } from '../accounts/accounts.ts'
import type { Notices } from '../common/notices.ts'
import type { OrderSettler } from './order-settler.ts'

/** For so long an order that was believed dead is looked for once more. */
const LATE_MS = 24 * 3_600_000
const LOST_LEDGER = 'ORDER_OF_LOST_LEDGER'

export interface VenueSweep {
  /** @throws AppError `NOT_FOUND`, `VENUE_UNREACHABLE`, `VAULT_LOCKED`, `NOT_ALLOWED` where the venue cannot be asked */
  foreign(accountId: string): Promise<ForeignOrder[]>
  /** Looks once at each exchange where an order of the last day was believed dead. Never rejects. */
  lookForLate(): Promise<void>
}

export interface SweepParts {
  journal: Pick<OrderJournal, 'findByKey' | 'knowsVenueOrder' | 'withStatus'>
  queue: SerialQueue
  settler: Pick<OrderSettler, 'reopen' | 'lookForLate'>
  deskOf: (accountId: string) => Desk
  notices: Notices
  clock: Clock
  logger: Logger
}

/** Builds the sweep. */
export function createVenueSweep({ journal, queue, settler, deskOf, notices, clock, logger }: SweepParts): VenueSweep {
  /** Labels of the accounts with open orders that may be ours, as the last look at each has found. */
  const lostAt = new Map<string, string>()

  const openOrders = (desk: Desk): Promise<VenueOrder[]> => {
    if (desk.exchange.openOrders === null) {
      return Promise.reject(new AppError('NOT_ALLOWED', reason('OPEN_ORDERS_UNTOLD')))
    }
    return desk.exchange.openOrders()
  }

  const reopen = async (order: Order, found: VenueOrder, desk: Desk) => {
    const turn = <T>(work: () => Promise<T>) => queue.run(order.accountId, work)
    // A market that is listed no more comes under the exchange's own word in a list of all: who asks for the one order knows
    // which market is meant.
    if (found.market !== order.market) return settler.lookForLate(order, desk, { turn })
    await turn(async () => {
      // In the queue, so that nothing else moves it meanwhile.
      const now = journal.findByKey(order.accountId, order.venueClientId)
      if (now !== null && isBelievedDead(now.status)) settler.reopen(now, found, desk)
    })
  }

  const look = async (accountId: string): Promise<ForeignOrder[]> => {
    const desk = deskOf(accountId)
    const foreign: ForeignOrder[] = []
    for (const found of await openOrders(desk)) {
      const order = journal.findByKey(accountId, found.key)
      if (order !== null && isBelievedDead(order.status)) await reopen(order, found, desk)
      if (order === null && !journal.knowsVenueOrder(accountId, found.orderId)) foreign.push(shown(accountId, found))
    }
    if (foreign.some(({ hasOwnKey }) => hasOwnKey)) lostAt.set(accountId, desk.account.label)
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
        const accounts = new Set(journal.withStatus(BELIEVED_DEAD, since).map(({ accountId }) => accountId))
        for (const accountId of accounts) {
          if (deskOf(accountId).exchange.openOrders === null) continue
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
