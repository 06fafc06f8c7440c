// How old what an exchange told is. Within a run that is counted on the monotonic clock, which nobody sets; across a restart
// only the stored time is left, and one that lies ahead of now says nothing. Pure but for the clock.

import type { Quote } from '../../../shared/order.ts'
import type { Clock } from '../../ports/system.ts'
import type { KeptQuote, ToldQuote } from '../../ports/venue.ts'

type Times = Pick<Clock, 'now' | 'monotonic'>

/** A moment on the monotonic clock as of which something is true, milliseconds; `null` where nobody can say. */
export interface AsOf {
  asOfMs: number | null
}

const iso = (ms: number) => new Date(ms).toISOString()

/** A quote that has just come in. */
export function received({ ageMs, at, ...prices }: ToldQuote, clock: Times): Quote {
  const receivedAt = iso(clock.now())
  return { ...prices, at: at ?? receivedAt, receivedAt, asOfMs: ageMs === null ? null : clock.monotonic() - ageMs }
}

/** When something was read that was stored with this time of this machine's clock. */
export function recalled(at: string, clock: Times): number | null {
  const age = clock.now() - Date.parse(at)
  return age >= 0 ? clock.monotonic() - age : null
}

/**
 * The quote for the disk. Its time is told again by this machine's clock as that is now: within the run it may have been set,
 * and after a restart no other one is there.
 */
export function kept({ asOfMs, ...quote }: Quote, clock: Times): KeptQuote {
  // Of an unknown age it stays what it is; the far end of time is ahead of every now.
  return { ...quote, receivedAt: asOfMs === null ? FAR : iso(clock.now() - (clock.monotonic() - asOfMs)) }
}

const FAR = '9999-12-31T23:59:59.999Z'

/** Whether the first is newer. What nobody can date is older than everything. */
export function isNewer(one: AsOf, other: AsOf): boolean {
  return one.asOfMs !== null && (other.asOfMs === null || one.asOfMs > other.asOfMs)
}

/** The time of the older of two; unknown where either is. */
export function older(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : Math.min(one, other)
}

/** Whether something is older than `maxMs` at `now`, both on the monotonic clock. Of an unknown age it is. */
export function isStale({ asOfMs }: AsOf, now: number, maxMs: number): boolean {
  return asOfMs === null || now - asOfMs > maxMs
}
