// What a person changed and can take back.

/**
 * The operations whose changes can be taken back. Not the limits: they are changed by their own form alone, which is in the audit log
 * and is held against orders on their way; a key pressed once too often must not loosen one.
 */
export const UNDOABLE = [
  'coins.save',
  'coins.remove',
  'coins.markMany',
  'coins.removeMany',
  'coinFacts.save',
  'coinFacts.remove',
  'watchlist.set',
  'notes.save',
  'tags.set',
  'airdrops.save',
  'airdrops.remove',
  'airdropTasks.save',
  'airdropTasks.done',
  'airdropTasks.snooze',
  'airdropTasks.remove',
  'holdings.save',
  'holdings.remove',
  'ledger.save',
  'ledger.remove',
  'criteria.save',
  'criteria.remove',
  'criteria.mark',
] as const
export type UndoableOperation = (typeof UNDOABLE)[number]

export interface UndoStep {
  /** Rises; a later step has a higher one. */
  stepId: number
  operation: UndoableOperation
  /** What it was about, by its name at that time; empty where it has none. */
  subject: string
  at: string
}
