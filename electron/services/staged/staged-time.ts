// Whether the time of a staged order has only just come. Nothing is sent late: it must have been seen that it was not time yet, or the
// exchange must say when it opened. A sleep, or a clock that is set, makes worthless what was seen before.

import { elapsed, type Moment } from '../../../shared/elapsed.ts'
import type { StagedRow } from '../../ports/staged.ts'
import type { Clock } from '../../ports/system.ts'
import type { StagedSight } from './staged-look.ts'

/** So long after its opening, or after its window began, an order is still on time, milliseconds. */
export const ON_TIME_MS = 60_000

export interface StagedTime {
  /** It was seen just now that it is not time yet. */
  seenNotYet(stagedId: string): void
  /** It is time, since now where that was not said before. */
  seenDue(stagedId: string): void
  /** What was due is not due any more: its market has closed again. */
  notDue(stagedId: string): void
  /** Whether it has been due for no longer than an order is on time. */
  isDue(stagedId: string): boolean
  /** Whether it may be sent now, of one whose market is open within its window. */
  isOnTime(row: StagedRow, sight: StagedSight): boolean
  /** The clocks tell different stories: what was seen before is no ground to send on. */
  forget(): void
}

/** Builds it; nothing was seen yet. */
export function createStagedTime(clock: Pick<Clock, 'now' | 'monotonic'>): StagedTime {
  const notYet = new Map<string, Moment>()
  const due = new Map<string, Moment>()
  /** What is seen for the first time may be judged by what the exchange says of it. */
  let isFirstSightGood = true
  const moment = (): Moment => ({ wall: clock.now(), monotonic: clock.monotonic() })
  const isRecent = (then: Moment | undefined): boolean => {
    const age = then === undefined ? null : elapsed(then, moment())
    return age !== null && age <= ON_TIME_MS
  }
  return {
    seenNotYet: (stagedId) => void notYet.set(stagedId, moment()),
    seenDue: (stagedId) => {
      if (!due.has(stagedId)) due.set(stagedId, moment())
    },
    notDue: (stagedId) => void due.delete(stagedId),
    isDue: (stagedId) => isRecent(due.get(stagedId)),
    isOnTime: ({ stagedId, from }, sight) => {
      if (due.has(stagedId)) return isRecent(due.get(stagedId))
      if (isRecent(notYet.get(stagedId))) return true
      if (!isFirstSightGood || notYet.has(stagedId)) return false
      // Nothing has traded there yet.
      if (sight.isBeforeOpening) return true
      if (sight.opensAt === null) return false
      const lateMs = sight.now - Math.max(Date.parse(from), sight.opensAt)
      return lateMs >= 0 && lateMs <= ON_TIME_MS
    },
    forget: () => {
      notYet.clear()
      isFirstSightGood = false
    },
  }
}
