// The operations on staged orders: name, input and output of each.

import type { Staged, StagedInput } from '../markets/staged.ts'

export interface StagedOperations {
  /** Those that are not over, and the newest of those that are; newest first. */
  'staged.list': { input: { coinId?: string | undefined; accountId?: string | undefined }; output: Staged[] }
  'staged.save': { input: StagedInput; output: Staged }
  /** Answers once it is certain whether its order had left. */
  'staged.cancel': { input: { stagedId: string }; output: Staged }
}

/** A record, so that a name that is missing here does not compile. */
export const STAGED_OPERATIONS: Record<keyof StagedOperations, true> = {
  'staged.list': true,
  'staged.save': true,
  'staged.cancel': true,
}
