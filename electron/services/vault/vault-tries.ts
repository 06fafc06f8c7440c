// How often a wrong passphrase may be tried: each one makes the next wait longer, also across restarts.

import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { Audit } from '../../ports/operations.ts'
import type { Clock } from '../../ports/system.ts'
import type { VaultStore } from '../../ports/vault.ts'

const LONGEST_WAIT_MS = 300_000

export interface Tries {
  /** The moment from which another try is taken, milliseconds since 1970; `null` when one is taken now. */
  retryAt(): number | null
  /**
   * Runs a try that throws `WRONG_PASSPHRASE` or does not.
   * @throws AppError `TRY_LATER`, and whatever `attempt` throws
   */
  run<T>(attempt: () => Promise<T>): Promise<T>
}

/** Slips of the finger; Argon2id alone makes each guess cost a second. */
const FREE_TRIES = 2

/** Milliseconds to wait after so many wrong tries: from the third one on a second, two, four, up to five minutes. */
function waitAfter(count: number): number {
  return count <= FREE_TRIES ? 0 : Math.min(2 ** (count - FREE_TRIES - 1) * 1_000, LONGEST_WAIT_MS)
}

/** Builds the count over its durable number. */
export function createTries(store: VaultStore, clock: Clock, audit: Audit): Tries {
  /** How much of the wait after the last wrong try had passed when this run first looked, and when that was. */
  let seen: { at: number; passed: number; monotonic: number } | null = null
  const passedSince = (at: number): number => {
    if (seen?.at !== at) {
      // Between two runs there is only the wall clock. A stamp ahead of it is of a clock that was wrong: it counts as now.
      seen = { at, passed: Math.max(0, clock.now() - at), monotonic: clock.monotonic() }
    }
    // Within a run a clock that is set must neither lengthen the wait nor end it.
    return seen.passed + clock.monotonic() - seen.monotonic
  }
  const countNow = (count: number) => {
    const at = clock.now()
    seen = { at, passed: 0, monotonic: clock.monotonic() }
    store.saveFailedTries({ count, at })
  }
  const retryAt = () => {
    const { count, at } = store.failedTries()
    const left = waitAfter(count) - passedSince(at)
    return left > 0 ? clock.now() + left : null
  }
  return {
    retryAt,
    run: async (attempt) => {
      if (retryAt() !== null) {
        throw new AppError('TRY_LATER', reason('TOO_MANY_TRIES'))
      }
      const before = store.failedTries()
      const count = before.count + 1
      // Counted before it is tried: a process that is killed in between has not won a free guess.
      countNow(count)
      try {
        const value = await attempt()
        store.saveFailedTries({ count: 0, at: 0 })
        return value
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'WRONG_PASSPHRASE')) {
          store.saveFailedTries(before)
          throw error
        }
        store.transaction(() => {
          countNow(count)
          audit({ kind: 'vault', event: 'unlock-failed', detail: { tries: count } })
        })
        throw error
      }
    },
  }
}
