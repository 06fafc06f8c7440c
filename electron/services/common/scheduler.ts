// Loops over the clock: each works, waits, can be woken, and ends when it is told to.

import type { Clock, Logger } from '../../ports/system.ts'

/** What the work of a loop sees of it. */
export interface LoopRun {
  /** Resolves to true after `ms`, to false as soon as it is ended early. At once when the loop was stopped. */
  delay(ms: number): Promise<boolean>
  isStopped(): boolean
}

export interface Loop {
  /** Starts the work if it is at rest; a delay under way goes on. */
  start(): void
  /** As `start`, and ends the present delay, if there is one. */
  wake(): void
  /** Ends the present delay and all later ones; resolves when the work under way is over. It never starts again. */
  stop(): Promise<void>
}

export interface Scheduler {
  /**
   * A loop that is at rest. Its work goes on for as long as it has something to do; what it throws is noted under the loop's
   * name, and the next start begins anew. `again` is asked each time that it is over whether it begins anew at once.
   */
  loop(name: string, work: (run: LoopRun) => Promise<void>, again?: () => boolean): Loop
}

/** Builds it without loops. */
export function createScheduler(clock: Pick<Clock, 'sleep'>, logger: Pick<Logger, 'error'>): Scheduler {
  return {
    loop: (name, work, again = () => false) => {
      let isStopped = false
      let isRunning = false
      let running: Promise<void> | null = null
      let cut: (() => void) | null = null
      // It does not rely on the clock to heed its signal: closing the app must never wait for a timer.
      const delay = async (ms: number): Promise<boolean> => {
        if (isStopped) return false
        const over = new AbortController()
        const early = Promise.withResolvers<false>()
        cut = () => early.resolve(false)
        // A clock that heeds the signal rejects; nobody waits for it any more.
        const late = clock.sleep(ms, over.signal).then(
          () => true,
          () => false,
        )
        const sleptThrough = await Promise.race([early.promise, late])
        cut = null
        over.abort()
        return sleptThrough
      }
      const failed = (error: unknown) => logger.error('loop-failed', { loop: name, error })
      const start = () => {
        if (isRunning || isStopped) return
        // Before the work begins, which may wake its own loop in its first turn: two runs would share one delay, and a stop
        // would wait for the one that it does not end.
        isRunning = true
        running = work({ delay, isStopped: () => isStopped })
          .catch(failed)
          .then(() => {
            isRunning = false
            if (again()) start()
          })
          .catch(failed)
      }
      return {
        start,
        wake: () => {
          cut?.()
          start()
        },
        stop: async () => {
          isStopped = true
          cut?.()
          await running
        },
      }
    },
  }
}
