// How often a wrong passphrase may be tried: each one makes the next wait longer, also across restarts.

import { AppError } from '../../shared/result.ts'
import type { Clock } from '../ports.ts'
import type { VaultStore } from '../vault-ports.ts'
import type { Audit } from './vault-services.ts'

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
  const retryAt = () => {
    const { count, at } = store.failedTries()
    // A clock that was turned back must not lock the trader out for longer than the wait.
    const since = Math.max(0, clock.now() - at)
    return since < waitAfter(count) ? clock.now() + waitAfter(count) - since : null
  }
  return {
    retryAt,
    run: async (attempt) => {
      if (retryAt() !== null) {
        throw new AppError('TRY_LATER', 'Too many wrong passphrases. Wait until another try is taken.')
      }
      const before = store.failedTries()
      const count = before.count + 1
      // Counted before it is tried: a process that is killed in between has not won a free guess.
      store.saveFailedTries({ count, at: clock.now() })
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
          store.saveFailedTries({ count, at: clock.now() })
          audit({ kind: 'vault', event: 'unlock-failed', detail: { tries: count } })
        })
        throw error
      }
    },
  }
}
