// Keeps looking after orders that are not final, cancels them, and holds the switch that stops all sending.

import type { AppStatus } from '../../../shared/app.ts'
import type { Order } from '../../../shared/order.ts'
import { isLive, isUnsettled } from '../../../shared/order-states.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { SerialQueue } from '../../../shared/serial-queue.ts'
import type { OrderJournal } from '../../ports/stores.ts'
import type { Clock, Logger } from '../../ports/system.ts'
import type { Desk } from '../accounts/accounts.ts'
import type { Scheduler } from '../common/scheduler.ts'
import type { PreTrade } from './checks/pre-trade.ts'
import type { OrderDesk } from './order-desk.ts'
import type { OrderSettler } from './order-settler.ts'

/** Pauses between look-ups, milliseconds; the last one repeats. Short at first, since most answers are late, not lost. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000] as const

export interface OrderKeeper {
  /** Looks at every order that is not final, once, and answers when done. */
  reconcile(): Promise<Order[]>
  /** @throws AppError `NOT_FOUND`, `NOT_CANCELABLE` */
  cancel(intentId: string): Promise<Order>
  /** Also what is submitted at this moment. @throws AppError `NOT_FOUND` */
  cancelAll(accountId: string | undefined): Promise<Order[]>
  /** Once this has answered that sending is halted, nothing leaves any more. @throws AppError `NOT_FOUND` */
  halt(accountId: string | undefined, halted: boolean): Promise<AppStatus['halted']>
  /** Starts looking in the background, if it is not running. */
  wake(): void
  /** When it looks next by itself, milliseconds since 1970; `null` while there is nothing to look after. */
  nextLookAt(): number | null
  /** Stops looking; resolves when the look under way is done. */
  stop(): Promise<void>
}

export interface KeeperParts {
  journal: OrderJournal
  queue: SerialQueue
  settler: OrderSettler
  deskOf: (accountId: string) => Desk
  desk: Pick<OrderDesk, 'isInFlight' | 'cancelInFlight' | 'inFlight'>
  preTrade: Pick<PreTrade, 'recheck'>
  clock: Clock
  scheduler: Scheduler
  logger: Logger
  /** Told when the time of the next look is another one. */
  planned: () => void
}

/** Builds the keeper. */
export function createOrderKeeper({
  journal,
  queue,
  settler,
  deskOf,
  desk: { isInFlight, cancelInFlight, inFlight },
  preTrade,
  clock,
  scheduler,
  logger,
  planned,
}: KeeperParts): OrderKeeper {
  let pause = 0
  let nextLookAt: number | null = null
  const plan = (at: number | null) => {
    nextLookAt = at
    planned()
  }

  const unfinished = () =>
    journal.withStatus(['recorded', 'submitting', 'unknown', 'stuck', 'open', 'partially-filled'])
  const watched = () => unfinished().filter((order) => !isInFlight(order.intentId))

  const look = (intentId: string, accountId: string): Promise<Order | null> =>
    queue.run(accountId, async () => {
      const order = journal.get(intentId)
      if (order === null || isInFlight(intentId)) return order
      if (order.status === 'recorded') {
        // Its submit failed before an attempt could be written, so nothing was sent.
        journal.change(intentId, new Date(clock.now()).toISOString(), { status: 'not-sent' })
        return journal.get(intentId)
      }
      return isLive(order.status) ? settler.look(order, deskOf(accountId)) : order
    })

  const round = async (): Promise<Order[]> => {
    const looked = await Promise.all(
      watched().map((order) =>
        look(order.intentId, order.accountId).catch((error: unknown) => {
          // One order's failure must not keep the others from being looked at.
          logger.error('order-look-failed', { intentId: order.intentId, error })
          return journal.get(order.intentId)
        }),
      ),
    )
    return looked.filter((order) => order !== null)
  }

  const loop = scheduler.loop('order-keeper', async ({ delay, isStopped }) => {
    // An order in flight is nobody's to look at, but the loop waits for it: its answer may leave something to find out.
    while (!isStopped() && unfinished().length > 0) {
      if (watched().length === 0) pause = 0
      const ms = PAUSES_MS[Math.min(pause, PAUSES_MS.length - 1)] ?? 30_000
      pause += 1
      plan(clock.now() + ms)
      if (await delay(ms)) await round()
    }
    plan(null)
  })

  const wake = () => {
    pause = 0
    // Something happened: what would sleep half a minute for a resting order begins with the short pauses again.
    loop.wake()
  }

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
    const after = await look(intentId, order.accountId)
    wake()
    return after ?? order
  }

  return {
    reconcile: round,
    cancel,
    cancelAll: async (accountId) => {
      if (accountId !== undefined) deskOf(accountId)
      const open = journal
        .withStatus(['recorded', 'submitting', 'open', 'partially-filled', 'unknown', 'stuck'])
        .filter((order) => accountId === undefined || order.accountId === accountId)
        .map(({ intentId }) => intentId)
      const all = [...inFlight(accountId), ...open]
      const canceled = await Promise.all(all.map((intentId) => cancel(intentId).catch(() => journal.get(intentId))))
      return canceled.filter((order) => order !== null)
    },
    halt: async (accountId, halted) => {
      if (accountId !== undefined) deskOf(accountId)
      journal.setHalt(accountId ?? null, halted)
      await preTrade.recheck()
      return journal.halts()
    },
    wake,
    nextLookAt: () => nextLookAt,
    stop: loop.stop,
  }
}
