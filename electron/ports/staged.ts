// What the staged orders keep. Every write has reached the disk when it returns, or has thrown `STORAGE_FAILED`.

import type { Staged } from '../../shared/markets/staged.ts'

/** Its account's environment is read anew each time. */
export interface StagedRow extends Omit<Staged, 'environment'> {
  /** Where the profile lay when it was saved: another copy of it must not send as well. */
  place: string
}

export interface StagedStore {
  /** All that are not over; the same array as long as nothing was written. */
  open(): readonly StagedRow[]
  /** Newest first: those that are not over, and at most `over` of the others. */
  list(over: number): StagedRow[]
  find(stagedId: string): StagedRow | null
  findByIntent(intentId: string): StagedRow | null
  save(row: StagedRow): void
  /** Several writes as one, also those of other stores: all of them are kept, or none. */
  atomically<T>(work: () => T): T
}
