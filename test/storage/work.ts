// What the trader does in each run of the storage tests, and how the process that does it tells of it.

import type { OperationName } from '../../shared/contract/contract.ts'
import type { ErrorCode } from '../../shared/result.ts'

export interface Task {
  dataDir: string
  venueUrl: string
  /** How often the whole work is done. */
  rounds: number
  /** Which pieces of work follow upon each other, of those below. */
  pieces: readonly Piece[]
}

export const PIECES = ['note', 'holding', 'settings', 'market', 'resting', 'status'] as const
export type Piece = (typeof PIECES)[number]

/** One line of the process: what it did and what it was answered. */
export interface Told {
  operation: 'open' | 'close' | OperationName
  /** The order's key, the coin of a note, or the coin of a holding. */
  about: string
  /** What was to be kept: the note's text, the amount. */
  text: string
  ok: boolean
  code: ErrorCode | 'CRASHED' | null
  message: string
  /** The order's status as the answer has it. */
  status: string | null
}
