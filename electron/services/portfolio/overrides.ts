// Limits that are set aside on purpose: for one order, or for a time. Each has a reason and an end, and is in the audit log.

import type { Input } from '../../../shared/contract/contract.ts'
import type { Environment } from '../../../shared/order.ts'
import { MAX_PAGE_SIZE, PAGE_SIZE, type Page } from '../../../shared/page.ts'
import { type Breach, overrideEnd, type RuleOverride } from '../../../shared/portfolio.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { Audit } from '../../ports/operations.ts'
import type { OverrideStore, OverrideUse, TimedOverride } from '../../ports/overrides.ts'
import type { OrderJournal } from '../../ports/stores.ts'
import type { Clock, NewId } from '../../ports/system.ts'

export interface Overrides {
  /** Whether this order may break every limit. */
  ofOrder(intentId: string): boolean
  /** Whether a limit is set aside in an environment now. */
  lifts(environment: Environment, breach: Breach): boolean
  /** What an order that goes out now goes out under. */
  usesOf(intentId: string, environment: Environment, breaches: readonly Breach[]): OverrideUse[]
  /** @throws AppError `DRAFT_NOT_FOUND`, `BAD_INPUT` for a time that is over or too far away */
  forOrder(input: Input<'rules.override'>): { intentId: string; reason: string; at: string; until: string }
  /** @throws AppError `BAD_INPUT` as above */
  forTime(input: Input<'rules.overrideFor'>): RuleOverride
  /** Ends one before its time. @throws AppError `NOT_FOUND` */
  end(overrideId: string): RuleOverride
  page(input: Input<'rules.overrides'>): Page<RuleOverride>
}

/** Nobody remembers for longer why he set a limit aside. */
const MOST_DAYS = 30
const DAY_MS = 24 * 60 * 60_000

export interface OverrideParts {
  store: OverrideStore
  journal: Pick<OrderJournal, 'findDraft' | 'findOverride' | 'saveOverride'>
  /** Writes what it is told with what is being written, or throws. */
  audit: Audit
  clock: Pick<Clock, 'now'>
  newId: NewId
}

/** Builds it. */
export function createOverrides({ store, journal, audit, clock, newId }: OverrideParts): Overrides {
  const timestamp = () => new Date(clock.now()).toISOString()
  // A clock that was turned back opens nothing again before it was asked for.
  const isOpen = ({ at, until }: { at: string; until: string }) => {
    const now = timestamp()
    return at <= now && now < until
  }
  const isFor = (override: TimedOverride, environment: Environment, breach: Breach) =>
    override.environment === environment &&
    override.rule === breach.rule &&
    (override.subject === null || override.subject === (breach.subject ?? breach.coinId)) &&
    isOpen(override)
  const liftingOf = (environment: Environment, breach: Breach) =>
    store.timed().find((override) => isFor(override, environment, breach)) ?? null
  const ofOrder = (intentId: string) => {
    const found = journal.findOverride(intentId)
    return found !== null && isOpen(found)
  }
  const endOf = (until: string | undefined, at: string): string => {
    if (until === undefined) return overrideEnd(at)
    const end = new Date(until).toISOString()
    const last = new Date(Date.parse(at) + MOST_DAYS * DAY_MS).toISOString()
    if (end <= at || end > last) throw new AppError('BAD_INPUT', reason('OVERRIDE_UNTIL'))
    return end
  }
  const found = (overrideId: string): RuleOverride => {
    for (let before: number | null = 0; before !== null; ) {
      const page: Page<RuleOverride> = store.page(before, MAX_PAGE_SIZE, timestamp())
      const one = page.items.find((each) => each.overrideId === overrideId)
      if (one !== undefined) return one
      before = page.next
    }
    throw new AppError('NOT_FOUND', reason('OVERRIDE_OVER'))
  }
  return {
    ofOrder,
    lifts: (environment, breach) => liftingOf(environment, breach) !== null,
    usesOf: (intentId, environment, breaches) => {
      if (ofOrder(intentId)) return [{ overrideId: `order:${intentId}`, breaches: [...breaches] }]
      const hard = breaches.filter(({ level }) => level === 'block')
      const byId = Map.groupBy(hard, (breach) => liftingOf(environment, breach)?.overrideId ?? '')
      return [...byId].flatMap(([overrideId, of]) => (overrideId === '' ? [] : [{ overrideId, breaches: of }]))
    },
    forOrder: ({ intentId, reason: words, until }) => {
      if (journal.findDraft(intentId) === null) throw new AppError('DRAFT_NOT_FOUND', reason('TICKET_UNKNOWN'))
      const at = timestamp()
      const end = endOf(until, at)
      journal.saveOverride(intentId, words, at, end)
      return { intentId, reason: words, at, until: end }
    },
    forTime: ({ environment, rule, subject = null, reason: words, until }) => {
      const at = timestamp()
      const override = { overrideId: newId(), environment, rule, subject, reason: words, at, until: endOf(until, at) }
      store.atomically(() => {
        store.saveTimed({ ...override, endedAt: null })
        const detail = { reason: words, rule, about: subject ?? '', until: override.until, environment }
        audit({ kind: 'rule', event: 'rule-overridden', subject: override.overrideId, detail })
      })
      return { ...override, intentId: null, endedAt: null, state: 'open', orders: [] }
    },
    end: (overrideId) => {
      store.atomically(() => {
        if (!store.end(overrideId, timestamp())) throw new AppError('NOT_FOUND', reason('OVERRIDE_OVER'))
        audit({ kind: 'rule', event: 'override-ended', subject: overrideId, detail: {} })
      })
      return found(overrideId)
    },
    page: ({ before, limit = PAGE_SIZE }) => store.page(before, Math.min(limit, MAX_PAGE_SIZE), timestamp()),
  }
}
