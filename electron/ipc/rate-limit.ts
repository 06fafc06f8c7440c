// A token bucket for each operation: a page gone wild is slowed down before it reaches a service.

import { reason } from '../../shared/reasons/reason.ts'
import { AppError } from '../../shared/result.ts'
import type { Clock } from '../ports/system.ts'

export interface RateLimit {
  /** Takes one call of the operation's budget. @throws AppError `RATE_LIMITED` */
  take(operation: string): void
}

/** Each operation bears `perSecond` calls a second, and as many at once after a second of rest. */
export function createRateLimit(clock: Pick<Clock, 'monotonic'>, perSecond: number): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return {
    take: (operation) => {
      const now = clock.monotonic()
      const bucket = buckets.get(operation) ?? { tokens: perSecond, at: now }
      const tokens = Math.min(perSecond, bucket.tokens + ((now - bucket.at) / 1000) * perSecond)
      const allowed = tokens >= 1
      buckets.set(operation, { tokens: allowed ? tokens - 1 : tokens, at: now })
      if (!allowed) throw new AppError('RATE_LIMITED', reason('TOO_MANY_CALLS'))
    },
  }
}
