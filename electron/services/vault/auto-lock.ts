// Locks an open vault that nobody uses, and one whose machine has slept: whoever opens the lid may be somebody else.

import type { LockReason } from '../../../shared/vault.ts'
import type { Clock } from '../../ports/system.ts'
import type { Loop, LoopRun, Scheduler } from '../common/scheduler.ts'

const LOOK_EVERY_MS = 10_000
/** The wall clock runs on while a machine sleeps, timers do not; a busy machine is never this late. */
const SLEPT_MS = 60_000

/** What a page asks at intervals and after each piece of news, whether or not anybody sits before it. */
const BY_ITSELF = /\.(list|get|status|identity|verify)$/

export interface AutoLock {
  /** An operation came through the door. */
  touch(operation: unknown): void
  /** Watches from now on, until it is stopped or has called `lock`. */
  start(lock: (reason: Extract<LockReason, 'idle' | 'sleep'>) => void): void
  stop(): void
}

/** Builds the timer. `idleMinutes` is asked at each look; `null` is never. */
export function createAutoLock(
  clock: Pick<Clock, 'monotonic'>,
  scheduler: Scheduler,
  idleMinutes: () => number | null,
): AutoLock {
  let touchedAt = clock.monotonic()
  let loop: Loop | null = null

  const watch = async ({ delay }: LoopRun, lock: Parameters<AutoLock['start']>[0]) => {
    for (;;) {
      // It goes on while the machine sleeps, and does not when somebody sets the clock.
      const before = clock.monotonic()
      if (!(await delay(LOOK_EVERY_MS))) return
      if (clock.monotonic() - before > LOOK_EVERY_MS + SLEPT_MS) return lock('sleep')
      const minutes = idleMinutes()
      if (minutes !== null && clock.monotonic() - touchedAt >= minutes * 60_000) return lock('idle')
    }
  }
  const stop = () => {
    void loop?.stop()
    loop = null
  }
  return {
    touch: (operation) => {
      if (!BY_ITSELF.test(String(operation))) touchedAt = clock.monotonic()
    },
    start: (lock) => {
      stop()
      touchedAt = clock.monotonic()
      loop = scheduler.loop('vault-watch', (run) => watch(run, lock))
      loop.start()
    },
    stop,
  }
}
