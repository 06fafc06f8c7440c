// Keeps looking after orders that are not final, cancels them, and holds the switch that stops all sending.

import type { AppStatus } from '../../../shared/app.ts'
import type { Order } from '../../../shared/order.ts'
import { isUnsettled } from '../../../shared/order-states.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { SerialQueue } from '../../../shared/serial-queue.ts'
import type { OrderJournal } from '../../ports/stores.ts'
import type { Clock, Logger } from '../../ports/system.ts'
import type { AccountContext } from '../accounts/accounts.ts'
import type { Scheduler } from '../common/scheduler.ts'
import type { PreTrade } from './checks/pre-trade.ts'
import { createLookLoop } from './look-loop.ts'
import type { OrderExecutor } from './order-executor.ts'
import { createOrderLooks } from './order-looks.ts'
import type { OrderService } from './order-service.ts'

export interface OrderMonitor {
  /** Looks at every order that is not final, once, and answers when done. */
  reconcile(): Promise<Order[]>
  /** @throws AppError `NOT_FOUND`, `NOT_CANCELABLE` */
  cancel(intentId: string): Promise<Order>
  /** Also what is submitted at this moment. @throws AppError `NOT_FOUND` */
  cancelAll(accountId: string | undefined): Promise<Order[]>
  /** Once this has answered that sending is halted, nothing leaves any more. @throws AppError `NOT_FOUND` */
  halt(accountId: string | undefined, halted: boolean): Promise<AppStatus['halted']>
  /** Starts looking in the background, if it is not running; this order, or every one without a name, is looked at soon. */
  wake(intentId?: string): void
  /** When it looks next by itself, milliseconds since 1970; `null` while there is nothing to look after. */
  nextLookAt(): number | null
  /** Stops looking; resolves when the look under way is done. */
  stop(): Promise<void>
}

export interface OrderMonitorParts {
  journal: OrderJournal
  queue: SerialQueue
  executor: OrderExecutor
  contextOf: (accountId: string) => AccountContext
  orderService: Pick<OrderService, 'isInFlight' | 'cancelInFlight' | 'inFlight'>
  preTrade: Pick<PreTrade, 'recheck'>
  clock: Clock
  scheduler: Scheduler
  logger: Logger
  /** Told when the time of the next look is another one. */
  planned: () => void
}

/** Builds the monitor. */
export function createOrderMonitor({
  journal,
  queue,
  executor,
  contextOf,
  orderService: { isInFlight, cancelInFlight, inFlight },
  preTrade,
  clock,
  scheduler,
  logger,
  planned,
}: OrderMonitorParts): OrderMonitor {
  const unfinished = () =>
    journal.withStatus(['recorded', 'submitting', 'unknown', 'stuck', 'open', 'partially-filled'])
  const looks = createOrderLooks({ journal, queue, executor, contextOf, isInFlight, clock, logger })
  const loop = createLookLoop({
    ...{ journal, looks, executor, unfinished, isInFlight, clock, scheduler, logger, planned },
  })

  const cancel = async (intentId: string): Promise<Order> => {
    const order = journal.get(intentId)
    if (order === null) {
      // It may be submitted at this moment, and is written down as cancelled.
      const submitted = await cancelInFlight(intentId)
      if (submitted === null) throw new AppError('NOT_FOUND', reason('NO_SUCH_ORDER'))
      return submitted
    }
    if (!isUnsettled(order.status) && order.status !== 'open' && order.status !== 'partially-filled') {
      throw new AppError('NOT_CANCELABLE', reason('ORDER_OVER', { status: order.status }))
    }
    // The wish is on the disk before anything is sent: it survives a crash, and an order found later is canceled too.
    journal.requestCancel(intentId, new Date(clock.now()).toISOString())
    await preTrade.recheck()
    // It may be on its way: then its answer comes first.
    if (isInFlight(intentId)) await queue.run(order.accountId, async () => {})
    const after = await looks.inTurn(order.accountId, () => looks.one(intentId, order.accountId))
    loop.wake(intentId)
    return after ?? order
  }

  return {
    reconcile: () => {
      const ended = executor.unconfirmed().flatMap((intentId) => journal.get(intentId) ?? [])
      return looks.all([...unfinished(), ...ended].filter(({ intentId }) => !isInFlight(intentId)))
    },
    cancel,
    cancelAll: async (accountId) => {
      if (accountId !== undefined) contextOf(accountId)
      const open = journal
        .withStatus(['recorded', 'submitting', 'open', 'partially-filled', 'unknown', 'stuck'])
        .filter((order) => accountId === undefined || order.accountId === accountId)
        .map(({ intentId }) => intentId)
      const all = [...inFlight(accountId), ...open]
      const canceled = await Promise.all(all.map((intentId) => cancel(intentId).catch(() => journal.get(intentId))))
      return canceled.filter((order) => order !== null)
    },
    halt: async (accountId, halted) => {
      if (accountId !== undefined) contextOf(accountId)
      journal.setHalt(accountId ?? null, halted)
      await preTrade.recheck()
      return journal.halts()
    },
    wake: (intentId) => loop.wake(intentId ?? null),
    nextLookAt: loop.nextLookAt,
    // A cancel under way looks first, and what it finds out is written down before anything is closed.
    stop: async () => {
      await loop.stop()
      await looks.idle()
    },
  }
}
