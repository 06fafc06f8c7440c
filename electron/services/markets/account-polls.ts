// Keeps what an order needs fresh while its account is in use: prices and rules of its markets, balances, the exchange's clock,
// and with the requests themselves the connections that they go over. So an order asks for nothing between click and first byte.

import type { Clock } from '../../ports/system.ts'
import type { Loop, Scheduler } from '../common/scheduler.ts'
import type { AccountCache } from './account-cache.ts'

/** From one question to the next, milliseconds: less than its answer is good for, by what a slow answer takes. */
const EVERY_MS = 1_250
/** The exchange is left alone for so long even where it answers slowly. */
const LEAST_PAUSE_MS = 250
/** After something was not told: the exchange is away, or wants to be left alone. */
const FAILED_PAUSE_MS = 5_000
/** Each question with a key that is refused is one more on the way to a ban of this address. */
const REFUSED_PAUSE_MS = 30_000

export interface AccountPolls {
  /** To be called when another account may be in use by now. */
  wake(): void
  /** What is known of this account is no longer true: it is asked at once. */
  askNow(accountId: string): void
  /** Ends the polls; resolves when those under way are over. */
  stop(): Promise<void>
}

export interface AccountPollsParts {
  /** The accounts that are in use and may be asked without the trader. */
  inUse: () => readonly string[]
  viewOf: (accountId: string) => Pick<AccountCache, 'poll' | 'status'>
  /** An order of this account is on its way: nothing goes out beside it. */
  isSubmitting: (accountId: string) => boolean
  clock: Pick<Clock, 'monotonic'>
  scheduler: Scheduler
}

/** Builds them, one loop an account; nothing is asked yet. */
export function createAccountPolls({ inUse, viewOf, isSubmitting, clock, scheduler }: AccountPollsParts): AccountPolls {
  const loops = new Map<string, Loop>()
  let isOver = false
  const pauseAfter = (askedAt: number | null, accountId: string): number => {
    if (askedAt !== null) return Math.max(askedAt + EVERY_MS - clock.monotonic(), LEAST_PAUSE_MS)
    return viewOf(accountId).status().state === 'refused' ? REFUSED_PAUSE_MS : FAILED_PAUSE_MS
  }
  const loopOf = (accountId: string): Loop => {
    const isInUse = () => inUse().includes(accountId)
    const loop =
      loops.get(accountId) ??
      scheduler.loop(
        'account-polls',
        async ({ delay, isStopped }) => {
          while (isInUse() && !isStopped()) {
            const askedAt = isSubmitting(accountId) ? clock.monotonic() : await viewOf(accountId).poll()
            await delay(pauseAfter(askedAt, accountId))
          }
        },
        // It may be in use again by the time that the last one is over.
        isInUse,
      )
    loops.set(accountId, loop)
    return loop
  }
  return {
    wake: () => {
      if (isOver) return
      for (const accountId of inUse()) loopOf(accountId).start()
    },
    askNow: (accountId) => loops.get(accountId)?.wake(),
    stop: async () => {
      isOver = true
      await Promise.all([...loops.values()].map((loop) => loop.stop()))
    },
  }
}
