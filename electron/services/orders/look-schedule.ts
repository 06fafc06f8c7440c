// When each order is looked at next by itself. Each has pauses of its own, which grow: news of one order have no other looked
// at, and the one that has waited longest is first.

import type { Clock } from '../../ports/system.ts'

/** Pauses between look-ups, milliseconds; the last one repeats. Short at first, since most answers are late, not lost. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000] as const
/** An order that has ended is looked at so often until a look-up has said so too. */
const MOST_LOOKS = PAUSES_MS.length

export interface LookSchedule {
  /** These are looked after, and no others any more. */
  keep(intentIds: readonly string[]): void
  /** Something has happened to it, or to all of them: the short pauses begin again. */
  soon(intentId: string | null): void
  /** A look at it begins: what happens from now on it may have missed. */
  begun(intentId: string): void
  /** It was looked at, or a list has shown it as it is known. */
  looked(intentId: string): void
  /** A list has not shown it so: it is asked for by itself, and at once. */
  alone(intentId: string): void
  isAlone(intentId: string): boolean
  /** How often it was looked at since something has happened to it. */
  looksAt(intentId: string): number
  /** When it is due, on the clock that never runs backwards. */
  at(intentId: string): number
  /** Whether it was looked at so often that the next look would tell no more. */
  isWornOut(intentId: string): boolean
}

/** Builds it, without orders. */
export function createLookSchedule(clock: Pick<Clock, 'monotonic'>): LookSchedule {
  const plans = new Map<string, { looks: number; at: number; isAlone: boolean; isNews: boolean }>()
  const after = (looks: number) => clock.monotonic() + (PAUSES_MS[Math.min(looks, PAUSES_MS.length - 1)] ?? 30_000)
  return {
    keep: (intentIds) => {
      const kept = new Set(intentIds)
      for (const intentId of plans.keys()) if (!kept.has(intentId)) plans.delete(intentId)
      for (const intentId of kept) {
        if (!plans.has(intentId)) plans.set(intentId, { looks: 0, at: after(0), isAlone: false, isNews: false })
      }
    },
    soon: (intentId) => {
      const which = intentId === null ? [...plans.values()] : [plans.get(intentId)]
      for (const plan of which) {
        if (plan === undefined) continue
        // What happens at once comes in several words; and news without end put no look off.
        Object.assign(plan, { looks: 0, at: plan.isNews ? Math.min(plan.at, after(0)) : after(0), isNews: true })
      }
    },
    begun: (intentId) => {
      const plan = plans.get(intentId)
      if (plan !== undefined) plan.isNews = false
    },
    looked: (intentId) => {
      const plan = plans.get(intentId)
      if (plan === undefined) return
      plan.isAlone = false
      if (!plan.isNews) Object.assign(plan, { looks: plan.looks + 1, at: after(plan.looks + 1) })
    },
    alone: (intentId) => {
      const plan = plans.get(intentId)
      if (plan !== undefined) Object.assign(plan, { at: clock.monotonic(), isAlone: true })
    },
    isAlone: (intentId) => plans.get(intentId)?.isAlone === true,
    looksAt: (intentId) => plans.get(intentId)?.looks ?? 0,
    at: (intentId) => plans.get(intentId)?.at ?? Number.POSITIVE_INFINITY,
    isWornOut: (intentId) => (plans.get(intentId)?.looks ?? 0) >= MOST_LOOKS,
  }
}
