// The last question before the first byte of an order, in the process that sends it: has its time passed, and was it called
// back meanwhile? Whoever was answered that it is halted or cancelled may rely on it from then on.

import { DRIFT_MS, elapsed } from '../../../../shared/elapsed.ts'
import { type Reason, reason } from '../../../../shared/reasons/reason.ts'
import type { Clock, SendLimit } from '../../../ports/system.ts'

/** Keys are kept so long that nothing which was handed over before can still be on its way. */
const MAX_KEYS = 10_000

export interface SendGate {
  /** The question for one order, whose time counts from now on. */
  open(key: string, limit: SendLimit): () => Reason | null
  /** From now on nothing with one of these keys leaves. */
  withdraw(keys: readonly string[]): void
}

/** Builds the gate, with no key withdrawn. */
export function createSendGate(clock: Pick<Clock, 'now' | 'monotonic'>): SendGate {
  const withdrawn = new Set<string>()
  const moment = () => ({ wall: clock.now(), monotonic: clock.monotonic() })
  return {
    open: (key, { at, until, withinMs }) => {
      const heard = moment()
      return () => {
        if (withdrawn.has(key)) return reason('STOPPED_BEFORE_SENDING')
        const now = moment()
        const age = elapsed(heard, now)
        // A clock that was set back while the order was handed over makes it no younger.
        const isLate = age === null || age >= withinMs || now.wall >= until || now.wall < at - DRIFT_MS
        return isLate ? reason('LOOK_TOO_OLD') : null
      }
    },
    withdraw: (keys) => {
      for (const key of keys) withdrawn.add(key)
      for (const oldest of withdrawn) {
        if (withdrawn.size <= MAX_KEYS) break
        withdrawn.delete(oldest)
      }
    },
  }
}
