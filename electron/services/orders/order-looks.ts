// Looks at orders at their exchange: one list of open orders answers for all that rest there, and what it does not show as it
// is known is asked for by itself. One look at a time an account, beside its orders: these never wait for one.

import type { Order } from '../../../shared/order.ts'
import { isLive } from '../../../shared/order-states.ts'
import { createSerialQueue, type SerialQueue } from '../../../shared/serial-queue.ts'
import type { OrderJournal } from '../../ports/stores.ts'
import type { Clock, Logger, LookUp } from '../../ports/system.ts'
import type { VenueOrder } from '../../ports/venue.ts'
import type { AccountContext } from '../accounts/accounts.ts'
import type { OrderExecutor, Together } from './order-executor.ts'

export interface OrderLooks {
  /** Runs what looks at an account's orders, one after the other; what follows here has to be in such a turn. */
  inTurn<T>(accountId: string, work: () => Promise<T>): Promise<T>
  /** One look at one order, and what it settles; `null` where there is none. */
  one(intentId: string, accountId: string, how?: LookUp): Promise<Order | null>
  /** One look at several orders that were seen to stand. */
  together(accountId: string, orders: readonly Order[], how?: LookUp): Promise<Together>
  /** Those of the account's orders that its list of open ones shows just so; `null` where the list is not to be had. */
  listed(accountId: string, resting: readonly Order[], how?: LookUp): Promise<Order[] | null>
  /** Every one of these, once, but for what rests where the list is not to be had: of those only some. Never rejects. */
  all(orders: readonly Order[]): Promise<Order[]>
  /** Whether a list of open orders would show it. */
  isResting(order: Order): boolean
  /** Milliseconds until this order, or the list, may be asked for in the background. Never rejects. */
  wait(order: Order): Promise<number>
  /** Resolves when what looks now is over. */
  idle(): Promise<void>
}

export interface LooksParts {
  journal: OrderJournal
  queue: SerialQueue
  executor: Pick<OrderExecutor, 'look' | 'lookTogether' | 'stands' | 'unconfirmed'>
  contextOf: (accountId: string) => AccountContext
  isInFlight: (intentId: string) => boolean
  clock: Pick<Clock, 'now'>
  logger: Logger
}

/** Requests that a look takes: at an order that is looked for in every place, and at one that was seen to stand. */
const [IN_EVERY_PLACE, BY_ITSELF] = [8, 4]
/** So many orders are asked for by themselves in one round where the list of all is not to be had. */
export const MOST_ALONE = 5

/** Builds them. */
export function createOrderLooks(parts: LooksParts): OrderLooks {
  const { journal, queue, executor, contextOf, isInFlight, clock, logger } = parts
  /** A queue of its own: an order of the account is sent while one of these asks. */
  const asking = createSerialQueue()
  const inTurn: OrderLooks['inTurn'] = (accountId, work) => asking.run(accountId, work)

  const isResting = (order: Order): boolean => {
    const stands = order.status === 'open' || order.status === 'partially-filled'
    const mayRest = order.type !== 'market' && order.timeInForce !== 'ioc'
    return stands && mayRest && order.venueOrderId !== null && !order.cancelRequested
  }

  const one: OrderLooks['one'] = async (intentId, accountId, how = {}) => {
    const turn = <T>(work: () => Promise<T>) => queue.run(accountId, work)
    const order = journal.get(intentId)
    if (order === null || isInFlight(intentId)) return order
    if (order.status === 'recorded') {
      return turn(async () => {
        // Its submit failed before an attempt could be written, so nothing was sent.
        if (journal.get(intentId)?.status === 'recorded' && !isInFlight(intentId)) {
          journal.change(intentId, new Date(clock.now()).toISOString(), { status: 'not-sent' })
        }
        return journal.get(intentId)
      })
    }
    if (!isLive(order.status) && !executor.unconfirmed().includes(intentId)) return order
    return executor.look(order, contextOf(accountId), { ...how, turn })
  }

  const together: OrderLooks['together'] = async (accountId, orders, how = {}) => {
    const turn = <T>(work: () => Promise<T>) => queue.run(accountId, work)
    const now = orders.flatMap(({ intentId }) => journal.get(intentId) ?? [])
    return executor.lookTogether(now, contextOf(accountId), { ...how, turn })
  }

  const listed: OrderLooks['listed'] = async (accountId, resting, how = {}) => {
    const { openOrders } = contextOf(accountId).exchange
    if (openOrders === null) return null
    const markets = [...new Set(resting.map(({ market }) => market))]
    const [market = null] = markets.length === 1 ? markets : []
    const open: VenueOrder[] | null = await openOrders(market, how).catch(() => null)
    return open === null ? null : resting.filter((order) => executor.stands(order, open))
  }

  const ofAccount = async (accountId: string, orders: readonly Order[]): Promise<Order[]> => {
    const resting = orders.filter(isResting)
    const standing =
      resting.length === 0 ? [] : await inTurn(accountId, () => listed(accountId, resting)).catch(() => null)
    // What is known to stand there can wait for the next round.
    const spared = standing ?? resting.slice(MOST_ALONE)
    const looked: (Order | null)[] = []
    for (const order of orders) {
      const { intentId } = order
      if (spared.includes(order)) {
        looked.push(journal.get(intentId))
        continue
      }
      const after = await inTurn(accountId, () => one(intentId, accountId)).catch((error: unknown) => {
        // One order's failure must not keep the others from being looked at.
        logger.error('order-look-failed', { intentId, error })
        return journal.get(intentId)
      })
      looked.push(after)
    }
    return looked.filter((order) => order !== null)
  }

  return {
    inTurn,
    idle: asking.idle,
    one,
    together,
    listed,
    isResting,
    all: async (orders) => {
      const byAccount = Map.groupBy(orders, ({ accountId }) => accountId)
      const looked = await Promise.all([...byAccount].map(([accountId, own]) => ofAccount(accountId, own)))
      return looked.flat()
    },
    wait: async ({ accountId, venueOrderId }) => {
      try {
        const requests = venueOrderId === null ? IN_EVERY_PLACE : BY_ITSELF
        return (await contextOf(accountId).exchange.lookUpWait?.(requests)) ?? 0
      } catch {
        // Of what keeps it from being asked the look itself tells.
        return 0
      }
    },
  }
}
