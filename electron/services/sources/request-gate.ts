// Whether a source may be asked now: it is on, its budget has room, and it is not resting. One request is counted before it
// leaves, so that a crash can only count too many.

import { type Reason, reason } from '../../../shared/reasons/reason.ts'
import { sourceFacts } from '../../../shared/sources/source-facts.ts'
import type { SourceBudget, SourceId } from '../../../shared/sources/sources.ts'
import type { SourceTrouble, UsageRow } from '../../ports/market-data.ts'
import type { SourceRow, SourceStore } from '../../ports/sources.ts'
import type { Clock } from '../../ports/system.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** A pause that the source asks for is one, whatever it says: 0, a fraction, a date that is over. */
const SHORTEST_REST_MS = 1_000
/** Without a word of its own, doubled with each failure. */
const FIRST_REST_MS = 5_000
const FIRST_LIMIT_REST_MS = MINUTE_MS
const LONGEST_REST_MS = 60 * MINUTE_MS
/** A key or a plan that the trader has to put right changes nothing by being asked again. */
const REFUSED_REST_MS = 60 * MINUTE_MS
/** Days that are kept of what was used: enough for a month. */
const KEEP_DAYS = 62

export interface RequestGate {
  /** Why it must not be asked now; `null` where it may. Counts nothing. */
  problem(source: SourceId): Reason | null
  /** Counts one request and lets it go, or says why it must not. */
  take(source: SourceId): Reason | null
  /** The source answered what was asked. */
  answered(source: SourceId): void
  /** `generation`: of the key that was used. */
  failed(source: SourceId, trouble: SourceTrouble, generation?: number): void
  /** Another number with another key or plan. */
  generation(source: SourceId): number
  /** What it says that is used counts in place of what was counted here. */
  told(source: SourceId, usage: UsageRow): void
  /** Its key or its plan is another one: what was refused before may be asked again. */
  renewed(source: SourceId): void
  /** `perRefresh`: what one refresh of everything costs. */
  budget(source: SourceId, perRefresh: number): SourceBudget
}

interface Parts {
  store: SourceStore
  clock: Pick<Clock, 'now' | 'monotonic'>
  changed(source: SourceId): void
}

