// How rows are before and after a change, and how they are put back.

import type { UndoStep } from '../../shared/undo/undo.ts'

/** Rows of a table by the value of one of its columns. */
export interface RowScope {
  table: string
  column: string
  value: string
}

/** A row as it is stored, by its key; `null` where there is none. */
export interface RowChange {
  table: string
  key: string
  before: Record<string, string | number | null> | null
  after: Record<string, string | number | null> | null
}

export interface UndoStore {
  /** The rows of these scopes, by table and key. */
  rows(scopes: readonly RowScope[]): ReadonlyMap<string, NonNullable<RowChange['before']>>
  /** The changes between two of those. */
  changes(before: ReturnType<UndoStore['rows']>, after: ReturnType<UndoStore['rows']>): RowChange[]
  /** Newest first. */
  steps(): UndoStep[]
  /** Keeps a step, and forgets those that are too many or from before `since`. */
  add(step: Omit<UndoStep, 'stepId'>, changes: readonly RowChange[], since: string): UndoStep
  /** Puts the newest step's rows further: what it changed from stays. @throws AppError as a write */
  extend(stepId: number, changes: readonly RowChange[], at: string): void
  changesOf(stepId: number): RowChange[] | null
  forget(stepId: number): void
  /** Puts every row back as it was before, in one transaction; answers `false`, and changes nothing, where one is another by now. */
  putBack(changes: readonly RowChange[]): boolean
}
