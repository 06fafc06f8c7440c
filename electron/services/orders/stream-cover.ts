// For how long the stream of an account's own orders has stood without a gap: what such a stream has not told was not placed,
// however late the look-ups are.

import { elapsed, type Moment } from '../../../shared/elapsed.ts'
import type { Clock } from '../../ports/system.ts'

/** What an order was sent under, to be compared later. */
export interface Cover {
  session: number
  since: Moment
}

export interface StreamCover {
  /** The stream of this account stands from now on. */
  up(accountId: string): void
  /** It is over, or has left something out: from then on it is no evidence until it is opened anew. */
  gap(accountId: string): void
  /** Under which stream an order is sent now; `null` where there is none. */
  now(accountId: string): Cover | null
  /** True when that stream has stood ever since, and the machine has not slept. */
  holds(accountId: string, cover: Cover | null): boolean
}

/** Builds it; no stream stands. */
export function createStreamCover(clock: Pick<Clock, 'now' | 'monotonic'>): StreamCover {
  const sessions = new Map<string, number>()
  let last = 0
  const moment = (): Moment => ({ wall: clock.now(), monotonic: clock.monotonic() })
  return {
    up: (accountId) => {
      last += 1
      sessions.set(accountId, last)
    },
    gap: (accountId) => void sessions.delete(accountId),
    now: (accountId) => {
      const session = sessions.get(accountId)
      return session === undefined ? null : { session, since: moment() }
    },
    holds: (accountId, cover) =>
      cover !== null && sessions.get(accountId) === cover.session && elapsed(cover.since, moment()) !== null,
  }
}