/** Builds it over what is kept of earlier runs. */
export function createRequestGate({ store, clock, changed }: Parts): RequestGate {
  /** Of the last minute, by the clock that never runs backwards. */
  const recent = new Map<SourceId, number[]>()
  const failures = new Map<SourceId, number>()
  const generations = new Map<SourceId, number>()
  const generation = (source: SourceId): number => generations.get(source) ?? 0
  const usage = new Map<SourceId, UsageRow & { countedSince: { day: string; month: number; today: number } }>()
  const now = () => new Date(clock.now())
  const today = () => now().toISOString().slice(0, 10)

  const lately = (source: SourceId): number[] => {
    const since = clock.monotonic() - MINUTE_MS
    const left = (recent.get(source) ?? []).filter((at) => at > since)
    recent.set(source, left)
    return left
  }
  const limitsOf = (source: SourceId) => {
    const row = store.row(source)
    const own = sourceFacts(source).limits(row.plan)
    const said = usage.get(source)
    return {
      perMinute: row.perMinute ?? said?.perMinute ?? own.perMinute,
      perDay: said?.perDay ?? own.perDay,
      perMonth: row.perMonth ?? said?.perMonth ?? own.perMonth,
    }
  }
  const countedHere = (source: SourceId) => {
    const days = store.usedSince(source, `${today().slice(0, 7)}-01`)
    return {
      month: days.reduce((sum, { used }) => sum + used, 0),
      today: days.find(({ day }) => day === today())?.used ?? 0,
    }
  }
  /** What the source has told, and what was counted here since. */
  const used = (source: SourceId) => {
    const counted = countedHere(source)
    const said = usage.get(source)
    if (said === undefined || said.countedSince.day !== today()) return { ...counted, here: true }
    const { usedToday, usedThisMonth, countedSince } = said
    return {
      today: usedToday === null ? counted.today : usedToday + counted.today - countedSince.today,
      month: usedThisMonth === null ? counted.month : usedThisMonth + counted.month - countedSince.month,
      here: false,
    }
  }
  const spent = (source: SourceId): Reason | null => {
    const { perMinute, perDay, perMonth } = limitsOf(source)
    const minute = lately(source)
    if (perMinute !== null && minute.length >= perMinute) {
      const wait = (minute[minute.length - perMinute] ?? 0) + MINUTE_MS - clock.monotonic()
      const until = new Date(clock.now() + wait).toISOString()
      return reason('SOURCE_BUDGET_SPENT', { period: 'minute', allowed: perMinute, until })
    }
    const counted = used(source)
    if (perDay !== null && counted.today >= perDay) {
      const until = new Date(Math.floor(clock.now() / DAY_MS) * DAY_MS + DAY_MS).toISOString()
      return reason('SOURCE_BUDGET_SPENT', { period: 'day', allowed: perDay, until })
    }
    if (perMonth !== null && counted.month >= perMonth) {
      const at = now()
      const until = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1)).toISOString()
      return reason('SOURCE_BUDGET_SPENT', { period: 'month', allowed: perMonth, until })
    }
    return null
  }
  const save = (source: SourceId, change: Partial<SourceRow>) => {
    store.save({ ...store.row(source), ...change })
    changed(source)
  }
  const restOf = (source: SourceId, { kind, asked }: SourceTrouble): number => {
    const times = failures.get(source) ?? 0
    if (asked !== null) return Math.min(Math.max(asked, SHORTEST_REST_MS), DAY_MS)
    // Without a key it is the one question that was refused, about one market perhaps: the others are asked on.
    if (kind === 'refused' && sourceFacts(source).needsKey) return REFUSED_REST_MS
    const first = kind === 'limit' ? FIRST_LIMIT_REST_MS : FIRST_REST_MS
    return Math.min(first * 2 ** Math.min(times, 20), LONGEST_REST_MS)
  }

  /** Until when it rests; `null` where it does not. */
  const restUntil = (source: SourceId): string | null => {
    const { restsUntil } = store.row(source)
    // A clock that was turned back must not make it rest for longer than any pause is.
    const left = restsUntil === null ? 0 : Date.parse(restsUntil) - clock.now()
    return left > 0 && left <= DAY_MS ? restsUntil : null
  }
  const problem = (source: SourceId): Reason | null => {
    if (!store.row(source).enabled) return reason('SOURCE_OFF')
    const until = restUntil(source)
    return until === null ? spent(source) : reason('SOURCE_RESTS', { until })
  }

  return {
    problem,
    take: (source) => {
      const why = problem(source)
      if (why !== null) return why
      const row = store.row(source)
      const day = today()
      const keepFrom = new Date(clock.now() - KEEP_DAYS * DAY_MS).toISOString().slice(0, 10)
      store.transaction(() => {
        store.countRequest(source, day, keepFrom)
        store.save({ ...row, lastAskedAt: now().toISOString() })
      })
      recent.set(source, [...lately(source), clock.monotonic()])
      return null
    },
    answered: (source) => {
      const lastAnswerAt = now().toISOString()
      // It was under way when another answer asked for a pause: that one stands.
      if (restUntil(source) !== null) return save(source, { lastAnswerAt })
      failures.delete(source)
      save(source, { lastAnswerAt, lastError: null, restsUntil: null })
    },
    failed: (source, trouble, of = generation(source)) => {
      if (trouble.kind === 'refused' && of !== generation(source)) return
      const asked = new Date(clock.now() + restOf(source, trouble)).toISOString()
      const before = restUntil(source)
      const until = before !== null && before > asked ? before : asked
      failures.set(source, (failures.get(source) ?? 0) + 1)
      const isRest = trouble.why.code === 'SOURCE_RESTS'
      save(source, { lastError: isRest ? reason('SOURCE_RESTS', { until }) : trouble.why, restsUntil: until })
    },
    told: (source, said) => {
      const { today: counted, month } = countedHere(source)
      usage.set(source, { ...said, countedSince: { day: today(), today: counted, month } })
    },
    generation,
    renewed: (source) => {
      generations.set(source, generation(source) + 1)
      failures.delete(source)
      usage.delete(source)
    },
    budget: (source, perRefresh) => {
      const limits = limitsOf(source)
      const { today: usedToday, month: usedThisMonth, here } = used(source)
      return {
        ...limits,
        ...{ usedThisMinute: lately(source).length, usedToday, usedThisMonth, countedHere: here },
        arithmetic: arithmeticOf(limits, perRefresh, here),
      }
    },
  }
}

function arithmeticOf(
  { perDay, perMonth }: { perDay: number | null; perMonth: number | null },
  perRefresh: number,
  isCountedHere: boolean,
): Reason | null {
  if (perRefresh === 0) return null
  const counted = isCountedHere ? 'here' : 'source'
  const refreshes = (calls: number) => Math.floor(calls / perRefresh)
  if (perMonth !== null) {
    return reason('BUDGET_OF_MONTH', { perMonth, perRefresh, refreshes: refreshes(perMonth), counted })
  }
  if (perDay === null) return null
  return reason('BUDGET_OF_DAY', { perDay, perRefresh, refreshes: refreshes(perDay), counted })
}
