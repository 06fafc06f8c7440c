// What a run of the command needs of the outside, so that tests can turn its clock, type for it and read what it prints.

import type { Clock } from '../../electron/ports/system.ts'

/** Resolves after `ms`, or at once when the run was told to stop. */
export type Pause = (ms: number, signal?: AbortSignal) => Promise<void>

export interface Parts {
  clock: Clock
  pause: Pause
  /** Aborted by Ctrl-C. */
  signal: AbortSignal
  env: Record<string, string | undefined>
  print(line: string): void
  /** A line from the terminal; `null` without one. */
  ask(question: string): Promise<string | null>
  /** The same without echo. */
  askSecret(question: string): Promise<string | null>
  /** Where records go when no folder is named. */
  folder: string
  versions: { prelist: string; commit: string | null; ccxt: string }
}
