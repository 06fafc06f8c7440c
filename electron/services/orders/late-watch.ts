// For a day after an order was called not placed it is looked for in every place, history and trades as well as open
// orders: look-ups that lag for hours are rare, and an order that nobody knows of is the most expensive kind.

import type { Order } from '../../../shared/order.ts'
import { AppError } from '../../../shared/result.ts'
import type { SerialQueue } from '../../../shared/serial-queue.ts'
import type { OrderJournal } from '../../ports/stores.ts'
import type { Clock, Logger } from '../../ports/system.ts'
import type { AccountContext } from '../accounts/accounts.ts'
import type { Scheduler } from '../common/scheduler.ts'
import type { OrderExecutor } from './order-executor.ts'

const DAY_MS = 24 * 3_600_000
const MINUTE_MS = 60_000
/** Pauses between the looks, minutes; the last one repeats. */
const PAUSES = [1, 2, 5, 10, 20, 30] as const
/** An order may have been in doubt for days before it was decided. */
const OLDEST_MS = 30 * DAY_MS

export interface LateWatch {
  /** To be called when an order may have ended as not placed. Never throws. */
  wake(): void
  /** As `wake`, and has all of them looked for at once: the exchanges can be asked again. */
  lookNow(): void
  /** Resolves when the look under way is done. */
  stop(): Promise<void>
}

export interface LateWatchParts {
  journal: Pick<OrderJournal, 'get' | 'withStatus'>
  queue: SerialQueue
  executor: Pick<OrderExecutor, 'lookForLate'>
  contextOf: (accountId: string) => AccountContext
  clock: Clock
  scheduler: Scheduler
  logger: Logger
}

/** Builds the watch; it sleeps while there is nothing to watch. */
export function createLateWatch(parts: LateWatchParts): LateWatch {
  const { journal, queue, executor, contextOf, clock, scheduler, logger } = parts
  /** When each was first watched in this run and is looked for next, on the clock that never runs backwards. */
  const watches = new Map<string, { since: number; looks: number; nextAt: number }>()

  // By the clock that says it is younger: one that was set ahead must not end the watch.
  const watched = (): Order[] => {
    const since = new Date(clock.now() - OLDEST_MS).toISOString()
    const now = clock.monotonic()
    const all = journal.withStatus(['not-placed'], since).filter(({ intentId, updatedAt }) => {
      const seen = watches.get(intentId)?.since
      return clock.now() - Date.parse(updatedAt) < DAY_MS || (seen !== undefined && now - seen < DAY_MS)
    })
    for (const intentId of watches.keys())
      if (!all.some((order) => order.intentId === intentId)) watches.delete(intentId)
    for (const { intentId } of all) {
      if (!watches.has(intentId)) watches.set(intentId, { since: now, looks: 0, nextAt: now + PAUSES[0] * MINUTE_MS })
    }
    return all
  }
  const look = async ({ intentId, accountId }: Order) => {
    const watch = watches.get(intentId)
    if (watch === undefined || watch.nextAt > clock.monotonic()) return
    watch.looks += 1
    const pause = PAUSES[Math.min(watch.looks, PAUSES.length - 1)] ?? 30
    watch.nextAt = clock.monotonic() + pause * MINUTE_MS
    const order = journal.get(intentId)
    const turn = <T>(work: () => Promise<T>) => queue.run(accountId, work)
    if (order?.status === 'not-placed') {
      await executor.lookForLate(order, contextOf(accountId), { turn, isBackground: true })
    }
  }
  const missed = (accountId: string | null, error: unknown) =>
    logger.warn('late-order-not-looked-for', { accountId, code: error instanceof AppError ? error.code : 'INTERNAL' })
  const loop = scheduler.loop(
    'late-watch',
    async ({ delay, isStopped }) => {
      for (;;) {
        const all = watched()
        if (isStopped() || all.length === 0) return
        for (const order of all) {
          if (isStopped()) return
          await look(order).catch((error: unknown) => missed(order.accountId, error))
        }
        const next = Math.min(...[...watches.values()].map(({ nextAt }) => nextAt))
        await delay(Math.max(1_000, next - clock.monotonic()))
      }
    },
    () => watched().length > 0,
  )
  return {
    wake: loop.wake,
    lookNow: () => {
      for (const watch of watches.values()) watch.nextAt = clock.monotonic()
      loop.wake()
    },
    stop: loop.stop,
  }
}
