// The operations that take back what a person changed: name, input and output of each.

import type { UndoStep } from '../../undo/undo.ts'
import type { Nothing } from '../nothing.ts'

export interface UndoOperations {
  /** What can be taken back, the newest first. */
  'undo.list': { input: Nothing; output: UndoStep[] }
  /** The newest one without `stepId`. Answers with what was taken back. */
  'undo.run': { input: { stepId?: number | undefined }; output: UndoStep }
}

/** A record, so that a name that is missing here does not compile. */
export const UNDO_OPERATIONS: Record<keyof UndoOperations, true> = { 'undo.list': true, 'undo.run': true }
