// Limits that the trader set aside for a time, and the orders that went out under them or under one of their own.

import type { Environment } from '../../shared/order.ts'
import type { Page } from '../../shared/page.ts'
import type { Breach, RuleName, RuleOverride } from '../../shared/portfolio.ts'

export interface TimedOverride {
  overrideId: string
  environment: Environment
  rule: RuleName
  /** `null`: all that the rule holds for. */
  subject: string | null
  reason: string
  at: string
  until: string
  endedAt: string | null
}

/** What an order broke when it went out, and under which override. */
export interface OverrideUse {
  overrideId: string
  breaches: Breach[]
}

/** Every method that writes has reached the disk when it returns, or has thrown `STORAGE_FAILED`. */
export interface OverrideStore {
  /** Several writes as one: all of them are kept, or none. */
  atomically<T>(work: () => T): T
  /** Those that nobody has ended, over or not; the same array while none was written. */
  timed(): readonly TimedOverride[]
  saveTimed(override: TimedOverride): void
  /** Answers `false` where none of this id is open. */
  end(overrideId: string, at: string): boolean
  /** All of both kinds, newest first; `before` is a place that a page has answered as `next`. */
  page(before: number | undefined, limit: number, now: string): Page<RuleOverride>
}
